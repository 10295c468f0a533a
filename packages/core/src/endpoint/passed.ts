import type { UserSigClaims } from '../claims.ts'

/*
 * What guards found, beside the request and not on it: nothing else can write there, and what a client sends cannot get
 * there. All copies of this package in a program share it, so that a guard of the one is known to the other.
 */
interface Passed {
  readonly claims: WeakMap<object, UserSigClaims>
  readonly events: WeakMap<object, { readonly event: unknown }>
}

const KEY = Symbol.for('usersig.passed')

function passed(): Passed {
  const holder = globalThis as { [KEY]?: Passed }
  if (!Object.hasOwn(holder, KEY)) {
    const created: Passed = Object.freeze({
      claims: new WeakMap<object, UserSigClaims>(),
      events: new WeakMap<object, { readonly event: unknown }>(),
    })
    Object.defineProperty(holder, KEY, { value: created })
  }
  return holder[KEY] as Passed
}

export function keepClaims(request: object, claims: UserSigClaims): void {
  passed().claims.set(request, claims)
}

/** Forgets the claims of a request, or of the client of a WebSocket whose next message has to bring its own. */
export function dropClaims(request: object): void {
  passed().claims.delete(request)
}

/**
 * The claims that a guard found.
 *
 * @param request the request that it let pass
 * @param line how the guard is put before the handler
 * @throws TypeError when no guard saw the request
 */
export function claimsOf(request: object, line: string): UserSigClaims {
  const claims = passed().claims.get(request)
  if (claims) return claims
  throw new TypeError(
    'this request has passed no guard, so it has no UserSig; or it is a copy of the one that did. Put the guard before ' +
      `the handler:\n\n  ${line}\n`,
  )
}

export function keepEvent(request: object, event: unknown): void {
  passed().events.set(request, { event })
}

/**
 * The event of a webhook that a guard let pass.
 *
 * @param request the request that it let pass
 * @param line how the guard is put before the handler
 * @throws TypeError when no guard saw the request
 */
export function eventOf(request: object, line: string): unknown {
  const found = passed().events.get(request)
  if (found) return found.event
  throw new TypeError(
    'this request has passed no guard, so it is not a webhook to trust; or it is a copy of the one that did. Put the ' +
      `guard before the handler:\n\n  ${line}\n`,
  )
}
