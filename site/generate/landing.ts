import { FETCH_RECIPES } from '../../packages/cli/src/mcp/fetch-recipes.ts'
import type { Recipe } from '../../packages/cli/src/mcp/recipe.ts'
import { allRecipes } from '../../packages/cli/src/mcp/recipes.ts'
import { LANGUAGES, type Language, prefixOf } from './language.ts'
import { writePage } from './write.ts'

const WORDS = {
  en: {
    title: 'UserSig for TypeScript',
    text: 'The login of Tencent Cloud Chat and TRTC, done right',
    tagline: 'Issue and verify UserSig on your server, renew it in your app, and learn in one line why a login fails.',
    start: 'Quick start',
    codes: 'Error codes',
    console: 'Console',
    doctor: 'A login fails? Ask the doctor',
    doctorMore: 'Paste a code, a line of a log or a ticket. The diagnosis runs in this page; nothing is sent anywhere.',
    stacks: 'The shortest program of your stack',
    stacksMore: 'Everyone who is logged in gets a ticket at `POST /usersig`, everyone else gets 401.',
    otherStacks: 'Nuxt, React Router, SvelteKit, Astro and other fetch platforms, tRPC, socket.io',
    features: [
      ['Your login decides', 'The user comes from your own session or token, never from the body of the request.'],
      [
        'Agrees with the official programs',
        'Ticket by ticket, over the published test vectors of nineteen programs and generators.',
      ],
      ['Says what is wrong', 'Every code has a page with its causes and the next step, in English and Chinese.'],
    ],
  },
  zh: {
    title: 'UserSig for TypeScript',
    text: '腾讯云 IM 和 TRTC 登录票据，一次做对',
    tagline: '服务端签发、校验 UserSig，客户端自动续期；登录失败时，一行命令说明原因。',
    start: '快速开始',
    codes: '错误码',
    console: '控制台',
    doctor: '登录失败？问问诊断工具',
    doctorMore: '粘贴错误码、一行日志或者票据。诊断在本页内完成，不会发送任何内容。',
    stacks: '您的技术栈，最短的程序',
    stacksMore: '已登录的用户从 `POST /usersig` 得到票据，其他人得到 401。',
    otherStacks: 'Nuxt、React Router、SvelteKit、Astro 等 fetch 平台，以及 tRPC 和 socket.io',
    features: [
      ['由您的登录决定身份', '用户来自您自己的会话或令牌，绝不取自请求体。'],
      ['与官方程序一致', '以公开的测试向量逐个票据核对，涵盖十九种官方程序。'],
      ['说清楚哪里不对', '每个错误码都有一页，写明原因和下一步，中英文齐备。'],
    ],
  },
} as const satisfies Record<Language, unknown>

/** The first page of each language. */
export function writeLanding(): void {
  for (const language of LANGUAGES) {
    const words = WORDS[language]
    const prefix = prefixOf(language)
    const hero = {
      name: 'UserSig',
      text: words.text,
      tagline: words.tagline,
      actions: [
        { theme: 'brand', text: words.start, link: `${prefix}/guide/quick-start` },
        { theme: 'alt', text: words.codes, link: `${prefix}/codes/` },
        { theme: 'alt', text: words.console, link: '/console/index.html', target: '_self' },
      ],
    }
    const features = words.features.map(([title, details]) => ({ title, details }))
    const markdown = `## ${words.doctor}

${words.doctorMore}

<DoctorTrial language="${language}" />

## ${words.stacks}

${words.stacksMore}

${drawStacks()}

[${words.otherStacks}](${prefix}/guide/platforms)
`
    const head = {
      title: words.title,
      description: words.tagline,
      layout: 'home',
      titleTemplate: false,
      hero,
      features,
    }
    writePage(`${prefix}/index`, head, markdown)
  }
}

/** Stacks whose recipe is a part of a file: they have a page. */
const ON_PAGE = FETCH_RECIPES.map(([, recipe]) => recipe)

/** One tab for each stack; two of them may share a name. */
function drawStacks(): string {
  const shown = allRecipes().filter((recipe) => !ON_PAGE.includes(recipe))
  const stacks = new Map(shown.map((recipe) => [recipe.stack, recipe]))
  return `::: code-group\n\n${[...stacks.values()].map(drawStack).join('\n\n')}\n\n:::`
}

const drawStack = ({ stack, install, lines }: Recipe) => `\`\`\`ts [${stack}]\n// ${install}\n\n${lines}\n\`\`\``
