import { useState } from 'preact/hooks'
import { Card } from '../parts/card.tsx'
import { Failure } from '../parts/failure.tsx'
import { focusPanel } from '../state/panel.ts'
import { useTexts } from '../state/texts.ts'
import { type Config, login } from './server.ts'

/** Where one of the demo users logs in. */
export function LoginCard({ users, lifetimes }: Config) {
  const t = useTexts().live
  const [error, setError] = useState<unknown>()
  const [entering, setEntering] = useState<string>()
  const enter = async (user: string) => {
    if (entering !== undefined) return
    setEntering(user)
    try {
      await login(user, lifetimes[0] ?? 0)
      focusPanel('live')
    } catch (refused) {
      setError(refused)
      setEntering(undefined)
    }
  }
  return (
    <Card>
      <h2>{t.loginTitle}</h2>
      <p class="lead">{t.loginLead}</p>
      <div class="people">
        {users.map(({ id, name, ownRoom }) => (
          <button key={id} type="button" class="person" aria-busy={entering === id} onClick={() => void enter(id)}>
            <span class="face" aria-hidden="true">
              {name.slice(0, 1)}
            </span>
            <span>
              <span class="hidden">{t.enter(name)}</span>
              <b aria-hidden="true">{name}</b>
              <span class="quiet">{t.hosts(ownRoom)}</span>
            </span>
          </button>
        ))}
      </div>
      {error !== undefined && <Failure error={error} />}
    </Card>
  )
}
