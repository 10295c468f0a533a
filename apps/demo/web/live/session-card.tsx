import { useRef, useState } from 'preact/hooks'
import { Card } from '../parts/card.tsx'
import { Choice } from '../parts/choice.tsx'
import { Failure } from '../parts/failure.tsx'
import { NO_ROOM, RoomField, toRoom } from '../parts/room-field.tsx'
import { Switch } from '../parts/switch.tsx'
import { focusPanel } from '../state/panel.ts'
import { useTexts } from '../state/texts.ts'
import { formatDuration } from '../texts/format.ts'
import { type Config, login, logout, type Session } from './server.ts'
import { broken, busy, follow, following, getTicket, refresh, tickets } from './tickets.ts'

/** The room whose host the first of the demo users is. */
const ROOM_SAMPLES = { number: '1001', string: 'room-1' }

interface SessionCardProps {
  readonly config: Config
  readonly session: Session
}

/** What a logged-in user can ask for. */
export function SessionCard({ config: { users, lifetimes }, session: { userId, expire } }: SessionCardProps) {
  const t = useTexts()
  const [room, setRoom] = useState(NO_ROOM)
  const [error, setError] = useState<unknown>()
  const name = users.find(({ id }) => id === userId)?.name ?? userId
  // Another lifetime counts from the server's answer on: what is asked for meanwhile waits for it.
  const pending = useRef<Promise<void>>(Promise.resolve())
  const attempt = (work: Promise<void>) => {
    setError(undefined)
    pending.current = work.catch(setError)
    return pending.current
  }
  const leave = () => attempt(logout().then(() => focusPanel('live')))
  const get = (event: Event) => {
    event.preventDefault()
    busy.value = true
    return pending.current.then(() => getTicket(toRoom(room)))
  }
  return (
    <Card>
      <div class="card-head">
        <h2>{t.live.as(name)}</h2>
        <button type="button" class="small" onClick={leave}>
          {t.live.leave}
        </button>
      </div>
      {error !== undefined && <Failure error={error} />}
      <form onSubmit={get}>
        <Choice
          name="lifetime"
          label={t.live.lifetime}
          labelled
          options={[...lifetimes].sort((a, b) => a - b).map((each) => [String(each), formatDuration(each, t)] as const)}
          value={String(expire)}
          onChange={(seconds) => attempt(login(userId, Number(seconds)))}
        />
        <RoomField name="live-room" room={room} samples={ROOM_SAMPLES} onChange={setRoom} hint={t.live.roomHint} />
        <button type="submit" class="primary" aria-busy={busy.value} aria-disabled={busy.value}>
          {busy.value ? t.live.getting : t.live.get}
        </button>
      </form>
      <div class="switches">
        <Switch
          label={t.live.follow}
          detail={t.live.followHint}
          checked={following.value}
          onChange={(checked) => follow(checked)}
        />
        <Switch
          label={t.live.break}
          detail={t.live.breakHint}
          checked={broken.value}
          onChange={(checked) => {
            broken.value = checked
          }}
        />
      </div>
      {tickets.value.length > 0 && (
        <button type="button" class="small" aria-busy={busy.value} onClick={() => refresh()}>
          {t.live.refresh}
        </button>
      )}
    </Card>
  )
}
