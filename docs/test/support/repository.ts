import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../generate/root.ts'

/** The files of the repository, new ones too, before they are committed; of one kind, or all. */
export function repositoryFiles(...kind: readonly string[]): string[] {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...kind]
  const listed = execFileSync('git', list, { cwd: ROOT, encoding: 'utf8' }).split('\0')
  return listed.filter((file) => file !== '' && existsSync(join(ROOT, file)))
}
