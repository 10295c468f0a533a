import { signal } from '@preact/signals'
import { type Language, language } from './language.ts'
import { alsoIn } from './texts.ts'

type Doctor = typeof import('@usersig/doctor/en')

/** The doctor with the words of one language. */
const load = (which: Language): Promise<Doctor> =>
  which === 'zh' ? import('@usersig/doctor/zh') : import('@usersig/doctor/en')

const doctor = signal<Doctor>(await load(language.value))

alsoIn(async (next) => {
  const loaded = await load(next)
  return () => {
    doctor.value = loaded
  }
})

/** The doctor in the language of the page; a component that calls it is drawn anew when the language changes. */
export function useDoctor(): Doctor {
  return doctor.value
}
