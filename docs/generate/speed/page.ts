import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../root.ts'

interface Tickets {
  readonly node: string
  readonly rows: readonly {
    readonly name: string
    readonly oursMicroseconds: number
    readonly allocatedBytes: number
    readonly peers: Readonly<Record<string, { readonly microseconds: number; readonly ratio: number }>>
  }[]
}

interface Servers {
  readonly rows: readonly { readonly framework: string; readonly ratio: number }[]
}

interface Load {
  readonly rows: readonly {
    readonly framework: string
    readonly requests: number
    readonly latency: { readonly p50: number; readonly p99: number }
  }[]
}

interface Functions {
  readonly rows: readonly {
    readonly name: string
    readonly unit: string
    readonly ours: number
    readonly peer: number
  }[]
}

const BY_HAND = 'node:crypto + node:zlib'

/** The figures of the last runs, as a page. */
export function speedPage(): string {
  const { node, rows } = read<Tickets>('results.json')
  const tickets = rows.flatMap(({ name, oursMicroseconds, allocatedBytes, peers }) =>
    Object.entries(peers).map(([peer, { microseconds, ratio }]) => [
      name,
      `${oursMicroseconds} µs`,
      peer === BY_HAND ? 'by hand' : peer,
      `${microseconds} µs`,
      ratio.toFixed(1),
      `${allocatedBytes}`,
    ]),
  )
  const servers = read<Servers>('http-results.json').rows.map(({ framework, ratio }) => [
    framework,
    `${Math.round(ratio * 100)} %`,
  ])
  const functions = read<Functions>('functions-results.json').rows.map(({ name, unit, ours, peer }) => [
    name,
    `${ours} ${unit}`,
    `${peer} ${unit}`,
  ])
  const load = read<Load>('soak-results.json').rows.map(({ framework, requests, latency }) => [
    framework,
    requests.toLocaleString('en').replaceAll(',', ' '),
    `${latency.p50} ms`,
    `${latency.p99} ms`,
  ])
  return `# Speed

All figures are from the last runs in [bench/](../bench). Candidates take turns within one run, on a server with two cores. Compare ratios: microseconds depend on the machine.

## Tickets

\`npm run bench\`, on Node.js ${node.replace('v', '')}. \`tls-sig-api-v2\` is the official package, which cannot verify; "by hand" is a typical implementation with \`node:crypto\` and \`node:zlib\`. The ratio says how many times as fast this toolkit is; the last column, how many bytes it allocates.

${table(['', 'ours', 'peer', 'its time', 'ratio', 'bytes'], tickets)}

Within one second, a busy server reuses the text of that second. The third row is without this cache.

## Compared with other signed tokens

Microseconds a ticket, by package and runtime ([\`peers-results.json\`](../bench/peers-results.json)):

![Microseconds a ticket, by package and runtime](speed.svg)

## Compared with the official programs

\`npm run bench -- --all\` with the checkouts of Tencent's programs in other languages ([\`official-results.json\`](../bench/official-results.json)):

![Microseconds a ticket, by official program](speed-official.svg)

## Cost of an adapter

Requests a second of a route that issues tickets, as a share of a route with the same framework and login that answers plain JSON ([\`http-results.json\`](../bench/http-results.json)):

${table(['framework', 'share'], servers)}

More than 100 % is possible: writing the answer without the framework's \`json()\` saves more time than the signature takes.

## Event functions

One event of an HTTP API, beside a function that is written by hand with \`tls-sig-api-v2\` ([\`functions-results.json\`](../bench/functions-results.json)). The second row begins with an empty process:

${table(['', '@usersig/functions', 'by hand'], functions)}

## Under load

\`npm run soak\`: 100 connections for a minute, no request failed, the heap did not grow ([\`soak-results.json\`](../bench/soak-results.json)).

${table(['framework', 'requests', 'half within', '99 % within'], load)}
`
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(join(ROOT, 'bench', file), 'utf8')) as T
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
