import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
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

test('lifetimes with units, white space around fields, empty lines', async () => {
  const path = file('units.csv', 'name, userId , expire\nx,  alice , 2h\n\n  \ny,bob,\n')
  const rows = rowsOf((await run(['bulk', path])).stdout).slice(1)
  expect(rows.map(([user]) => user)).toEqual(['alice', 'bob'])
  expect(rows.map(([, ticket]) => signer.verifyUserSig(ticket).expire)).toEqual([7200, 604_800])
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
  expect([strict.code, strict.stdout]).toEqual([2, ''])
  expect(strict.stderr).toContain('Line 3: UserID holds the control character U+0001')
  const lenient = await run(['bulk', path, '--skip-invalid'])
  expect([lenient.code, rowsOf(lenient.stdout).length]).toEqual([1, 3])
  expect(lenient.stderr).toContain('Line 3:')
})

test('the line is the one of the file', async () => {
  const path = file('lines.csv', 'userId,note\n\nalice,"two\nlines"\n\u0001,\n\u0002,\n')
  const { stderr } = await run(['bulk', path, '--skip-invalid'])
  expect(stderr.match(/^Line \d+/gm)).toEqual(['Line 5', 'Line 6'])
})

test('tickets in place of users are not repeated', async () => {
  const ticket = signer.genUserSig('alice')
  const path = file('swapped.csv', `userSig\n${ticket}\n`)
  const { code, stderr } = await run(['bulk', path, '--column', 'userSig'])
  expect([code, stderr]).toEqual([2, expect.stringContaining('Line 2')])
  expect(stderr).not.toContain(ticket.slice(0, 20))
})

test('a call that is wrong leaves the output as it was', async () => {
  const output = file('kept.csv', 'kept')
  const users = file('one.csv', 'userId\nalice\n')
  for (const args of [
    [users, '--expire', '0'],
    [users, '--column', 'uid'],
    [file('nobody.csv', 'userId\n\u0001\n')],
    ['/nowhere.csv'],
  ]) {
    expect((await run(['bulk', ...args, '--output', output])).code).toBe(2)
    expect(readFileSync(output, 'utf8')).toBe('kept')
  }
  const same = await run(['bulk', users, '--output', users])
  expect([same.code, same.stderr]).toEqual([2, expect.stringContaining('is the file that is read')])
  expect(readFileSync(users, 'utf8')).toBe('userId\nalice\n')
})

test.each([
  ['no such file', '/nowhere.csv', [], 'ENOENT'],
  ['no such column', undefined, ['--column', 'uid'], 'The first line has: userId'],
  ['no CSV', 'userId\n"alice\n', [], 'is not CSV'],
  ['no names on top', 'alice\nbob\n', [], 'There is no column "userId"'],
  ['columns with semicolons', 'name;userId\nx;alice\n', [], 'commas between them'],
  ['nothing at all', '', [], 'the file is empty'],
  ['a folder', '/', [], 'is a folder'],
  ['an output that cannot be', undefined, ['--output', '/nowhere/x.csv'], 'cannot be written: ENOENT'],
  ['no threads', undefined, ['--threads', '0'], 'from 1 to 64'],
  ['too many threads', undefined, ['--threads', '65'], 'from 1 to 64'],
  ['another encoding', 'userId\n\ufffd\n', [], 'Line 2 is not UTF-8'],
])('%s', async (name, content, args, text) => {
  const path = content?.startsWith('/') ? content : file(`${name}.csv`, content ?? 'userId\nalice\n')
  const { code, stdout, stderr } = await run(['bulk', path, ...args])
  expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(text)])
  expect(stderr).not.toContain('    at ')
})

test.skipIf(!existsSync('/dev/full'))('a disk that is full', () => {
  const path = file('some.csv', 'userId\nalice\n')
  for (const command of ['sign alice > /dev/full', `bulk "${path}" > /dev/full`, `bulk "${path}" -o /dev/full`]) {
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${BINARY}" ${command}`], {
      env: { ...process.env, ...ENV },
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([2, expect.stringContaining('cannot be written: ENOSPC')])
    expect(stderr).not.toContain('    at ')
  }
})

test.skipIf(process.platform === 'win32')('head may close the pipe', () => {
  const path = file('long.csv', `userId\n${Array.from({ length: 20_000 }, (_, i) => `u${i}`).join('\n')}\n`)
  const command = `"${process.execPath}" "${BINARY}" bulk "${path}" | head -n 2 | wc -l`
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { env: { ...process.env, ...ENV }, encoding: 'utf8' })
  expect([stdout.trim(), stderr]).toEqual(['2', ''])
})

