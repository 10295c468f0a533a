import { SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import { createUserSigner } from '@usersig/core'
import type { ExecutionContext } from '../../src/index.ts'

export const credentials = { sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY }
export const signer = createUserSigner(credentials)
export const authenticate = (request: Request): string | null => request.headers.get('x-test-user')

/** A request for a ticket. */
export function post(init: RequestInit & { url?: string; user?: string } = {}): Request {
  const { url = 'https://api.example.com/usersig', user = 'alice', ...rest } = init
  return new Request(url, { method: 'POST', ...rest, headers: { 'x-test-user': user, ...rest.headers } })
}

export const json = (value: unknown): RequestInit => ({
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
})

/** The context of a platform, which keeps what it is asked to wait for. */
export function context(): ExecutionContext & { readonly promises: Promise<unknown>[] } {
  const promises: Promise<unknown>[] = []
  return { promises, waitUntil: (promise) => void promises.push(promise) }
}

/** A promise that is settled by hand. */
export function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
