import type { IssuedTickets } from '@usersig/core'
import { Card } from '../parts/card.tsx'
import { TicketText } from '../parts/ticket-text.tsx'
import { useTexts } from '../state/texts.ts'
import { Lifetime } from './lifetime.tsx'
import { QrCard } from './qr-card.tsx'
import { SnippetCard } from './snippet-card.tsx'

interface OneResultProps {
  readonly issued: IssuedTickets
  /** Whether the key is doubtful: then the tickets may not work. */
  readonly isDoubtful: boolean
  readonly onSignAgain: () => void
}

/** The tickets of one user, in every form in which they are needed. */
export function OneResult({ issued, isDoubtful, onSignAgain }: OneResultProps) {
  const t = useTexts().generate
  const { userSig, privateMapKey } = issued
  return (
    <>
      <Card>
        {isDoubtful && <p class="note doubtful-key">{t.doubtfulKey}</p>}
        <TicketText name="UserSig" ticket={userSig} />
        {privateMapKey !== undefined && <TicketText name="PrivateMapKey" ticket={privateMapKey} />}
        <Lifetime issued={issued} onSignAgain={onSignAgain} />
      </Card>
      <SnippetCard issued={issued} />
      <QrCard issued={issued} />
    </>
  )
}
