import { ScrollBox } from '../parts/scroll-box.tsx'
import { useTexts } from '../state/texts.ts'
import { formatClock } from '../texts/format.ts'
import { connected, type LogEntry, log, totals } from './log.ts'

/** What the server and this page did, as it happens. */
export function LogList() {
  const t = useTexts().live
  const { issued, refused } = totals.value
  return (
    <>
      <p class="log-counts">
        <span class={connected.value ? 'pill good' : 'pill warn'}>
          {connected.value ? t.connected : t.disconnected}
        </span>
        <span class="pill">{t.issuedCount(issued)}</span>
        <span class="pill">{t.refusedCount(refused)}</span>
      </p>
      {log.value.length === 0 ? (
        <p class="quiet">{t.nothingYet}</p>
      ) : (
        <ScrollBox label={t.logTitle} class="log">
          <ol>
            {log.value.map((entry) => (
              <Entry key={entry.seq} entry={entry} />
            ))}
          </ol>
        </ScrollBox>
      )}
    </>
  )
}

const BAD: readonly LogEntry['kind'][] = ['refused', 'failed', 'retries', 'unreachable']

function Entry({ entry }: { readonly entry: LogEntry }) {
  const t = useTexts()
  const { side, at, kind } = entry
  const bad = BAD.includes(kind)
  return (
    <li class={`${side} ${bad ? 'bad' : ''}`} data-kind={kind}>
      <time dateTime={new Date(at).toISOString()}>{formatClock(at)}</time>
      <b>{t.live.sides[side]}</b>
      <span>{describe(entry, t)}</span>
    </li>
  )
}

function describe(entry: LogEntry, t: ReturnType<typeof useTexts>): string {
  if (entry.side === 'page') {
    const { kind, attempt = 0, code = '', expire = 0 } = entry
    if (kind === 'asks') return attempt === 0 ? t.live.asks : t.live.asksAgain(attempt)
    if (kind === 'failed') return t.live.failed(code)
    if (kind === 'retries') return t.live.retries(code)
    return kind === 'unreachable' ? t.live.unreachable : t.live.renewed(expire)
  }
  const { kind, userId = '', status = 0, code = '', expire = 0, room } = entry
  if (kind === 'issued') return t.live.issued(userId, expire, room)
  if (kind === 'refused') return t.live.refused(userId, status, code)
  return kind === 'login' ? t.live.loggedIn(userId) : t.live.loggedOut(userId)
}
