import type { Language } from '@usersig/doctor'

/** Which language the call asks for: `--lang`, or else the terminal's own. */
export function findLanguage(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  return asked(args) ?? (/^zh/i.test(localeOf(env)) ? 'zh' : 'en')
}

/** Before the command line is parsed, since its own texts are in that language. */
function asked(args: readonly string[]): Language | undefined {
  const end = args.indexOf('--')
  const own = end < 0 ? args : args.slice(0, end)
  const values = own.flatMap((arg, i) => (arg === '--lang' ? own[i + 1] : /^--lang=(.*)$/.exec(arg)?.[1]) ?? [])
  return (['zh', 'en'] as const).find((each) => each === values.at(-1))
}

/** POSIX lets the first of these count that is set; Windows sets none. */
function localeOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): string {
  const locale = LC_ALL || LC_MESSAGES || LANG
  if (locale || process.platform !== 'win32') return locale ?? ''
  return Intl.DateTimeFormat().resolvedOptions().locale
}
