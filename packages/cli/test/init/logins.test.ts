import { readdirSync } from 'node:fs'
import * as auth from '@usersig/auth'
import { createFakeProvider } from '@usersig/testing'
import { expect, onTestFinished, test } from 'vitest'
import { loginExpression } from '../../src/init/login-code.ts'
import { type ChosenLogin, chooseLogin, LOGINS, OWN } from '../../src/init/logins.ts'

const FUNCTIONS = new Map(Object.entries(auth).filter(([, value]) => typeof value === 'function'))
const PRESETS = LOGINS.filter(({ provider }) => provider)

/** What the written code makes. */
function evaluate(chosen: ChosenLogin): auth.Authenticate {
  const name = chosen.login.id
  return new Function(name, `return ${loginExpression(chosen)}`)(FUNCTIONS.get(name))
}

test('every preset of a provider can be chosen, and what can be chosen is a function', () => {
  const files = readdirSync(new URL('../../../auth/src/presets', import.meta.url)).map((name) =>
    name.replace('.ts', ''),
  )
  const ids = LOGINS.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(files.filter((name) => name !== 'preset')))
  expect(ids).toEqual(expect.arrayContaining(['sessionUser', 'passportUser', 'betterAuth', 'authJs', 'wechat']))
  for (const id of ids) if (id !== OWN.id) expect([...FUNCTIONS.keys()]).toContain(id)
})

test.each(
  PRESETS.flatMap((login) => [
    [login.id, 'placeholders'],
    [login.id, 'examples'],
  ]),
)('%s with %s lets alice in with a token of its provider, and nobody with one of another', async (id, kind) => {
  const login = PRESETS.find((each) => each.id === id) as (typeof PRESETS)[number]
  const examples = Object.fromEntries(login.options.map(({ name, example }) => [name, example]))
  const chosen = chooseLogin(login, kind === 'examples' ? examples : {})
  const where = chosen.login.provider?.(chosen.values)
  if (!where) throw new Error('no provider')
  const provider = await createFakeProvider(where)
  const stranger = await createFakeProvider(where)
  onTestFinished(provider.install())
  const authenticate = evaluate(chosen)
  const claims = chosen.login.claims?.(chosen.values) ?? {}
  const ask = (token: string) =>
    authenticate(new Request('http://localhost', { headers: { authorization: `Bearer ${token}` } }))
  expect(await ask(await provider.token(claims))).toBe('alice')
  await expect(ask(await stranger.token(claims))).rejects.toThrow()
})
