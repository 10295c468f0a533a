import type { Text } from './codes.ts'

/** Language of a page. */
export type Language = keyof Text

/** What a page says around its codes. */
export interface Words {
  readonly title: string
  /** The other languages. */
  readonly languages: string
  readonly intro: string
  /** Before the parts of an entry. */
  readonly labels: Readonly<Record<'action' | 'source' | 'servers' | 'colon', string>> & {
    readonly from: (program: string) => string
  }
  readonly tencent: { readonly title: string; readonly intro: string }
  readonly own: { readonly title: string; readonly intro: string }
  readonly endpoint: { readonly title: string; readonly intro: string }
  readonly client: { readonly title: string; readonly intro: string }
}

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Error codes',
    languages: '**English** · [中文](errors.zh-CN.md)',
    intro: `What each code means and what to do: search this page for the number, or put it behind a \`#\`, as in [errors.md#70009](#70009).

- On the command line: \`npx usersig explain 70009\`, \`npx usersig explain -100018\`, or a word, \`npx usersig explain expired\`. \`npx usersig doctor TICKET\` says which of them a ticket will get.
- In a browser: the tab "Codes" of the demo, which \`npm start\` runs.
- In a program: \`explainCode(70009)\` of [\`@usersig/doctor\`](api/doctor.md#explaincode).`,
    labels: {
      from: (program) => `, from ${program}`,
      action: '**What to do**',
      source: 'Source',
      servers: "Tencent's servers say",
      colon: ': ',
    },
    tencent: {
      title: 'Codes of Tencent',
      intro: 'Sorted by number, without the sign. One code may mean something else where another program answers it.',
    },
    own: {
      title: 'Codes of this toolkit',
      intro:
        '`code` of a [`UserSigError`](api/core.md#usersigerror): what a signer does not sign, and a verifier does not accept. A guard answers 401 with the same codes.',
    },
    endpoint: {
      title: 'Codes of the endpoint',
      intro:
        '`code` of the problem documents with which endpoints and guards refuse, by HTTP status. What clients see when something fails is in [faults.md](faults.md), and the form of the answers in [openapi.yaml](../spec/openapi.yaml). Limiters, which stand in front, have codes of their own: those of the samples answer 429 `rate_limited`.',
    },
    client: {
      title: 'Codes of the client',
      intro:
        '`code` of a [`UserSigSourceError`](api/client.md#usersigsourceerror), beside those of the endpoint, which it hands on.',
    },
  },
  zh: {
    title: '错误码',
    languages: '[English](errors.md) · **中文**',
    intro: `每个错误码的含义和处理办法。在本页搜索错误码，或者把它写在 \`#\` 后面，例如 [errors.zh-CN.md#70009](#70009)。

- 命令行：\`npx usersig explain 70009\`、\`npx usersig explain -100018\`，或者一个单词：\`npx usersig explain expired\`。\`npx usersig doctor 票据\` 会说明一张票据将得到哪个错误码。
- 浏览器：\`npm start\` 启动的演示页面里的「错误码」标签页。
- 程序：[\`@usersig/doctor\`](api/doctor.md#explaincode) 的 \`explainCode(70009)\`。`,
    labels: {
      from: (program) => `，由${program}返回`,
      action: '**处理办法**',
      source: '出处',
      servers: '腾讯云服务器返回',
      colon: '：',
    },
    tencent: {
      title: '腾讯云的错误码',
      intro: '按数字大小排列，不计正负号。同一个错误码由不同的程序返回时，含义可能不同。',
    },
    own: {
      title: '本工具包的错误码',
      intro:
        '[`UserSigError`](api/core.md#usersigerror) 的 `code`：签发时拒绝的参数，校验时拒绝的票据。守卫以同样的错误码返回 401。',
    },
    endpoint: {
      title: '接口的错误码',
      intro:
        '签发接口和守卫拒绝请求时，问题文档里的 `code`，按 HTTP 状态码排列。出故障时客户端看到什么见 [faults.md](faults.md)，回答的格式见 [openapi.yaml](../spec/openapi.yaml)。限流器位于接口之前，有自己的错误码：示例中的限流器返回 429 `rate_limited`。',
    },
    client: {
      title: '客户端的错误码',
      intro: '[`UserSigSourceError`](api/client.md#usersigsourceerror) 的 `code`；接口的错误码会原样转达，不在此列。',
    },
  },
}
