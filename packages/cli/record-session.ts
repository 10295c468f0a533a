import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Runs real commands in both languages and draws what they print, as docs/cli-session.svg and docs/cli-session.zh.svg. Call
// it with node from anywhere.
const BINARY = fileURLToPath(new URL('./dist/main.js', import.meta.url))
const SESSIONS = [
  { language: 'en', file: 'cli-session.svg', label: 'A session of usersig on the command line' },
  { language: 'zh', file: 'cli-session.zh.svg', label: 'usersig 命令行示例' },
] as const
const ENV = {
  ...process.env,
  USERSIG_SDKAPPID: '1400000000',
  USERSIG_SECRETKEY: '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e',
  FORCE_COLOR: '1',
}
/** What a terminal's colours begin with. */
const ESCAPE = '\u001b['
const PROMPT = `${ESCAPE}32m$${ESCAPE}39m`

function run(language: string, args: readonly string[], input = ''): string[] {
  const command = [BINARY, ...args, '--lang', language]
  const { stdout } = spawnSync(process.execPath, command, { env: ENV, encoding: 'utf8', input })
  return stdout.trimEnd().split('\n')
}

function record(language: string): string[] {
  const [ticket = ''] = run(language, ['sign', 'alice'])
  return [
    `${PROMPT} usersig sign alice > ticket.txt`,
    `${PROMPT} usersig inspect < ticket.txt`,
    ...run(language, ['inspect'], ticket),
    '',
    `${PROMPT} usersig doctor "'$(cat ticket.txt)'" --user Alice`,
    ...run(language, ['doctor', '--user', 'Alice'], `'${ticket}'`),
  ]
}

const COLORS: Record<string, string> = {
  '31': '#ff7b72',
  '32': '#7ee787',
  '33': '#e3b341',
  '34': '#79c0ff',
  '35': '#d2a8ff',
  '36': '#56d4dd',
  '2': '#8b949e',
  '1': '#ffffff',
}
const ROW = 20
const PADDING = 20

// Viewers of drawings run spaces together, whatever they are told; they leave those alone that do not break.
const toMarkup = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(' ', '\u00a0')

/** A line as text of a drawing; every code but those of COLORS ends a colour. */
function drawLine(line: string, index: number): string {
  const spans = `0m${line}`.split(ESCAPE).map((part) => {
    const end = part.indexOf('m')
    const color = COLORS[part.slice(0, end)]
    return `<tspan${color ? ` fill="${color}"` : ''}>${toMarkup(part.slice(end + 1))}</tspan>`
  })
  return `<text x="${PADDING}" y="${PADDING + 14 + index * ROW}">${spans.join('').replaceAll('<tspan></tspan>', '')}</text>`
}

for (const { language, file, label } of SESSIONS) {
  const lines = record(language)
  const height = lines.length * ROW + 2 * PADDING
  writeFileSync(
    new URL(`../../docs/${file}`, import.meta.url),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 ${height}" role="img" aria-label="${label}">
<rect width="900" height="${height}" rx="10" fill="#0d1117"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="13" fill="#e6edf3">
${lines.map(drawLine).join('\n')}
</g>
</svg>
`,
  )
}
