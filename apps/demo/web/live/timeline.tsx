import type { IssuedTickets } from '@usersig/client'
import { useNow } from '../state/now.ts'
import { skew } from '../state/skew.ts'
import { useTexts } from '../state/texts.ts'
import { formatDuration } from '../texts/format.ts'

/** No less than this is shown of the future, in seconds. */
const SHORTEST = 45

/** The life of each ticket as a bar, with the present as a line: one begins before the last one ends. */
export function Timeline({ tickets }: { readonly tickets: readonly IssuedTickets[] }) {
  const t = useTexts()
  // The time of the server, whose moments the tickets name.
  const now = useNow() - skew.value
  // The future is as long as the longest ticket; of the past there is as much as there was.
  const future = Math.max(SHORTEST, ...tickets.map(({ expire }) => expire * 1.1))
  const first = Math.min(...tickets.map(({ issuedAt }) => issuedAt))
  const past = Math.min(future, Math.max(future / 6, now - first))
  const toShare = (seconds: number) => Math.min(1, Math.max(0, (seconds - now + past) / (past + future)))
  const present = toShare(now)
  return (
    <div class="timeline" role="img" aria-label={t.live.timeline(tickets.length)}>
      {tickets.map(({ userSig, issuedAt, expiresAt }) => (
        <Bar key={userSig} from={toShare(issuedAt)} to={toShare(expiresAt)} present={present} />
      ))}
      <div class="present" style={{ left: toPercent(present) }}>
        <span>{t.live.now}</span>
      </div>
      <span class="future">+{formatDuration(future, t)}</span>
    </div>
  )
}

const toPercent = (share: number) => `${share * 100}%`

/** One ticket: what is over of it, and what is left. */
function Bar({ from, to, present }: { readonly from: number; readonly to: number; readonly present: number }) {
  const length = to - from
  const used = length === 0 ? 1 : Math.min(1, (present - from) / length)
  return (
    <div class={used === 1 ? 'bar-row over' : 'bar-row'}>
      <div class="life" style={{ marginLeft: toPercent(from), width: toPercent(length) }}>
        <div class="used" style={{ width: toPercent(used) }} />
      </div>
    </div>
  )
}
