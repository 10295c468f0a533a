import { verifyChatCallback, verifyTrtcCallback } from '../callbacks.ts'
import { UserSigError } from '../errors.ts'
import { kindOf, show } from '../show.ts'
import { parseJson, readWhole } from './body.ts'
import type { EndpointRequest, EndpointResponse } from './exchange.ts'
import { missing } from './missing.ts'
import type { Hooks } from './options.ts'
import { ProblemError } from './problem.ts'
import { answerError } from './report.ts'

type MaybePromise<T> = T | Promise<T>

/** What signs callbacks: a text, several of them during a change, or a function that knows them. */
export type CallbackSecret<Source> =
  | string
  | readonly string[]
  | ((source: Source) => MaybePromise<string | readonly string[]>)

/**
 * What a guard for Tencent's callbacks (webhooks) needs to know, exactly one of these two:
 * - `trtcKey`, for callbacks of TRTC and call products: the key that you chose in the console.
 * - `chatToken`, for callbacks of Chat and Live: the token that you chose in the console. Nothing but the time is signed.
 */
export type CallbackGuardOptions<Source> = Hooks<Source> & {
  /** Longest body that is read, in bytes. @defaultValue 1 048 576, a MiB */
  maxBytes?: number
} & (
    | {
        /** For callbacks of TRTC and call products: the key that you chose in the console. */
        trtcKey: CallbackSecret<Source>
        chatToken?: never
      }
    | {
        /** For callbacks of Chat and Live: the token that you chose in the console. Nothing but the time is signed. */
        chatToken: CallbackSecret<Source>
        trtcKey?: never
      }
  )

/** A callback as the guard sees it: adapters translate their framework's request into this. */
export type CallbackRequest<Source> = Pick<EndpointRequest<Source>, 'header' | 'readBody' | 'source' | 'waitUntil'> & {
  /**
   * Value of a parameter of the URL.
   *
   * @param name its name, as in `Sign`
   */
  query(name: string): string | null | undefined
}

/** What a guard found: the body of an authentic callback, or the response that refuses. */
export type CallbackResult =
  | {
      /** The body, parsed. */
      readonly event: unknown
      readonly response?: never
      readonly error?: never
    }
  | {
      readonly event?: never
      /** The answer that refuses, to be written out as it is. */
      readonly response: EndpointResponse
      /** Why. */
      readonly error: Error
    }

/** Checks one callback. It never rejects. */
export type CallbackGuard<Source> = (request: CallbackRequest<Source>) => Promise<CallbackResult>

const MAX_BYTES = 1024 * 1024

/**
 * Creates a guard for the callbacks (webhooks) of Tencent: it lets requests pass whose signature fits, and hands on
 * their body, parsed. Apps use an adapter; this is for writing one.
 *
 * @param options the key or the token; a function gets `source` of the request
 * @throws TypeError when the key is missing, or two are given
 * @example
 * ```ts
 * const guard = createCallbackGuard<Request>({ trtcKey: 'what you chose in the console' })
 * const { event, response } = await guard(callbackRequest)
 * ```
 */
export function createCallbackGuard<Source>(options: CallbackGuardOptions<Source>): CallbackGuard<Source> {
  checkOptions(options)
  const { maxBytes = MAX_BYTES } = options
  const check = options.trtcKey === undefined ? checkChat(options.chatToken) : checkTrtc(options.trtcKey)

  return async (request) => {
    try {
      const body = await readWhole(request, maxBytes)
      await check(request, body)
      return { event: body instanceof Uint8Array ? parseJson(body) : body.json }
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error('the guard failed', { cause: thrown })
      return { error, response: answerError(thrown, request, options, undefined) }
    }
  }
}

type Body = Uint8Array | { readonly json: unknown }
type Check<Source> = (request: CallbackRequest<Source>, body: Body) => Promise<void>

// Source of the name of the header: trtc.io/document/39558.
function checkTrtc<Source>(secret: CallbackSecret<Source>): Check<Source> {
  return async (request, body) => {
    if (!(body instanceof Uint8Array)) throw new TypeError(PARSED)
    const key = await read(secret, request)
    refuse(() => verifyTrtcCallback({ body, sign: request.header('sign'), key }))
  }
}

function checkChat<Source>(secret: CallbackSecret<Source>): Check<Source> {
  return async (request) => {
    const token = await read(secret, request)
    refuse(() => verifyChatCallback({ sign: request.query('Sign'), requestTime: request.query('RequestTime'), token }))
  }
}

const PARSED =
  'the body was parsed before the guard got it, but its bytes are what is signed: mount the guard in front of the body ' +
  'parser, or keep the bytes in req.rawBody'

async function read<Source>(
  secret: CallbackSecret<Source>,
  { source }: CallbackRequest<Source>,
): Promise<string | readonly string[]> {
  return typeof secret === 'function' ? await secret(source) : secret
}

function refuse(verify: () => void): void {
  try {
    verify()
  } catch (error) {
    throw error instanceof UserSigError ? new ProblemError('invalid_callback', error.message, { cause: error }) : error
  }
}

function checkOptions<Source>(options: CallbackGuardOptions<Source>): void {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(`the options are ${show(options)}, but must be an object`)
  }
  const { trtcKey, chatToken, maxBytes, onError } = options
  if (trtcKey !== undefined && chatToken !== undefined) {
    throw new TypeError('both trtcKey and chatToken are given: mount one guard for each')
  }
  checkSecret(trtcKey ?? chatToken)
  if (maxBytes !== undefined && !(Number.isSafeInteger(maxBytes) && maxBytes > 0)) {
    throw new TypeError(`maxBytes is ${show(maxBytes)}, but must be a number of bytes above 0`)
  }
  if (onError !== undefined && typeof onError !== 'function') {
    throw new TypeError(`onError is ${show(onError)}, but must be a function`)
  }
}

function checkSecret(secret: unknown): void {
  if (secret === undefined || secret === null) {
    const reason = 'callbacks are signed with what you chose in the console'
    const line = 'trtcKey: process.env.TRTC_CALLBACK_KEY, // or chatToken: process.env.CHAT_CALLBACK_TOKEN'
    throw new TypeError(missing('trtcKey or chatToken', reason, line))
  }
  const given = Array.isArray(secret) ? secret : [secret]
  const isSecret = (each: unknown) => typeof each === 'string' && each !== ''
  if (typeof secret === 'function' || (given.length > 0 && given.every(isSecret))) return
  throw new TypeError(`trtcKey or chatToken is ${kindOf(secret)}, but must be a text that is not empty, or a function`)
}
