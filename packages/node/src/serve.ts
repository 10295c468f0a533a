import type { IncomingMessage } from 'node:http'
import type { NodeRequest, NodeResponse } from './message.ts'

/** Hands the request on to the next handler of a Connect-style server, with an error to its error handlers. */
export type Next = (error?: unknown) => void

/** A request listener of Node's servers, and a middleware of Connect-style ones. */
export type NodeListener<Request extends NodeRequest = IncomingMessage> = (
  req: Request,
  res: NodeResponse,
  next?: Next,
) => void

/** Handles what even an answer of 500 could not be written for: a response that somebody has broken. */
export function failed(error: unknown, res: NodeResponse, next: Next | undefined): void {
  if (next) {
    next(error)
    return
  }
  console.error('usersig: the answer could not be written:', error)
  res.destroy()
}
