import type { EndpointResponse, ErrorEvent } from '@usersig/core/endpoint'
import { flag, type OptionTable, printRefusal, toProblem } from '@usersig/core/internal'
import { discardBody, type NodeContext, writeEndpointResponse } from '@usersig/node/internal'
import type { NextFunction, Request, Response } from 'express'

/** Second argument of callbacks: the response, for a login that reads or renews a cookie, such as iron-session. */
export type ExpressContext = NodeContext<Response>

/** Who answers when a request is refused. */
export interface PassErrors {
  /**
   * Passes errors to the app's own error handler with `next(error)`, instead of answering with a problem document. The
   * error has `status`, `code` and `headers`; for 500, its `cause` is the original error.
   * @defaultValue false
   */
  passErrors?: boolean
}

export const PASS_ERRORS: OptionTable<PassErrors> = { passErrors: flag }

interface Hooks {
  readonly onError?: (event: ErrorEvent, req: Request, context: ExpressContext) => unknown
}

type Answer = (response: EndpointResponse, req: Request, res: Response, next: NextFunction) => unknown

/** The hooks to build with, and what to do with an answer: write it, or pass on the error that led to it. */
export function answerWith({ passErrors, onError }: PassErrors & Hooks): { hooks: Hooks; answer: Answer } {
  if (!passErrors) return { hooks: {}, answer: (response, _req, res) => writeEndpointResponse(res, response) }

  const errors = new WeakMap<Request, unknown>()
  return {
    hooks: {
      onError(event, req, context) {
        // What failed beside a success is not a reason to refuse.
        if (event.status >= 400) errors.set(req, toProblem(event.error))
        if (onError) return onError(event, req, context)
        return printRefusal(event)
      },
    },
    async answer(response, req, res, next) {
      const error = errors.get(req)
      if (error === undefined) {
        writeEndpointResponse(res, response)
        return
      }
      await discardBody(req, res)
      next(error)
    },
  }
}
