import { callback, duration, wholeNumber } from '../options/option-checks.ts'
import { isNamed, type OptionTable, readOptions } from '../options/read-options.ts'
import { kindOf } from '../show.ts'
import { missing } from './credentials.ts'
import type { ErrorHook } from './hooks.ts'
import type { OutcomeHook } from './outcome.ts'
import type { MaybePromise } from './time-limit.ts'

/** Unsigned claims of a webhook: use them only to choose a key. */
export interface WebhookHint {
  /** SDKAppID of the header `SdkAppId` (TRTC) or of the URL (Chat), as text. Nobody has vouched for it. */
  readonly sdkAppId: string | undefined
}

/** The key for webhooks: a string, several during a rotation, or a function that returns them. */
export type WebhookSecret<Request, Context> =
  | string
  | readonly string[]
  | ((
      request: Request,
      context: Context,
      hint: WebhookHint,
    ) => MaybePromise<string | readonly string[] | null | undefined>)

/** Options of the guard for webhooks: one of `trtcKey` and `chatToken`. */
export interface WebhookOptions<Request = unknown, Context = undefined>
  extends ErrorHook<Request, Context>,
    OutcomeHook<Request, Context> {
  /**
   * For webhooks of TRTC and of call products: the key that you chose in the console, or a function that returns it.
   * Nothing (`null`, `undefined`) refuses the request: there is no such application.
   */
  trtcKey?: WebhookSecret<Request, Context> | undefined
  /**
   * For webhooks of Chat and TUILiveKit: the token that you chose in the console, or a function that returns it. Nothing
   * but the time is signed: serve it over HTTPS only.
   */
  chatToken?: WebhookSecret<Request, Context> | undefined
  /**
   * Greatest age of a webhook, in seconds. TRTC repeats an unanswered webhook for about a minute with its first time:
   * set 120 or more there.
   * @defaultValue 60 for Chat, as documented; any age for TRTC
   */
  maxAge?: number
  /** Longest body that is read, in bytes, up to 16 777 216. @defaultValue 1 048 576, a MiB */
  maxBytes?: number
  /** Time limit of a function that returns the key, in seconds; then 503. @defaultValue 10 */
  callbackTimeout?: number
}

export const WEBHOOK_OPTIONS: OptionTable<WebhookOptions> = {
  trtcKey: checkSecret,
  chatToken: checkSecret,
  maxAge: duration(),
  maxBytes: wholeNumber(1, 16 * 1024 * 1024, 'bytes'),
  callbackTimeout: duration(),
  onError: callback,
  onOutcome: callback,
}

/** @throws TypeError for an option that is missing, unknown or of the wrong type */
export function readWebhookOptions<Request, Context>(
  given: WebhookOptions<Request, Context>,
): Readonly<WebhookOptions<Request, Context>> {
  const options = readOptions<WebhookOptions<Request, Context>>(given, WEBHOOK_OPTIONS, 'requireWebhook')
  const { trtcKey, chatToken } = options
  if (trtcKey !== undefined && chatToken !== undefined) {
    throw new TypeError('trtcKey and chatToken are both set: mount one guard for each')
  }
  if (trtcKey === undefined && chatToken === undefined) {
    const named = ['trtcKey', 'chatToken'].find((name) => isNamed(given ?? {}, name))
    if (named !== undefined) {
      throw new TypeError(`${named} is undefined: set the environment variable that you read it from, and restart`)
    }
    const line = 'trtcKey: process.env.TRTC_WEBHOOK_KEY, // or chatToken: process.env.CHAT_WEBHOOK_TOKEN'
    throw new TypeError(missing('trtcKey or chatToken', 'webhooks are signed with what you chose in the console', line))
  }
  return options
}

function checkSecret(value: unknown, name: string): unknown {
  if (typeof value === 'function') return value
  return checkTexts(value, name)
}

/** @throws TypeError for what is not a text, or several, that are not empty */
export function checkTexts(value: unknown, name: string): readonly string[] {
  const texts = Array.isArray(value) ? value : [value]
  if (texts.length > 0 && texts.every((each) => typeof each === 'string' && each !== ''))
    return Object.freeze([...texts])
  throw new TypeError(`${name} is ${kindOf(value)}, but must be a text that is not empty, several, or a function`)
}
