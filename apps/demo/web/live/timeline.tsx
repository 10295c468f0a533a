import type { Credentials } from '@usersig/client'
import { useTexts } from '../state/language.ts'
import { useNow } from '../state/now.ts'
import { formatDuration } from '../texts/format.ts'

const WIDTH = 800
const ROW = 20
const AXIS = 26
/** No less than this is shown of the past and of the future, in seconds. */
const SHORTEST = 45

/** The life of each ticket as a bar, with the present as a line: one begins before the last one ends. */
export function Timeline({ tickets }: { readonly tickets: readonly Credentials[] }) {
  const t = useTexts()
  const now = useNow(250)
  const reach = Math.max(SHORTEST, ...tickets.map(({ expire }) => expire * 1.1))
  // The future is as long as the longest ticket; of the past there is as much as there was.
  const first = Math.min(...tickets.map(({ issuedAt }) => issuedAt))
  const past = Math.min(reach, Math.max(reach / 6, now - first))
  const start = now - past
  const toX = (seconds: number) => Math.min(WIDTH, Math.max(0, ((seconds - start) / (past + reach)) * WIDTH))
  const height = tickets.length * ROW + AXIS
  return (
    <svg class="timeline" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={t.live.timeline(tickets.length)}>
      {tickets.map(({ issuedAt, expiresAt }, i) => {
        const [from, to, here] = [toX(issuedAt), toX(expiresAt), toX(now)]
        const y = AXIS + i * ROW
        return (
          <g key={issuedAt + i} class={expiresAt > now ? 'bar' : 'bar over'}>
            <rect class="bar-whole" x={from} y={y + 3} width={Math.max(2, to - from)} height={ROW - 6} rx="5" />
            <rect
              class="bar-used"
              x={from}
              y={y + 3}
              width={Math.max(2, Math.min(here, to) - from)}
              height={ROW - 6}
              rx="5"
            />
          </g>
        )
      })}
      <line class="present" x1={toX(now)} x2={toX(now)} y1={AXIS - 8} y2={height} />
      <text class="axis" x={Math.min(WIDTH - 40, Math.max(40, toX(now)))} y="14" text-anchor="middle">
        {t.live.now}
      </text>
      <text class="axis" x={WIDTH} y="14" text-anchor="end">
        +{formatDuration(reach, t)}
      </text>
    </svg>
  )
}
