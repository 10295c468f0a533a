import type { IncomingMessage } from 'node:http'
import type { RoomId } from '@usersig/core'
import type { Trace } from '../seen/traces.ts'
import type { App } from './apps.ts'

/** What is known about a request beside itself. */
export interface RequestState {
  readonly requestId: string
  readonly trace: Trace
  /** The application; of several at one address it is known after the login. */
  app: App | undefined
  userId?: string
  subject?: string | undefined
  room?: RoomId
}

const states = new WeakMap<IncomingMessage, RequestState>()

export function keepState(request: IncomingMessage, state: RequestState): void {
  states.set(request, state)
}

export function stateOf(request: IncomingMessage): RequestState {
  return states.get(request) as RequestState
}
