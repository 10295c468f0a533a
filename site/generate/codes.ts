import { type CodeExplanation, explainCode, listTencentCodes, listToolkitCodes } from '@usersig/doctor'
import { LANGUAGES, type Language, prefixOf } from './language.ts'
import { WORDS } from './words.ts'
import { writePage } from './write.ts'

type OwnCode = ReturnType<typeof listToolkitCodes>[number]

/** The page of a code: one stands for many, such as every status of HTTP. */
const fileOf = (code: string) => code.replace(/[<>]/g, '')

/** Nobody reads the codes in their order. */
const ALONE = { prev: false, next: false }

/** A page for each code, in each language, and a list of them. */
export function writeCodes(): void {
  for (const language of LANGUAGES) {
    const tencent = groupBy(listTencentCodes({ language }), ({ code }) => String(code))
    const own = groupBy(listToolkitCodes({ language }), ({ code }) => code)
    for (const [code, meanings] of tencent) writeTencentCode(language, code, meanings)
    for (const [code, meanings] of own) writeOwnCode(language, code, meanings)
    writeList(language, tencent, own)
  }
}

function groupBy<T>(list: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const each of list) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each])
  return groups
}

function writeTencentCode(language: Language, code: string, meanings: readonly CodeExplanation[]): void {
  const words = WORDS[language]
  const [first] = meanings
  const names = [...new Set(meanings.flatMap((each) => each.names))]
  const parts = meanings.map((each) => describe(each, language, meanings.length > 1))
  const markdown = `# ${code}

${otherLanguage(language, code)}

${names.length > 0 ? `${words.names}: ${names.map((name) => `\`${name}\``).join(', ')}\n` : ''}
${parts.join('\n')}
${sayMinus(code, language)}
${findOut(code, language)}`
  const title = [code, names[0]].filter(Boolean).join(' ')
  writePage(
    `${prefixOf(language)}/codes/${code}`,
    { title, description: toDescription(first), code, ...ALONE },
    markdown,
  )
}

const toDescription = (first: CodeExplanation | undefined) => `${first?.meaning ?? ''} ${first?.action ?? ''}`.trim()

function describe(each: CodeExplanation, language: Language, isOneOfMany: boolean): string {
  const { answeredBy, meaning, action, causes, document } = each
  const words = WORDS[language]
  const head = isOneOfMany ? `## ${words.answeredBy}: ${answeredBy}\n\n` : `**${words.answeredBy}:** ${answeredBy}\n\n`
  const level = isOneOfMany ? '###' : '##'
  const list = causes.map(({ message, action: step }) => `1. **${plain(message)}** ${plain(step)}`).join('\n')
  return `${head}${plain(meaning)}

${level} ${words.todo}

${plain(action)}
${list === '' ? '' : `\n${level} ${words.causes}\n\n${list}\n`}
${words.source}: ${linkSources(document)}
`
}

/** An address of a document has no protocol in the data. */
const linkSources = (text: string) =>
  text.replace(/[\w-]+(?:\.[\w-]+)+\/[^\s;,]+/g, (address) => `[${address}](https://${address})`)

/** Text, and neither Markdown nor HTML. */
const plain = (text: string) => text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[*_[\]]/g, '\\$&')

const otherLanguage = (language: Language, file: string) =>
  language === 'en' ? `**English** · [中文](/zh/codes/${file})` : `[English](/codes/${file}) · **中文**`

function sayMinus(code: string, language: Language): string {
  if (!/^\d{4,}$/.test(code)) return ''
  const other = explainCode(-Number(code))
  if (!other.some((each) => String(each.code) === code)) return ''
  return `${WORDS[language].minus(code, `-${code}`)}\n`
}

function findOut(code: string, language: Language): string {
  const { findOut: title, findOutMore, all, console: page } = WORDS[language]
  const prefix = prefixOf(language)
  return `## ${title}

${findOutMore}

\`\`\`sh
npx usersig doctor ${code.startsWith('-') ? `'${code}'` : code}
npx usersig doctor 'eJw…' --key-file .env --user alice
\`\`\`

${page.replace('(CONSOLE)', '(/console/){target="_self"}')} [${all}](${prefix}/codes/)
`
}

function writeOwnCode(language: Language, code: string, meanings: readonly OwnCode[]): void {
  const words = WORDS[language]
  const parts = meanings.map(({ origin, meaning, action, tencentCode }) => {
    const same = tencentCode === undefined ? '' : `\n${words.sameAs(`[${tencentCode}](./${tencentCode})`)}\n`
    const todo = action === '' ? '' : `\n**${words.todo}:** ${plain(action)}\n`
    return `## ${words.ownOrigin[origin]}\n\n${keepCode(meaning)}\n${todo}${same}`
  })
  const [first] = meanings
  const description = `${first?.meaning ?? ''}. ${first?.action ?? ''}`.replaceAll('`', '').trim()
  const markdown = `# ${plain(code)}\n\n${otherLanguage(language, fileOf(code))}\n\n${parts.join('\n')}\n[${words.all}](${prefixOf(language)}/codes/)`
  writePage(
    `${prefixOf(language)}/codes/${fileOf(code)}`,
    { title: fileOf(code), description, code, ...ALONE },
    markdown,
  )
}

/** Escapes all but code in a line. */
const keepCode = (text: string) =>
  text
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 0 ? plain(part) : part))
    .join('')

function writeList(
  language: Language,
  tencent: ReadonlyMap<string, readonly CodeExplanation[]>,
  own: ReadonlyMap<string, readonly OwnCode[]>,
): void {
  const words = WORDS[language]
  const cell = (text: string) => keepCode(text).replaceAll('|', '\\|')
  const size = (code: string) => Math.abs(Number(code))
  const rows = [...tencent]
    .sort(([a], [b]) => size(a) - size(b))
    .flatMap(([code, all]) =>
      all.map(({ answeredBy, meaning }) => `| [${code}](./${code}) | ${cell(answeredBy)} | ${cell(meaning)} |`),
    )
  const ownRows = [...own].flatMap(([code, all]) =>
    all.map(
      ({ origin, meaning }) =>
        `| [${plain(code)}](./${fileOf(code)}) | ${words.ownOrigin[origin]} | ${cell(meaning)} |`,
    ),
  )
  const head = `| ${words.codeHead.join(' | ')} |\n| --- | --- | --- |`
  const markdown = `# ${words.codes}

${otherLanguage(language, '')}

${words.codesIntro}

${head}
${rows.join('\n')}

## ${words.own}

${head}
${ownRows.join('\n')}
`
  const top = { title: words.codes, description: words.codesIntro, outline: false, aside: false }
  writePage(`${prefixOf(language)}/codes/index`, top, markdown)
}
