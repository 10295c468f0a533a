import { parseEnv } from 'node:util'
import type { AppKey } from '@usersig/doctor'
import type { PlannedChange } from './insert.ts'
import type { Project } from './project.ts'

/** What becomes of the file that holds the key; the key itself is not in it. */
export interface KeyFilePlan {
  readonly path: '.env' | '.dev.vars'
  /** Variables that get a line; none where all are there. */
  readonly missing: readonly string[]
  readonly isThere: boolean
  /** Whether the lines get the key, or stay empty, which stops the app at its start. */
  readonly hasKey: boolean
  /** Whether the file has a key already. */
  readonly isSet: boolean
}

const NAMES = ['USERSIG_SDKAPPID', 'USERSIG_SECRETKEY'] as const

/** @param secret a variable that the login needs, too */
export function planKeyFile(
  project: Project,
  path: '.env' | '.dev.vars',
  hasKey: boolean,
  secret?: string,
): KeyFilePlan {
  const text = project.read(path)
  const found = text === undefined ? {} : parseEnv(text)
  const has = (name: string) => name in found || (name === 'USERSIG_SECRETKEY' && 'USERSIG_SECRETKEY_FILE' in found)
  const isSet = Boolean(found['USERSIG_SDKAPPID'] && (found['USERSIG_SECRETKEY'] || found['USERSIG_SECRETKEY_FILE']))
  const missing = [...NAMES, ...(secret === undefined ? [] : [secret])].filter((name) => !has(name))
  return { path, missing, isThere: text !== undefined, hasKey, isSet }
}

/** The lines that are added, with the key or without. */
export function keyLines({ missing }: KeyFilePlan, key: AppKey | undefined): string {
  const secret = key && (typeof key.secretKey === 'string' ? key.secretKey : key.secretKey.join(','))
  const values: Readonly<Record<string, string>> = {
    USERSIG_SDKAPPID: key ? String(key.sdkAppId) : '',
    USERSIG_SECRETKEY: secret ?? '',
  }
  return missing.map((name) => `${name}=${values[name] ?? ''}\n`).join('')
}

/** Adds the file to .gitignore, unless a line there has it. */
export function planIgnore(project: Project, path: '.env' | '.dev.vars'): PlannedChange | undefined {
  const text = project.read('.gitignore')
  const lines = text?.split(/\r?\n/).map((line) => line.trim()) ?? []
  const fitting =
    path === '.env' ? /^(\*\*)?\/?(\.env\*?|\*\.env|\.env\{.*|\.\*)$/ : /^(\*\*)?\/?(\.dev\.vars\*?|\.\*)$/
  if (lines.some((line) => fitting.test(line))) return undefined
  const before = text ?? ''
  const gap = before === '' || before.endsWith('\n') ? '' : '\n'
  return { path: '.gitignore', before, after: `${before}${gap}${path}\n` }
}
