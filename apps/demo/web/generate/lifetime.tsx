import type { IssuedTickets } from '@usersig/core'
import { useNow } from '../state/now.ts'
import { useTexts } from '../state/texts.ts'
import { formatDuration, formatTime } from '../texts/format.ts'

interface LifetimeProps {
  readonly issued: IssuedTickets
  readonly onSignAgain: () => void
}

/** How long a ticket lasts, or that it is over. */
export function Lifetime({ issued: { expire, expiresAt }, onSignAgain }: LifetimeProps) {
  const t = useTexts()
  const over = useNow(1000) > expiresAt
  return (
    <p class="lasts row">
      <span role="status" class={over ? 'problem' : 'quiet'}>
        {over
          ? t.generate.over(formatTime(expiresAt))
          : t.generate.lasts(formatDuration(expire, t), formatTime(expiresAt))}
      </span>
      <button type="button" class="small" onClick={onSignAgain}>
        {t.generate.again}
      </button>
    </p>
  )
}
