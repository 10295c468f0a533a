import { callback, type OptionTable, oneOf, ownOptions, readOptions, text } from '@usersig/core/internal'
import { authorization } from './authorization.ts'
import { fetchBounded } from './fetch-json.ts'
import { required } from './presets/preset.ts'
import { cannotCheck, notLoggedIn } from './problems.ts'
import { createReporter } from './reporter.ts'
import { userOf } from './sessions/user-of.ts'

/** Which mini program the codes are of. */
export interface WechatOptions {
  /** AppID of the mini program. */
  appId: string
  /** AppSecret of the mini program. It stays on the server. `undefined`, as of a variable that is not set, is refused. */
  appSecret: string | undefined
  /**
   * Which of WeChat's ids becomes the UserID. `unionid` is the same in all mini programs of one account of the WeChat
   * Open Platform, and WeChat sends it only for mini programs that are bound to one.
   * @defaultValue 'openid'
   */
  userId?: 'openid' | 'unionid'
  /**
   * Told why a login was refused, and with which request it came; the client gets to know nothing but 401.
   * @defaultValue prints the reason with `console.warn`, each one at most every ten seconds
   */
  onRefused?: (error: Error, request: unknown) => void
}

const WECHAT: OptionTable<WechatOptions> = {
  appId: text,
  appSecret: text,
  userId: oneOf(['openid', 'unionid']),
  onRefused: callback,
}

const CODE = /^WxLogin +([\w-]{1,128}) *$/i

/** How many logins WeChat is asked about at the same time: codes are written by clients. */
const MAX_PENDING = 100

/** The code is wrong, was used or has ended, or the user is blocked. Source: code2Session, see {@link wechat}. */
const REFUSED = new Set([40029, 40163, 40226])

/**
 * Logins of WeChat mini programs: the client sends the code of `wx.login` as `Authorization: WxLogin <code>`, the
 * server exchanges it for the openid. A code can be used once, within five minutes. The session key of the answer is
 * dropped: it never reaches the client or a log. Source:
 * developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html.
 *
 * @param given the mini program
 * @throws TypeError for an option that is missing, unknown or of the wrong type
 * @example
 * ```ts
 * issueUserSig({ authenticate: wechat({ appId: 'wx0123456789abcdef', appSecret: process.env.WECHAT_SECRET }) })
 * ```
 */
export function wechat(given: WechatOptions): (request: unknown) => Promise<string | null> {
  const options = readOptions<WechatOptions>(given, WECHAT, 'wechat')
  const appId = required(options.appId, 'appId')
  const appSecret = required(options.appSecret, 'appSecret')
  const { userId = 'openid' } = options
  const report = createReporter(options.onRefused)
  let pending = 0

  return async (request) => {
    const code = CODE.exec(authorization(request) ?? '')?.[1]
    if (code === undefined) return null
    if (pending >= MAX_PENDING) throw cannotCheck(new Error(`${MAX_PENDING} logins are waiting for WeChat`))
    pending++
    try {
      const answer = await exchange(appId, appSecret, code)
      const fault = faultOf(answer, userId)
      if (fault === undefined) return userOf(answer[userId], userId)
      report(fault, request)
      throw notLoggedIn(fault, 'WxLogin')
    } finally {
      pending--
    }
  }
}

interface Answer {
  readonly openid?: unknown
  readonly unionid?: unknown
  readonly errcode?: unknown
}

/** Nothing of the request may reach an error: its address holds the AppSecret. */
async function exchange(appId: string, appSecret: string, code: string): Promise<Answer> {
  const address = new URL('https://api.weixin.qq.com/sns/jscode2session')
  address.search = String(
    new URLSearchParams({ appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code' }),
  )
  let answer: Answer
  try {
    answer = JSON.parse(await (await fetchBounded(address.href)).text())
  } catch {
    throw cannotCheck(new Error('WeChat could not be asked about the code of wx.login'))
  }
  const own = ownOptions(Object(answer) as Answer)
  const { errcode = 0 } = own
  if (errcode === 0 || REFUSED.has(errcode as number)) return own
  throw cannotCheck(new Error(`WeChat answered ${Number(errcode)} to code2Session: check appId and appSecret`))
}

function faultOf(answer: Answer, userId: 'openid' | 'unionid'): Error | undefined {
  if (answer.errcode) return new Error(`WeChat refused the code of wx.login: ${Number(answer.errcode)}`)
  const id = answer[userId]
  if (typeof id === 'string' && id !== '') return undefined
  return new Error(
    userId === 'openid'
      ? 'WeChat sent no openid'
      : 'WeChat sent no unionid: bind the mini program to an account of the WeChat Open Platform',
  )
}
