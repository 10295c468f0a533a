import type { CodeExplanation } from '@usersig/doctor'
import { Causes } from '../doctor/causes.tsx'
import { Card } from '../parts/card.tsx'
import { Documents } from './documents.tsx'

/** What one code means in one program: the causes in order, and what to do about each. */
export function CodeCard({ code, names, answeredBy, meaning, action, causes, document }: CodeExplanation) {
  return (
    <Card class="code-card">
      <p class="code-head">
        <code>{code}</code>
        <span class="pill">{answeredBy}</span>
      </p>
      <h3>{meaning}</h3>
      {causes.length === 0 ? <p>{action}</p> : <Causes causes={causes} />}
      <p class="quiet documents">
        {names.map((name) => (
          <code key={name}>{name}</code>
        ))}
      </p>
      <Documents documents={document.split('; ')} />
    </Card>
  )
}