test('an error in the middle leaves nothing half written', async () => {
  const users = Array.from({ length: 100_000 }, (_, i) => (i === 99_999 ? 'x'.repeat(33) : `user_${i}`))
  const path = file('middle.csv', `userId\n${users.join('\n')}\n`)
  const folder = join(dirname(path), 'middle')
  mkdirSync(folder)
  const output = file('middle/kept.csv', 'kept')
  expect((await run(['bulk', path, '-o', output])).code).toBe(2)
  expect((await run(['bulk', path, '-o', join(folder, 'fresh.csv')])).code).toBe(2)
  expect([readFileSync(output, 'utf8'), readdirSync(folder)]).toEqual(['kept', ['kept.csv']])
})

test.skipIf(process.platform === 'win32')(
  'a file that was there is for its owner alone, and a link stays one',
  async () => {
    const users = file('owner.csv', 'userId\nalice\n')
    const output = file('open.csv', 'old')
    chmodSync(output, 0o644)
    const link = join(dirname(output), 'link.csv')
    symlinkSync(output, link)
    expect((await run(['bulk', users, '-o', link])).code).toBe(0)
    expect(readFileSync(output, 'utf8')).toContain('alice,e')
    expect(readFileSync(link, 'utf8')).toContain('alice,e')
    expect(statSync(output).mode & 0o777).toBe(0o600)
  },
)

test.skipIf(process.platform === 'win32')('a pipe from the file that would be written', () => {
  const path = file('self.csv', 'userId\nalice\n')
  const script = `"${process.execPath}" "${BINARY}" bulk - -o "${path}" < "${path}"`
  const { status, stderr } = spawnSync('sh', ['-c', script], { env: { ...process.env, ...ENV }, encoding: 'utf8' })
  expect([status, stderr]).toEqual([2, expect.stringContaining('is the file that is read')])
  expect(readFileSync(path, 'utf8')).toBe('userId\nalice\n')
})

test('the names of columns do not steer the terminal', async () => {
  const { code, stderr } = await run(['bulk', file('steer.csv', 'a\u001b]0;x\u0007,\u009b2J\nalice,\n')])
  expect([code, stderr]).toEqual([2, expect.stringContaining('a\\u001b]0;x\\u0007, \\u009b2J')])
})

test('UserIDs that spreadsheets would run as formulas are written as texts, unless a program reads them', async () => {
  const path = file('formulas.csv', 'userId\n=1+1\n+8613800000000\n-x\n@sum\n"=a,b"\nalice\n')
  const safe = await run(['bulk', path])
  expect(safe.stdout.split('\n').map((line) => line.replace(/,eA.*|,eJ.*/, ''))).toEqual([
    'userId,userSig',
    "'=1+1",
    "'+8613800000000",
    "'-x",
    "'@sum",
    '"\'=a,b"',
    'alice',
    '',
  ])
  expect(safe.stderr).toContain('5 UserIDs begin with a sign')
  const raw = await run(['bulk', path, '--raw'])
  expect([raw.stdout.includes('\n=1+1,'), raw.stderr]).toEqual([true, ''])
})

test('duplicates are reported with their lines', async () => {
  const { code, stdout, stderr } = await run(['bulk', file('twice.csv', 'userId\nalice\nbob\nalice\n')])
  expect([code, stdout.split('\n').length]).toEqual([0, 5])
  expect(stderr).toContain('Line 4: "alice" is in line 2 already.')
  expect(stderr).toContain('1 UserID is there twice')
})

test('a lifetime in milliseconds is refused by its line, or left out', async () => {
  const path = file('ms.csv', 'userId,expire\nalice,86400000\nbob,1h\n')
  const refused = await run(['bulk', path])
  expect([refused.code, refused.stderr]).toEqual([
    2,
    expect.stringContaining('Line 2: 86400000 looks like milliseconds'),
  ])
  const skipped = await run(['bulk', path, '--skip-invalid'])
  expect([skipped.code, skipped.stdout.split('\n').length]).toEqual([1, 3])
})

test('a sheet to print has a QR code for each user, and loads nothing', async () => {
  const sheet = file('sheet.html', '')
  const { code, stdout } = await run(['bulk', file('sheet.csv', 'userId\nalice\n<b>bob</b>\n'), '--qr', sheet])
  const html = readFileSync(sheet, 'utf8')
  expect([code, stdout, html.match(/<svg/g)?.length]).toEqual([0, '', 2])
  expect(html).toContain('&lt;b&gt;bob&lt;/b&gt;')
  expect(html).not.toMatch(/<script|src=|href=/)
  expect((await run(['bulk', file('x.csv', 'userId\na\n'), '--qr', sheet, '--output', sheet])).code).toBe(2)
})

test('doubtful UserIDs are named with their lines', async () => {
  const { code, stderr } = await run([
    'bulk',
    file('doubt.csv', 'userId\nalice\nali\u200bce\nundefined\n'),
    '--skip-invalid',
  ])
  expect(code).toBe(1)
  expect(stderr).toMatch(/Line 3: .*invisible/)
  expect(stderr).toMatch(/Line 4: .*"undefined"/)
})
