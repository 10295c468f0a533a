import { computed, signal } from '@preact/signals'

/** The field that is pointed at. */
export const hovered = signal<string | undefined>(undefined)

/** The field whose input has the focus. */
export const focused = signal<string | undefined>(undefined)

/** The field that lights up in every layer. */
export const active = computed(() => hovered.value ?? focused.value)
