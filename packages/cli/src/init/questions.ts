import { note } from '../output/terminal.ts'
import { words } from '../words/index.ts'
import { type ChosenLogin, chooseLogin, type Login } from './logins.ts'

/** Asks one question; Enter takes what is suggested. Ctrl+C and Ctrl+D end the program, with nothing done. */
export async function question(prompt: string, suggested = '', silent = false): Promise<string> {
  const { read } = await import('read')
  try {
    const answer = await read({ prompt, silent, output: process.stderr })
    if (silent) note('')
    return answer.trim() || suggested
  } catch {
    note('')
    process.exit(130)
  }
}

/** Which login the app has, and what it has to be told. */
export async function askLogin(logins: readonly Login[], said: Readonly<Record<string, string>>): Promise<ChosenLogin> {
  note(words.init.whichLogin)
  for (const [index, login] of logins.entries()) note(`  ${index + 1}  ${titleOf(login)}`)
  for (;;) {
    const answer = await question('> ', '1')
    const login = logins[Number(answer) - 1] ?? logins.find(({ id }) => id.toLowerCase() === answer.toLowerCase())
    if (login) return await askValues(login, said)
    note(words.init.noSuchLogin)
  }
}

/** Asks for the values of a login that were not said. */
export async function askValues(login: Login, said: Readonly<Record<string, string>>): Promise<ChosenLogin> {
  const answers: Record<string, string> = { ...said }
  for (const { name, example } of login.options) {
    answers[name] ??= await question(words.init.askValue(name, example))
  }
  return chooseLogin(login, answers)
}

export const titleOf = ({ id, title }: Login): string => (id === 'own' ? words.init.ownTitle : `${title} (${id})`)

export async function confirm(): Promise<boolean> {
  return !/^(n|no|否|不)$/i.test(await question(words.init.doIt))
}
