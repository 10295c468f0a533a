import { useState } from 'preact/hooks'
import { Card } from '../parts/card.tsx'
import { useTexts } from '../state/language.ts'
import { type Config, login } from './server.ts'

/** Where one of the demo users logs in. */
export function LoginCard({ users, lifetimes }: Config) {
  const t = useTexts().live
  const [refusal, setRefusal] = useState('')
  const enter = (user: string) => login(user, lifetimes[0] ?? 0).catch((error: Error) => setRefusal(error.message))
  return (
    <Card>
      <h2>{t.loginTitle}</h2>
      <p class="lead">{t.loginLead}</p>
      <div class="people">
        {users.map(({ id, name, ownRoom }) => (
          <button key={id} type="button" class="person" onClick={() => enter(id)}>
            <span class="face" aria-hidden="true">
              {name.slice(0, 1)}
            </span>
            <span>
              <span class="hidden">{t.enter} </span>
              <b>{name}</b>
              <span class="quiet">{t.hosts(ownRoom)}</span>
            </span>
          </button>
        ))}
      </div>
      {refusal !== '' && (
        <p class="failure" role="alert">
          {refusal}
        </p>
      )}
    </Card>
  )
}
