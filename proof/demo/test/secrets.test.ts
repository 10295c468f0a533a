import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createClient } from './client.ts'
import { startDemo } from './demo-process.ts'

const DIST = fileURLToPath(new URL('../../../apps/demo/dist/', import.meta.url))
// The key of Tencent's own samples, which everybody has. Source: github.com/tencentyun/tls-sig-api-v2-node, README.md
const PUBLISHED = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'

test.each(['node', 'express', 'fastify', 'koa', 'nest', 'nest-fastify', 'hono'])(
  'the log of %s shows neither the key nor a ticket, whatever goes wrong',
  async (adapter) => {
    const secretKey = randomBytes(32).toString('hex')
    const demo = await startDemo(adapter, { USERSIG_SDKAPPID: '1400000000', USERSIG_SECRETKEY: secretKey })
    try {
      const client = createClient(demo.baseUrl)
      await client.login('alice')
      const issued = await client.send('POST', '/api/usersig', { roomId: 10000 })
      const { userSig, privateMapKey } = (await issued.json()) as { userSig: string; privateMapKey: string }
      expect(userSig).toMatch(/^eA/)
      await client.send('POST', '/api/usersig', { roomId: -1 })
      await client.send('POST', '/api/usersig', { userSig, secretKey })
      await client.send('GET', `/api/usersig?userSig=${userSig}`, undefined, { authorization: `Bearer ${userSig}` })
      await client.send('POST', '/api/nowhere', { userSig })
      for (const secret of [secretKey, userSig, privateMapKey]) expect(demo.output()).not.toContain(secret)
    } finally {
      await demo.kill()
    }
  },
)

test('what the browser gets holds no key but the published one that the doctor warns of', () => {
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(js|css|html|svg|map)$/.test(name),
  )
  expect(files.length).toBeGreaterThan(2)
  const held = files.flatMap((name) => readFileSync(DIST + name, 'utf8').match(/\b[0-9a-f]{64}\b/gi) ?? [])
  expect(held).toEqual([PUBLISHED])
})
