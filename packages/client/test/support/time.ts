import { afterEach, beforeEach, vi } from 'vitest'

export const START = Date.UTC(2026, 0, 1) / 1000

/** Each test has a clock of its own, which starts at {@link START} and moves by {@link advance} only. */
export function useClock(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: START * 1000, toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
}

/** Lets the answers of streams and promises come in. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 10; i++) await new Promise((resolve) => setImmediate(resolve))
}

/** Moves the clock in small steps, as answers that come in between start timers of their own. */
export async function advance(seconds: number): Promise<void> {
  for (let left = seconds; left > 0; left -= 5) {
    await vi.advanceTimersByTimeAsync(Math.min(left, 5) * 1000)
    await settle()
  }
}
