import type { Language } from './language.ts'

/** What the generated pages say around what they show. */
export interface SiteWords {
  readonly codes: string
  readonly codesIntro: string
  readonly codeHead: readonly string[]
  readonly answeredBy: string
  readonly names: string
  readonly todo: string
  readonly causes: string
  readonly source: string
  readonly minus: (code: string, other: string) => string
  readonly findOut: string
  readonly findOutMore: string
  readonly own: string
  readonly ownOrigin: Readonly<Record<'ticket' | 'endpoint' | 'client', string>>
  readonly sameAs: (code: string) => string
  readonly all: string
  readonly console: string
}

export const WORDS: Readonly<Record<Language, SiteWords>> = {
  en: {
    codes: 'Error codes of Tencent Cloud Chat, TRTC and UserSig',
    codesIntro:
      'What each code means and what to do, each with a page of its own. One code may mean something else where another program answers it.',
    codeHead: ['code', 'answered by', 'what it means'],
    answeredBy: 'Answered by',
    names: 'Also written',
    todo: 'What to do',
    causes: 'What causes it, the most common first',
    source: 'Source',
    minus: (code, other) =>
      `${other} is the same: native SDKs put a minus in front of the codes of the servers, and ${code} stands without it.`,
    findOut: 'Find out which cause is yours',
    findOutMore: 'Paste the UserSig, the line of your log or the code. Neither tickets nor keys leave your machine.',
    own: 'Codes of this toolkit',
    ownOrigin: {
      ticket: 'A signer refuses an input, or a verifier a ticket',
      endpoint: 'An endpoint or a guard refuses a request',
      client: 'The client in the app gets no ticket',
    },
    sameAs: (code) => `Tencent's servers say ${code} to the same.`,
    all: 'All codes',
    console: 'The same in the browser: [the console](CONSOLE).',
  },
  zh: {
    codes: '腾讯云 IM、TRTC 和 UserSig 的错误码',
    codesIntro: '每个错误码的含义和处理办法，各有一页。同一个错误码由不同的程序返回时，含义可能不同。',
    codeHead: ['错误码', '由谁返回', '含义'],
    answeredBy: '由谁返回',
    names: '又写作',
    todo: '处理办法',
    causes: '可能的原因，最常见的在前',
    source: '出处',
    minus: (code, other) => `${other} 与 ${code} 相同：原生 SDK 会在服务端错误码前面加上负号。`,
    findOut: '找出您遇到的是哪一种原因',
    findOutMore: '把 UserSig、日志里的一行或者错误码粘贴进去。票据和密钥都不会离开您的电脑。',
    own: '本工具包的错误码',
    ownOrigin: {
      ticket: '签发时拒绝参数，或校验时拒绝票据',
      endpoint: '签发接口或守卫拒绝请求',
      client: '客户端没有得到票据',
    },
    sameAs: (code) => `腾讯云服务端对此返回 ${code}。`,
    all: '全部错误码',
    console: '也可以在浏览器里诊断：[控制台](CONSOLE)。',
  },
}
