import { type Privileges, toPrivilegeMap } from '@usersig/core'
import { fetchBounded } from '../keys/fetch-bounded.ts'
import type { AskApp } from './rules.ts'

/** Statuses by which an app says no. */
const REFUSALS = new Set([403, 404])

/** How long an app may take unless the configuration says otherwise, in seconds. */
const TIMEOUT = 2

/**
 * Asks the app whether a user may enter a room: POST with `app`, `userId`, `sub` and the room. The answer is JSON:
 * `{ "rights": "audience" }`, or names of rights; `null`, or status 403 or 404, says no.
 *
 * Whatever else it answers is a fault of the app, and leads to 503: nobody enters because the app is down.
 *
 * @param token what the app knows this service by
 */
export function createAskApp(url: string, timeout: number = TIMEOUT, token?: string): AskApp {
  const headers = {
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  }
  return async ({ app, userId, room, claims: { sub } }) => {
    const body = JSON.stringify({ app, userId, sub, ...room })
    const { status, json } = await fetchBounded(url, { method: 'POST', headers, body }, timeout)
    if (REFUSALS.has(status)) return null
    if (status !== 200) throw new Error(`${url} answered ${status}`)
    const { rights } = Object(json) as { rights?: unknown }
    if (rights === null) return null
    if (rights === undefined) throw new Error(`${url} answered without rights`)
    // What is not a set of rights throws here, where it is known whose fault it is.
    toPrivilegeMap(rights as Privileges)
    return rights as Privileges
  }
}
