import type { Text } from '../language.ts'

/** Why a cause stands where it does. */
export const EVIDENCE = {
  named: { en: 'The text names {code}{name}: {meaning}', zh: '内容里有 {code}{name}：{meaning}' },
  said: { en: 'The text holds the message “{text}”.', zh: '内容里有错误信息“{text}”。' },
  shown: { en: 'The text shows it.', zh: '内容本身可以看出。' },
  own: { en: 'The text names the code {code} of this toolkit.', zh: '内容里有本工具的错误码 {code}。' },
  code_fits: { en: 'The text names {code}, which fits.', zh: '内容里有 {code}，与此相符。' },
  code_differs: {
    en: 'The text names {code}, which is another fault: perhaps it is of another try.',
    zh: '内容里有 {code}，与此不符：可能来自另一次尝试。',
  },
  ticket_good: {
    en: 'The ticket itself is right: it is for {userId}, SDKAppID {sdkAppId}, signed by its key, and valid for another {left}.',
    zh: '票据本身没有问题：属于 {userId}、SDKAppID {sdkAppId}，签名正确，剩余有效时间 {left}。',
  },
  ticket_unverified: {
    en: 'The ticket has no fault that shows without its key: it is for {userId}, SDKAppID {sdkAppId}, and valid for another {left}.',
    zh: '不看签名，票据没有发现问题：属于 {userId}、SDKAppID {sdkAppId}，剩余有效时间 {left}。',
  },
  ticket: { en: 'The ticket is for {userId}, SDKAppID {sdkAppId}.', zh: '票据属于 {userId}、SDKAppID {sdkAppId}。' },
  found_app: { en: 'The text uses SDKAppID {sdkAppId}.', zh: '内容里使用 SDKAppID {sdkAppId}。' },
  found_user: { en: 'The text uses UserID {userId}.', zh: '内容里使用 UserID {userId}。' },
  no_admin: { en: 'The identifier in the URL is {userId}.', zh: 'URL 里的 identifier 是 {userId}。' },
  key_fits: { en: 'With the key put right, the signature fits.', zh: '把密钥改正之后，签名相符。' },
} as const satisfies Record<string, Text>

/** Name of a piece of evidence. */
export type EvidenceCode = keyof typeof EVIDENCE
