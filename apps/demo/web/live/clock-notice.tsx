import { skew } from '../state/skew.ts'
import { useTexts } from '../state/texts.ts'
import { formatDuration } from '../texts/format.ts'

/** A difference that no login notices needs no notice, in seconds. */
const NOTICED = 30
/** The server's answer has been on its way: what is longer is told in whole minutes. */
const MINUTE = 60

/** Says that the clock of this device is wrong: tickets that it signs or judges by itself would be, too. */
export function ClockNotice() {
  const t = useTexts()
  const ahead = skew.value
  const difference = Math.abs(ahead) < MINUTE ? Math.abs(ahead) : Math.round(Math.abs(ahead) / MINUTE) * MINUTE
  return (
    <div role="status">
      {Math.abs(ahead) >= NOTICED && <p class="note clock">{t.live.clock(formatDuration(difference, t), ahead > 0)}</p>}
    </div>
  )
}
