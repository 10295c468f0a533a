import { useNow } from '../state/now.ts'
import { skew } from '../state/skew.ts'
import { useTexts } from '../state/texts.ts'
import { formatDuration, formatTime } from '../texts/format.ts'

const RADIUS = 26
const LENGTH = 2 * Math.PI * RADIUS

interface CountdownProps {
  readonly issuedAt: number
  readonly expiresAt: number
}

/** A ring that empties until the ticket expires. */
export function Countdown({ issuedAt, expiresAt }: CountdownProps) {
  const t = useTexts()
  const left = Math.max(0, expiresAt - (useNow() - skew.value))
  const over = left === 0
  return (
    <div class={`countdown ${over ? 'over' : ''}`} role="timer" aria-label={t.countdown.label}>
      <svg class="ring" viewBox="0 0 64 64" aria-hidden="true">
        <circle class="ring-whole" cx="32" cy="32" r={RADIUS} />
        <circle
          class="ring-rest"
          cx="32"
          cy="32"
          r={RADIUS}
          stroke-dasharray={LENGTH}
          stroke-dashoffset={LENGTH * (1 - left / (expiresAt - issuedAt))}
        />
      </svg>
      <div>
        <span class="countdown-state">{over ? t.countdown.expired : t.countdown.valid}</span>
        <strong>{formatDuration(left, t)}</strong>
        <span class="quiet">{t.countdown.until(formatTime(expiresAt))}</span>
      </div>
    </div>
  )
}
