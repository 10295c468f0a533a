import { signal } from '@preact/signals'

/** By how many seconds this device is ahead of the server, as the last ticket of the server told; 0 before that. */
export const skew = signal(0)
