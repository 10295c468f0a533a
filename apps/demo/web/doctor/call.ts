import { signal } from '@preact/signals'

type Consultation = typeof import('./consultation.ts')

/** The doctor, once called for. */
export const doctor = signal<Consultation | 'failed' | undefined>(undefined)

/** Loads the doctor; it is ready before the first word is typed to its end. */
export async function callDoctor(): Promise<Consultation | undefined> {
  if (typeof doctor.value === 'object') return doctor.value
  const loaded = await import('./consultation.ts').catch(() => 'failed' as const)
  doctor.value = loaded
  return loaded === 'failed' ? undefined : loaded
}
