import type { EvidenceCode } from '../evidence.ts'

/** Why a cause stands where it does, in Chinese. */
export const evidence: Readonly<Record<EvidenceCode, string>> = {
  named: '内容里有 {code}：{meaning}',
  named_constant: '内容里有 {code}（{name}）：{meaning}',
  said: '内容里有错误信息“{text}”。',
  shown: '内容本身可以看出。',
  own: '内容里有本工具的错误码 {code}。',
  code_fits: '内容里有 {code}，与此相符。',
  code_differs: '内容里有 {code}，与此不符：可能来自另一次尝试。',
  ticket_good: '票据本身没有问题：属于 {userId}、SDKAppID {sdkAppId}，签名正确，剩余有效时间 {left}。',
  ticket_unverified: '不看签名，票据没有发现问题：属于 {userId}、SDKAppID {sdkAppId}，剩余有效时间 {left}。',
  ticket: '票据属于 {userId}、SDKAppID {sdkAppId}。',
}
