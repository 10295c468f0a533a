/**
 * The server's own session with the REST API: a ticket of the administrator, and the URLs of calls.
 *
 * @module
 */
import { kindOf, show } from './show.ts'
import type { RemoteUserSigner, UserSigner } from './signing/types.ts'

/**
 * Hosts of the REST API, by the region of the application.
 * Source: tencentcloud.com/jp/document/product/1047/34620.
 */
export const REST_HOSTS = {
  /** `console.tim.qq.com` */
  china: 'console.tim.qq.com',
  /** `adminapisgp.im.qcloud.com` */
  singapore: 'adminapisgp.im.qcloud.com',
  /** `adminapikr.im.qcloud.com` */
  korea: 'adminapikr.im.qcloud.com',
  /** `adminapijpn.im.qcloud.com` */
  japan: 'adminapijpn.im.qcloud.com',
  /** `adminapiger.im.qcloud.com` */
  germany: 'adminapiger.im.qcloud.com',
  /** `adminapiusa.im.qcloud.com` */
  usa: 'adminapiusa.im.qcloud.com',
  /** `adminapiidn.im.qcloud.com` */
  indonesia: 'adminapiidn.im.qcloud.com',
} as const

/** Region of an application. */
export type RestRegion = keyof typeof REST_HOSTS

/** How the server's own session with the REST API works. */
export interface AdminSessionOptions {
  /** Signs the ticket of the administrator. */
  signer: UserSigner | RemoteUserSigner
  /** UserID of an administrator of the application, as set in the console. @defaultValue 'administrator' */
  admin?: string
  /** Region of the application. */
  region: RestRegion
  /** How long each ticket is valid, in seconds. @defaultValue 86400 */
  expire?: number
  /** How long before its end a ticket is replaced, in seconds. @defaultValue a tenth of `expire` */
  renewAhead?: number
  /** The clock, in milliseconds. @defaultValue Date.now */
  now?: () => number
}

/** The server's own session with the REST API. */
export interface AdminSession {
  /**
   * A ticket of the administrator that is valid for a while: kept, and replaced ahead of its end.
   *
   * @throws UserSigError `invalid_user_id`, `invalid_expire` where `admin` or `expire` cannot be signed
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

const COMMAND = /^[a-z0-9_]+\/[a-z0-9_]+$/i

/**
 * Creates a session for the server's calls of the REST API. One ticket serves many calls, and callers who come at once
 * wait for the same one.
 *
 * @param options the signer, the administrator, the region, lifetimes in seconds
 * @throws TypeError for options of the wrong kind
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
export function createAdminSession(options: AdminSessionOptions): AdminSession {
  const { signer, admin = 'administrator', region, expire = 86_400, now = Date.now } = options
  const renewAhead = options.renewAhead ?? Math.floor(expire / 10)
  if (typeof signer?.genUserSig !== 'function') throw new TypeError(`signer is ${kindOf(signer)}, but must be a signer`)
  if (!Object.hasOwn(REST_HOSTS, region)) {
    throw new TypeError(`region is ${show(region)}, but must be one of ${Object.keys(REST_HOSTS).join(', ')}`)
  }
  if (!(renewAhead >= 0 && renewAhead < expire)) {
    throw new TypeError(`renewAhead is ${show(renewAhead)}, but must be from 0 to less than expire (${expire})`)
  }
  let current: { readonly userSig: Promise<string>; readonly issuedAt: number } | undefined

  function userSig(): Promise<string> {
    const seconds = Math.floor(now() / 1000)
    // A clock that was set back would otherwise keep a ticket from the future.
    const usable = current && seconds >= current.issuedAt && seconds < current.issuedAt + expire - renewAhead
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
    if (!COMMAND.test(command)) {
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
