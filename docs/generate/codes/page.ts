import { linkSources } from '../links.ts'
import { clientCodes, endpointCodes, tencentCodes, userSigCodes } from './codes.ts'
import { type Language, WORDS } from './words.ts'

/** The page with all codes. */
export function codesPage(language: Language): string {
  const { title, languages, intro, labels: words, ...sections } = WORDS[language]
  const mark = anchors()
  const entries = {
    tencent: tencentCodes().map(({ code, source, answeredBy, meaning, action, document }) => {
      const head = `${mark(String(code), `${source}${code}`)}**${code}**${words.from(answeredBy[language])}`
      return entry(head, [
        meaning[language],
        `${words.action}${words.colon}${action[language]}`,
        `${words.source}${words.colon}${document}`,
      ])
    }),
    own: userSigCodes().map(({ code, meaning, hint, tencentCode }) => {
      const servers =
        tencentCode === undefined ? [] : [`${words.servers}${words.colon}[${tencentCode}](#${tencentCode})`]
      return entry(`${mark(code)}**\`${code}\`**`, [
        meaning[language],
        `${words.action}${words.colon}${hint[language]}`,
        ...servers,
      ])
    }),
    endpoint: endpointCodes().map(({ code, status, title, meaning }) => {
      const name = `${mark(code, `endpoint-${code}`)}**\`${code}\`** (${status} ${title})`
      return `- ${name}${words.colon}${meaning[language]}`
    }),
    client: clientCodes().map(({ code, meaning }) => {
      return `- ${mark(code.replace(/[<>]/g, ''))}**\`${code}\`**${words.colon}${meaning[language]}`
    }),
  }
  const parts = Object.entries(entries).map(([name, each]) => {
    const section = sections[name as keyof typeof sections]
    const gap = each[0]?.startsWith('- ') ? '\n' : '\n\n'
    return `## ${section.title}\n\n${section.intro}\n\n${each.join(gap)}`
  })
  return linkSources(`# ${title}\n\n${languages}\n\n${intro}\n\n${parts.join('\n\n')}\n`)
}

/** A code as a line that stands out, and what there is to say of it. */
function entry(head: string, lines: readonly string[]): string {
  return `${head}\n\n${lines.map((line) => `- ${line}`).join('\n')}`
}

/** Gives each code an anchor; where one is taken, as that of a code that two programs answer, the other one. */
function anchors(): (...names: string[]) => string {
  const taken = new Set<string>()
  return (...names) => {
    const free = names.find((name) => !taken.has(name))
    if (free === undefined) throw new Error(`the anchor ${names.join(', ')} is taken`)
    taken.add(free)
    return `<a id="${free}"></a>`
  }
}
