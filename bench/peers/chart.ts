/** One runtime, and what was measured on it. */
export interface Panel {
  readonly title: string
  /** Microseconds a ticket, by name; `null` where it does not run. */
  readonly bars: Readonly<Record<string, number | null>>
}

const WIDTH = 760
const NAME_WIDTH = 190
const BAR = 18
const GAP = 8
const TITLE = 30
const SCALE = WIDTH - NAME_WIDTH - 210

/** Draws bars, one panel below the other on one scale, for light and dark pages. */
export function drawChart(heading: string, note: string, panels: readonly Panel[]): string {
  const values = panels.flatMap(({ bars }) => Object.values(bars)).filter((value) => value !== null)
  const longest = Math.max(...values)
  const lines: string[] = []
  let y = 58
  for (const { title, bars } of panels) {
    lines.push(`<text x="16" y="${y + 14}" class="panel">${escapeXml(title)}</text>`)
    y += TITLE
    const [[, ours] = ['', null]] = Object.entries(bars)
    for (const [i, [name, value]] of Object.entries(bars).entries()) {
      const width = value === null ? 0 : Math.max(2, (value / longest) * SCALE)
      const times = value === null || ours === null || i === 0 ? '' : `, ${(value / ours).toFixed(1)} times as long`
      const label = value === null ? 'does not run here' : `${value.toFixed(1)} µs${times}`
      lines.push(
        `<text x="${NAME_WIDTH}" y="${y + 13}" text-anchor="end">${escapeXml(name)}</text>`,
        `<rect x="${NAME_WIDTH + 8}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" rx="2" class="${i === 0 ? 'ours' : 'peer'}"/>`,
        `<text x="${(NAME_WIDTH + 14 + width).toFixed(1)}" y="${y + 13}" class="value">${label}</text>`,
      )
      y += BAR + GAP
    }
    y += 8
  }
  const height = y + 12
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeXml(heading)}">
<style>
text { font: 12px system-ui, sans-serif; fill: #24292f }
.heading { font-size: 16px; font-weight: 600 }
.panel { font-size: 13px; font-weight: 600 }
.value, .note { fill: #57606a }
.ours { fill: #0a7d54 }
.peer { fill: #9aa4ae }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  .value, .note { fill: #9198a1 }
  .ours { fill: #3fb985 }
  .peer { fill: #6e7681 }
}
</style>
<text x="16" y="24" class="heading">${escapeXml(heading)}</text>
<text x="16" y="44" class="note">${escapeXml(note)}</text>
${lines.join('\n')}
</svg>
`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
