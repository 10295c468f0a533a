import { signal } from '@preact/signals'
import { focusPanel, openPanel } from './panel.ts'

/** What stands in the input of the anatomy. */
export const anatomyText = signal('')

/** What stands in the input of the doctor. */
export const doctorText = signal('')

export function openInAnatomy(ticket: string): void {
  anatomyText.value = ticket
  openPanel('anatomy')
  focusPanel('anatomy')
}

export function openInDoctor(ticket: string): void {
  doctorText.value = ticket
  openPanel('doctor')
  focusPanel('doctor')
}
