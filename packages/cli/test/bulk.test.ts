import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { BINARY, ENV, run, signer, useFolder } from './run.ts'

const file = useFolder()

const rowsOf = (csv: string) =>
  csv
    .trim()
    .split('\n')
    .map((line) => /^(?:"(.*)"|(.*)),([^,]*)$/.exec(line)?.slice(1) ?? [])
    .map(([quoted, plain, ticket]) => [quoted?.replaceAll('""', '"') ?? plain, ticket as string] as const)

test('ten thousand users, in their order', async () => {
  const users = Array.from({ length: 10_000 }, (_, i) => `user_${i}`)
  const path = file('many.csv', `name,userId\n${users.map((user) => `x,${user}`).join('\n')}\n`)
  const { code, stdout } = await run(['bulk', path, '--expire', '1d'])
  const [head, ...rows] = rowsOf(stdout)
  expect([code, head]).toEqual([0, ['userId', 'userSig']])
  expect(rows.map(([user]) => user)).toEqual(users)
  for (const [user, ticket] of rows.filter((_, i) => i % 500 === 0)) {
    expect(signer.verifyUserSig(ticket, { userId: user as string }).expire).toBe(86_400)
  }
})

test('quotes, commas, a byte order mark, CRLF, a lifetime of each, a column by name', async () => {
  const path = file('odd.csv', '\ufeffid,expire\r\n"a, b",60\r\n"say ""hi""",\r\n')
  const { stdout } = await run(['bulk', path, '--column', 'id'])
  const rows = rowsOf(stdout).slice(1)
  expect(rows.map(([user]) => user)).toEqual(['a, b', 'say "hi"'])
  expect(rows.map(([, ticket]) => signer.verifyUserSig(ticket).expire)).toEqual([60, 604_800])
})

test('from a pipe into a file that only its owner reads', async () => {
  const output = file('tickets.csv', '').replace('tickets', 'fresh')
  const { code, stdout } = await run(['bulk', '-', '--output', output], { input: 'userId\nalice\n' })
  expect([code, stdout]).toEqual([0, ''])
  expect(signer.verifyUserSig(rowsOf(readFileSync(output, 'utf8'))[1]?.[1] as string).userId).toBe('alice')
  if (process.platform !== 'win32') expect(statSync(output).mode & 0o077).toBe(0)
})

test('users who cannot get a ticket', async () => {
  const path = file('bad.csv', 'userId\nalice\n\u0001\nbob\n')
  const strict = await run(['bulk', path])
  expect([strict.code, strict.stderr]).toEqual([2, expect.stringContaining('control character')])
  const lenient = await run(['bulk', path, '--skip-invalid'])
  expect([lenient.code, rowsOf(lenient.stdout).length]).toEqual([1, 3])
  expect(lenient.stderr).toContain('line 3:')
})

test.each([
  ['no such file', '/nowhere.csv', [], 'ENOENT'],
  ['no such column', undefined, ['--column', 'uid'], 'The first line has: userId'],
  ['no CSV', 'userId\n"alice\n', [], 'is not CSV'],
])('%s', async (name, content, args, text) => {
  const path = content?.startsWith('/') ? content : file(`${name.length}.csv`, content ?? 'userId\nalice\n')
  const { code, stderr } = await run(['bulk', path, ...args])
  expect([code, stderr]).toEqual([2, expect.stringContaining(text)])
})

test.skipIf(process.platform === 'win32')('head may close the pipe', () => {
  const path = file('long.csv', `userId\n${Array.from({ length: 20_000 }, (_, i) => `u${i}`).join('\n')}\n`)
  const command = `"${process.execPath}" "${BINARY}" bulk "${path}" | head -n 2 | wc -l`
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { env: { ...process.env, ...ENV }, encoding: 'utf8' })
  expect([stdout.trim(), stderr]).toEqual(['2', ''])
})
