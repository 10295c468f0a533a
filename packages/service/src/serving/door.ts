import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Authenticate, getClaims } from '@usersig/auth'
import type { RoomId } from '@usersig/core'
import { type ErrorEvent, type IssuedEvent, ProblemError } from '@usersig/core/endpoint'
import { printable } from '@usersig/core/internal'
import { issueUserSig } from '@usersig/node'
import { authorize } from '../rooms/rules.ts'
import type { Logs } from '../seen/logs.ts'
import type { Metrics } from '../seen/metrics.ts'
import type { App } from './apps.ts'
import type { CountTicket } from './limits.ts'
import { stateOf } from './request-state.ts'

/** What all doors share. */
export interface DoorParts {
  readonly logs: Logs
  readonly metrics: Metrics
  readonly countTicket: CountTicket | undefined
}

/** One address at which tickets are issued, for one application or for several that a claim tells apart. */
export interface Door {
  readonly host: string | undefined
  readonly path: string
  readonly apps: readonly App[]
  readonly issue: (request: IncomingMessage, response: ServerResponse) => void
}

/** Creates the listener of an address. All its applications have one login. */
export function createDoor(apps: readonly App[], login: Authenticate, path: string, parts: DoorParts): Door {
  const [first] = apps
  return {
    host: first?.config.host,
    path,
    apps,
    issue: issueUserSig({
      authenticate: (request) => authenticate(request, apps, login, parts),
      signer: (request) => appOf(request).key.signer(),
      authorizeRoom: ({ userId, ...room }, request) => authorizeRoom(request, userId, room as RoomId),
      notIssuedBefore: (userId, request) => appOf(request).revocations?.notIssuedBefore(userId),
      adminUserIds: apps.flatMap(({ config }) => config.adminUserIds ?? []),
      onIssued: (event, request) => auditIssued(event, request, parts.logs),
      onError: (event, request) => tellError(event, request, parts),
      onOutcome: (event, request) => {
        const { app, trace } = stateOf(request)
        parts.metrics.outcome(app?.name ?? '', event)
        trace.set('usersig.code', event.code)
        if (app) trace.set('usersig.app', app.name)
      },
    }),
  }
}

function appOf(request: IncomingMessage): App {
  return stateOf(request).app as App
}

async function authenticate(
  request: IncomingMessage,
  apps: readonly App[],
  login: Authenticate,
  { countTicket }: DoorParts,
): Promise<string | null> {
  const state = stateOf(request)
  const userId = await login(request)
  if (userId === null) return null
  const claims = getClaims(request)
  state.userId = userId
  state.subject = claims.sub
  state.app ??= apps.find(
    ({ config: { claim } }) => claim && Object.hasOwn(claims, claim.name) && claims[claim.name] === claim.is,
  )
  if (!state.app) {
    throw new ProblemError('user_refused', 'this user gets no ticket here', {
      cause: new Error(`the claim ${apps[0]?.config.claim?.name} of the token names no application`),
    })
  }
  await countTicket?.(state.app.name, userId)
  return userId
}

async function authorizeRoom(request: IncomingMessage, userId: string, room: RoomId) {
  const state = stateOf(request)
  state.room = room
  const { name, rules } = appOf(request)
  return await authorize(rules, { app: name, userId, room, claims: getClaims(request) })
}

function auditIssued(event: IssuedEvent, request: IncomingMessage, logs: Logs): void {
  const { issuedAt, ...issued } = event
  logs.audit({ event: 'issued', ...known(request), ...issued, status: 200, code: 'ok' })
}

/** Refusals are audited; what an operator has to see to is logged, too. */
function tellError({ status, code, error }: ErrorEvent, request: IncomingMessage, { logs }: DoorParts): void {
  const about = known(request)
  if (status !== 200) logs.audit({ event: 'refused', ...about, status, code })
  if (status >= 500 || status === 200) {
    const { app, requestId, traceId } = about
    logs.log.error({ app, requestId, traceId, status, code, reason: printable(error) }, 'a request failed')
  }
}

function known(request: IncomingMessage) {
  const { requestId, trace, app, userId, subject, room } = stateOf(request)
  return {
    app: app?.name ?? '',
    sdkAppId: app?.key.sdkAppId,
    userId,
    subject,
    roomId: room?.roomId,
    strRoomId: room?.strRoomId,
    requestId,
    traceId: trace.traceId,
  }
}
