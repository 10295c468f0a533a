/** The mark by which the comment of an earlier run is found. */
export const MARK = '<!-- sizes and speed -->'

const MOST_ROWS = 200

/**
 * What changed in sizes and speed, in Markdown. The numbers come from code that nobody has read yet: names are taken for
 * names, numbers for numbers, and nothing else gets through.
 */
export function compare(head, base) {
  const sizes = rows(head?.sizes, base?.sizes, (bytes) => `${(bytes / 1000).toFixed(2)} kB`)
  const ratios = rows(head?.ratios, base?.ratios, (ratio) => `${ratio.toFixed(2)} ×`)
  return [
    MARK,
    '| entry, compressed | before | now | change |',
    '| --- | ---: | ---: | ---: |',
    ...sizes,
    '',
    '| times faster, one run each on a shared machine | before | now | change |',
    '| --- | ---: | ---: | ---: |',
    ...ratios,
  ].join('\n')
}

function rows(now = {}, before = {}, write) {
  const names = [...new Set([...Object.keys(now), ...Object.keys(before)])].slice(0, MOST_ROWS)
  return names.map((name) => {
    const cells = [before[name], now[name]].map((value) => (Number.isFinite(value) ? write(value) : '–'))
    const ratio = now[name] / before[name]
    const change = Number.isFinite(ratio) ? `${ratio >= 1 ? '+' : '−'}${Math.abs((ratio - 1) * 100).toFixed(1)} %` : '–'
    return `| ${plain(name)} | ${cells.join(' | ')} | ${change} |`
  })
}

function plain(name) {
  return `\`${name.replace(/[^\w@/.:+ -]/g, '').slice(0, 80)}\``
}
