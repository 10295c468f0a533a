import { useEffect } from 'preact/hooks'
import { Card } from '../parts/card.tsx'
import { useSeen } from '../state/now.ts'
import { focusPanel } from '../state/panel.ts'
import { useTexts } from '../state/texts.ts'
import { ClockNotice } from './clock-notice.tsx'
import { CurrentTicket } from './current-ticket.tsx'
import { listen } from './log.ts'
import { LogList } from './log-list.tsx'
import { LoginCard } from './login-card.tsx'
import { config, keepInTouch, meetServer, session } from './server.ts'
import { ServerFacts } from './server-facts.tsx'
import { SessionCard } from './session-card.tsx'

/** The panel that shows a server at work, and a client that keeps its ticket fresh. */
export function LivePanel() {
  const t = useTexts().live
  const server = config.value
  const here = server !== undefined && server !== null
  const seen = useSeen()
  useEffect(() => {
    void meetServer()
    return keepInTouch()
  }, [])
  // Browsers open six connections to a server at most, for all tabs together: only what is seen may hold one.
  useEffect(() => (here && seen ? listen() : undefined), [here, seen])

  if (server === undefined) return <p class="empty">{t.meeting}</p>
  if (server === null) return <NoServer />
  return (
    <>
      <ServerFacts {...server} />
      <ClockNotice />
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

function NoServer() {
  const t = useTexts().live
  return (
    <div class="empty">
      <h2>{t.noServerTitle}</h2>
      <p>{t.noServer}</p>
      <pre>
        <code>npm start</code>
      </pre>
      <button type="button" onClick={() => meetServer().then(() => focusPanel('live'))}>
        {t.lookAgain}
      </button>
    </div>
  )
}
