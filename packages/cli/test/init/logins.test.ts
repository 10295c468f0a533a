import * as auth from '@usersig/auth'
import { createFakeIssuer } from '@usersig/testing'
import { expect, onTestFinished, test } from 'vitest'
import { loginExpression } from '../../src/init/login-code.ts'
import { type ChosenLogin, chooseLogin, LOGINS, OWN } from '../../src/init/logins.ts'

const FUNCTIONS = new Map(Object.entries(auth).filter(([, value]) => typeof value === 'function'))
const PRESETS = LOGINS.filter((login) => login !== OWN)

/** What the written code makes. */
function evaluate(chosen: ChosenLogin): auth.Authenticate {
  const name = chosen.login.id
  return new Function(name, `return ${loginExpression(chosen)}`)(FUNCTIONS.get(name))
}

test('every preset there is can be chosen', () => {
  expect(PRESETS.map(({ id }) => id).sort()).toEqual([...FUNCTIONS.keys()].sort())
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
  const provider = await createFakeIssuer(where)
  const stranger = await createFakeIssuer(where)
  onTestFinished(provider.install())
  const authenticate = evaluate(chosen)
  const claims = chosen.login.claims?.(chosen.values) ?? {}
  const ask = (token: string) =>
    authenticate(new Request('http://localhost', { headers: { authorization: `Bearer ${token}` } }))
  expect(await ask(await provider.token(claims))).toBe('alice')
  await expect(ask(await stranger.token(claims))).rejects.toThrow()
})
