import type { Finding, FindingCode, FindingValues } from '@usersig/core/doctor'
import { findingZh } from '../../../../docs/generate/zh/codes.ts'
import type { Texts } from './en.ts'
import { formatDuration, formatTime } from './format.ts'

type Say = (values: FindingValues, texts: Texts) => string

const moment = (value: string | number | undefined) => formatTime(Number(value))
const duration = (value: string | number | undefined, texts: Texts) => formatDuration(Number(value), texts)

/** What a finding says, with the values that it names. */
const DETAILS: Partial<Record<FindingCode, Say>> = {
  app_mismatch: ({ found, expected }) => `票据属于 SDKAppID ${found}，而不是 ${expected}`,
  user_mismatch: ({ found, expected }) => `票据属于 UserID "${found}"，而不是 "${expected}"`,
  not_yet_valid: ({ ahead, issuedAt }, texts) => `签发时间比现在晚 ${duration(ahead, texts)}：${moment(issuedAt)}`,
  expired: ({ ago, issuedAt, expire }, texts) =>
    `已过期 ${duration(ago, texts)}：${moment(issuedAt)} 签发，有效期 ${duration(expire, texts)}`,
  lifetime: ({ left, issuedAt, expire }, texts) =>
    `剩余有效时间 ${duration(left, texts)}：${moment(issuedAt)} 签发，有效期 ${duration(expire, texts)}`,
  bad_signature: ({ sdkAppId, signedBy }) =>
    signedBy === undefined
      ? `签名不是用 SDKAppID ${sdkAppId} 的密钥生成的`
      : `票据属于 SDKAppID ${sdkAppId}，却是用 ${signedBy} 的密钥签名的`,
  key_unknown: ({ sdkAppId }) => `签名未校验：没有 SDKAppID ${sdkAppId} 的密钥`,
  verified: ({ sdkAppId }) => `签名正确，由 SDKAppID ${sdkAppId} 的密钥生成`,
  cut_off: ({ length }) => `票据被截断，只有 ${length} 个字符`,
}

/** Those whose English message says more than a title can. */
const WORDY: readonly FindingCode[] = [
  'app_mismatch',
  'user_mismatch',
  'room_mismatch',
  'expired',
  'lifetime',
  'milliseconds',
  'malformed',
  'key_changed',
  'user_id',
]

/** A finding in Chinese; `complete` where it says all that the English one does. */
export function explainFinding({ code, values, action }: Finding, texts: Texts) {
  const { title, action: advice } = findingZh[code]
  const say = Object.keys(values).length > 0 ? DETAILS[code] : undefined
  return {
    message: say ? say(values, texts) : title,
    // Where nothing has to be done in the one language, nothing has to be in the other.
    action: action && advice,
    complete: say !== undefined || !WORDY.includes(code),
  }
}
