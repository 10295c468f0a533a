import { readdirSync, readFileSync } from 'node:fs'
import { createUserSigner } from '@usersig/core'
import { describe, expect, it } from 'vitest'
import { type DiagnoseContext, diagnose, explainCode, inspectSecretKey } from '../src/index.ts'

interface Case {
  readonly name: string
  readonly right: string
  readonly input:
    | { readonly call: 'diagnose'; readonly text: string; readonly options: DiagnoseContext }
    | { readonly call: 'explain'; readonly message: string }
    | { readonly call: 'explainTencentError'; readonly code: number }
    | { readonly call: 'createUserSigner'; readonly sdkAppId: number; readonly secretKey: string }
  /** Expressions of which one must stand in the answer. */
  readonly say: readonly string[]
  readonly notSay: readonly string[]
}

const FOLDER = new URL('cases/', import.meta.url)
const cases = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Case)

function answer(input: Case['input']): object {
  if (input.call === 'diagnose') return diagnose(input.text, input.options)
  if (input.call === 'explain') return diagnose(input.message)
  if (input.call === 'explainTencentError') return explainCode(input.code)
  const { sdkAppId, secretKey } = input
  try {
    createUserSigner({ sdkAppId, secretKey })
    return inspectSecretKey(secretKey)
  } catch (error) {
    return { message: (error as Error).message, ...diagnose('', { sdkAppId }) }
  }
}

describe('what people have in their hands', () => {
  it.each(cases)('$name: $right', ({ input, say, notSay }) => {
    const said = JSON.stringify(answer(input))
    for (const expression of say) expect(said).toMatch(new RegExp(expression, 'i'))
    for (const text of notSay) expect(said).not.toContain(text)
  })

  it('is answered with a cause and a next step', () => {
    for (const { name, input } of cases) {
      if (input.call !== 'diagnose' && input.call !== 'explain') continue
      const { causes, verdict } =
        input.call === 'diagnose' ? diagnose(input.text, input.options) : diagnose(input.message)
      // The one whose ticket is right has nothing to complain about.
      expect([name, verdict, causes.length > 0]).toEqual([name, verdict, name !== 'url-tail'])
      for (const { message, action } of causes)
        expect([message.length, action.length].every((length) => length > 10)).toBe(true)
    }
  })
})
