import { signal } from '@preact/signals'

/** The field that is pointed at: it lights up in every layer. */
export const active = signal<string | undefined>(undefined)
