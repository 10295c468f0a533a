import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { APP, BINARY, ENV, KEY, signer, useFolder } from './run.ts'

const file = useFolder()
const client = new Client({ name: 'test', version: '1' })
const ticket = signer.genUserSig('alice')

beforeAll(async () => {
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [BINARY, 'mcp'],
      env: { ...ENV, PATH: process.env['PATH'] ?? '' },
    }),
  )
})
afterAll(async () => await client.close())

async function call(name: string, args: Record<string, unknown>): Promise<{ text: string; isError: boolean }> {
  const { content, isError } = await client.callTool({ name, arguments: args })
  const [{ text }] = content as [{ text: string }]
  return { text, isError: isError === true }
}

test('it lists its tools, none of which takes a key', async () => {
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual(['diagnose', 'explain', 'inspect', 'verify', 'wire'])
  expect(JSON.stringify(tools.map(({ inputSchema }) => Object.keys(inputSchema.properties ?? {})))).not.toMatch(
    /key|secret/i,
  )
})

test.each([
  ['diagnose', { text: `code=70013 ${ticket}`, userId: 'Alice' }, { verdict: 'invalid', tencentCode: 70013 }],
  ['diagnose', { text: ticket, language: 'zh' }, { verdict: 'valid' }],
  ['explain', { code: '-70009' }, { codes: [{ code: 70009 }] }],
  ['inspect', { ticket: `"${ticket}"` }, { fields: { 'TLS.identifier': 'alice', 'TLS.sdkappid': APP } }],
  ['verify', { ticket, userId: 'alice' }, { valid: true, claims: { userId: 'alice' } }],
  ['verify', { ticket, userId: 'bob' }, { valid: false, faults: [{ code: 'user_mismatch' }] }],
  ['wire', { dependencies: ['hono', 'zod'] }, { server: { stack: 'Hono' }, client: {} }],
])('%s %j', async (name, args, expected) => {
  const { text } = await call(name, args)
  expect(JSON.parse(text)).toMatchObject(expected)
  for (const secret of [KEY.slice(0, 16), ticket.slice(20, 60)]) expect(text).not.toContain(secret)
})

test('what a text holds of keys does not come back', async () => {
  const other = KEY.replaceAll('5', '6')
  const { text } = await call('diagnose', { text: `SDKAPPID: ${APP}, SECRETKEY: '${other}' ${ticket}` })
  expect(text).not.toContain(other.slice(0, 16))
})

test('wire reads the names of a project', async () => {
  const path = file('package.json', JSON.stringify({ dependencies: { '@nestjs/core': '12', express: '5' } }))
  const { text } = await call('wire', { folder: path.replace(/package\.json$/, '') })
  expect(JSON.parse(text).server.stack).toBe('NestJS')
})

test.each([
  ['diagnose', {}, 'text is missing'],
  ['diagnose', { text: 5 }, 'must be'],
  ['diagnose', { text: 'x', secretKey: KEY }, 'no argument secretKey'],
  ['wire', { folder: '/nowhere' }, 'no package.json'],
  ['sign', { userId: 'alice' }, 'no tool'],
])('%s %j is refused in words', async (name, args, text) => {
  expect(await call(name, args)).toEqual({ text: expect.stringContaining(text), isError: true })
})
