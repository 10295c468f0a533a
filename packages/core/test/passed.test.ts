import { expect, test } from 'vitest'
import { claimsOf, dropClaims, eventOf, keepClaims, keepEvent } from '../src/endpoint/passed.ts'

const claims = { userId: 'alice' } as never

test('what a guard found belongs to its request alone', () => {
  const request = {}
  keepClaims(request, claims)
  keepEvent(request, { id: 1 })
  expect(claimsOf(request, 'guard()')).toBe(claims)
  expect(eventOf(request, 'guard()')).toEqual({ id: 1 })
  expect(() => claimsOf({ ...request }, 'app.use(guard)')).toThrow(/passed no guard.*app\.use\(guard\)/s)
  expect(() => eventOf({ ...request }, 'app.use(guard)')).toThrow(/passed no guard.*app\.use\(guard\)/s)
})

test('claims are forgotten when they are dropped', () => {
  const request = {}
  keepClaims(request, claims)
  dropClaims(request)
  expect(() => claimsOf(request, '')).toThrow(TypeError)
})

test('another copy of the package knows them, and nobody can put others there', async () => {
  const request = {}
  keepClaims(request, claims)
  const { vi } = await import('vitest')
  vi.resetModules()
  const other = await import('../src/endpoint/passed.ts')
  expect(other.claimsOf).not.toBe(claimsOf)
  expect(other.claimsOf(request, '')).toBe(claims)
  expect(() => Object.defineProperty(globalThis, Symbol.for('usersig.passed'), { value: {} })).toThrow(TypeError)
})
