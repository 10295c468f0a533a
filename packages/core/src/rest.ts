/**
 * The server's own session with the REST API: a ticket of the administrator, and the URLs of calls.
 *
 * @module
 */
import { isSigner, type Signer } from './endpoint/signer.ts'
import { callback, oneOf, text, wholeNumber } from './options/option-checks.ts'
import { type OptionTable, readOptions } from './options/read-options.ts'
import { checkExpire, type Moment, systemClock, toUnixSeconds } from './rules/time.ts'
import { show } from './show.ts'

/**
 * Hosts of the REST API, by the region of the application.
 * Source: tencentcloud.com/jp/document/product/1047/34620.
 */
const REST_HOSTS = {
  china: 'console.tim.qq.com',
  singapore: 'adminapisgp.im.qcloud.com',
  korea: 'adminapikr.im.qcloud.com',
  japan: 'adminapijpn.im.qcloud.com',
  germany: 'adminapiger.im.qcloud.com',
  usa: 'adminapiusa.im.qcloud.com',
  indonesia: 'adminapiidn.im.qcloud.com',
} as const

/** Region of an application. */
export type RestRegion = keyof typeof REST_HOSTS

/** How the server's own session with the REST API works. */
export interface AdminSessionOptions {
  /** Signs the ticket of the administrator. */
  signer: Signer
  /** UserID of an administrator of the application, as set in the console. @defaultValue 'administrator' */
  admin?: string
  /** Region of the application. */
  region: RestRegion
  /** How long each ticket is valid, in seconds, from 1 to 1 576 800 000. @defaultValue 86400 */
  expire?: number
  /** How long before its end a ticket is replaced, in whole seconds, less than `expire`. @defaultValue a tenth of `expire` */
  refreshAhead?: number
  /** The clock, as a `Date` or Unix seconds. @defaultValue the clock of the system */
  now?: () => Moment
}

const OPTIONS: OptionTable<AdminSessionOptions> = {
  signer: (value) => {
    if (isSigner(value)) return value
    throw new TypeError('signer is not what createUserSigner() returns')
  },
  admin: text,
  region: oneOf(Object.keys(REST_HOSTS)),
  expire: (value) => checkExpire(value as number),
  refreshAhead: wholeNumber(0, 1_576_800_000, 'seconds'),
  now: callback,
}

/** The server's own session with the REST API. */
export interface AdminSession {
  /**
   * A ticket of the administrator that is valid for a while: kept, and replaced before its end.
   *
   * @throws UserSigError `invalid_user_id` where `admin` cannot be signed
   */
  userSig(): Promise<string>
  /**
   * URL for one call of the REST API. It holds the administrator's ticket: do not log it.
   *
   * @param command service and command, such as `im_open_login_svc/kick`
   * @throws TypeError when the command is not of this form
   */
  url(command: string): Promise<URL>
}

const COMMAND = /^[a-z0-9_]{1,64}\/[a-z0-9_]{1,64}$/i

/**
 * Creates a session for the server's calls of the REST API. Many calls share one ticket, and concurrent callers wait
 * for the same one.
 *
 * @param given the signer, the administrator, the region, lifetimes in seconds
 * @throws TypeError for an option that is missing, unknown or of the wrong type
 * @throws UserSigError `invalid_expire`
 * @example
 * ```ts
 * const session = createAdminSession({ signer, region: 'singapore' })
 * const response = await fetch(await session.url('im_open_login_svc/kick'), {
 *   method: 'POST',
 *   body: JSON.stringify({ UserID: 'alice' }),
 * })
 * const { ErrorCode, ErrorInfo } = await response.json() // the status is 200 even on failure
 * ```
 */
export function createAdminSession(given: AdminSessionOptions): AdminSession {
  const options = readOptions<AdminSessionOptions>(given, OPTIONS, 'createAdminSession')
  const { signer, admin = 'administrator', region, expire = 86_400, now } = options
  const refreshAhead = options.refreshAhead ?? Math.floor(expire / 10)
  if (signer === undefined) throw new TypeError('signer is missing: pass what createUserSigner() returns')
  if (region === undefined) {
    throw new TypeError(`region is missing: pass one of ${Object.keys(REST_HOSTS).join(', ')}`)
  }
  if (refreshAhead >= expire) {
    throw new TypeError(`refreshAhead is ${refreshAhead}, but must be less than expire (${expire})`)
  }
  const clock = now ? () => toUnixSeconds(now(), 'now()') : systemClock
  let current: { readonly userSig: Promise<string>; readonly issuedAt: number } | undefined

  function userSig(): Promise<string> {
    const seconds = clock()
    // A clock that was set back would otherwise keep a ticket from the future.
    const usable = current && seconds >= current.issuedAt && seconds < current.issuedAt + expire - refreshAhead
    if (current && usable) return current.userSig
    const renewed = { userSig: renew(seconds), issuedAt: seconds }
    current = renewed
    renewed.userSig.catch(() => {
      if (current === renewed) current = undefined
    })
    return renewed.userSig
  }

  async function renew(seconds: number): Promise<string> {
    return await signer.genUserSig(admin, { expire, now: seconds })
  }

  async function url(command: string): Promise<URL> {
    if (typeof command !== 'string' || !COMMAND.test(command)) {
      throw new TypeError(`command is ${show(command)}, but must be service/command, such as im_open_login_svc/kick`)
    }
    const url = new URL(`https://${REST_HOSTS[region]}/v4/${command}`)
    url.search = new URLSearchParams({
      sdkappid: String(signer.sdkAppId),
      identifier: admin,
      usersig: await userSig(),
      random: String(Math.floor(Math.random() * 2 ** 32)),
      contenttype: 'json',
    }).toString()
    return url
  }

  return Object.freeze({ userSig, url })
}
