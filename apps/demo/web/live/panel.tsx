import { useEffect } from 'preact/hooks'
import { Card } from '../parts/card.tsx'
import { useTexts } from '../state/language.ts'
import { CurrentTicket } from './current-ticket.tsx'
import { listen } from './log.ts'
import { LogList } from './log-list.tsx'
import { LoginCard } from './login-card.tsx'
import { config, session } from './server.ts'
import { SessionCard } from './session-card.tsx'

/** The panel that shows a server at work, and a client that keeps its ticket fresh. */
export function LivePanel() {
  const t = useTexts().live
  const server = config.value
  const here = server !== undefined && server !== null
  useEffect(() => (here ? listen() : undefined), [here])

  if (server === undefined) return <p class="empty">{t.meeting}</p>
  if (server === null) return <p class="empty">{t.noServer}</p>
  return (
    <>
      <div class="columns">
        {session.value ? <SessionCard config={server} session={session.value} /> : <LoginCard {...server} />}
        <div class="result">
          <CurrentTicket />
        </div>
      </div>
      <Card title={t.logTitle} class="below">
        <LogList />
      </Card>
    </>
  )
}
