import { linkSources } from '../links.ts'
import { clientCodes, endpointCodes, tencentCodes, userSigCodes } from './codes.ts'
import { type Language, WORDS } from './words.ts'

/** The page with all codes. */
export function codesPage(language: Language): string {
  const { title, languages, intro, ...sections } = WORDS[language]
  const mark = anchors()
  const own = userSigCodes()
  const tables = {
    tencent: tencentCodes().map(({ code, source, answeredBy, meaning, action, document }) => [
      `${mark(String(code), `${source}${code}`)}${code}`,
      answeredBy[language],
      meaning[language],
      action[language],
      document,
    ]),
    own: own.map(({ code, meaning, hint, tencentCode }) => [
      `${mark(code)}\`${code}\``,
      meaning[language],
      hint[language],
      tencentCode === undefined ? '' : `[${tencentCode}](#${tencentCode})`,
    ]),
    endpoint: endpointCodes().map(({ code, status, title, meaning }) => [
      `${mark(code, `endpoint-${code}`)}\`${code}\``,
      String(status),
      title,
      meaning[language],
    ]),
    client: clientCodes().map(({ code, meaning }) => [
      `${mark(code.replace(/[<>]/g, ''))}\`${code}\``,
      meaning[language],
    ]),
  }
  const parts = Object.entries(tables).map(([name, rows]) => {
    const section = sections[name as keyof typeof sections]
    return `## ${section.title}\n\n${section.intro}\n\n${toTable(section.head, rows)}`
  })
  return linkSources(`# ${title}\n\n${languages}\n\n${intro}\n\n${parts.join('\n\n')}\n`)
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

function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
