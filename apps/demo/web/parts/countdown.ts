import { h, svg } from '../dom.ts'
import { formatDuration, formatTime } from '../format.ts'
import { texts } from '../texts.ts'

const RADIUS = 26
const LENGTH = 2 * Math.PI * RADIUS

/** A ring that empties until the ticket expires. It stops by itself when it leaves the page. */
export function createCountdown({ issuedAt, expiresAt }: { issuedAt: number; expiresAt: number }): HTMLElement {
  const ring = svg('circle', { class: 'ring-rest', cx: 32, cy: 32, r: RADIUS, 'stroke-dasharray': LENGTH })
  const drawing = svg(
    'svg',
    { class: 'ring', viewBox: '0 0 64 64', 'aria-hidden': 'true' },
    svg('circle', { class: 'ring-whole', cx: 32, cy: 32, r: RADIUS }),
    ring,
  )
  const state = h('span', { class: 'countdown-state' })
  const rest = h('strong', {})
  const countdown = h(
    'div',
    { class: 'countdown', role: 'timer', 'aria-label': texts.countdown.label },
    drawing,
    h('div', {}, state, rest, h('span', { class: 'quiet' }, texts.countdown.until(formatTime(expiresAt)))),
  )

  function tick(): void {
    const left = Math.max(0, expiresAt - Date.now() / 1000)
    ring.setAttribute('stroke-dashoffset', String(LENGTH * (1 - left / (expiresAt - issuedAt))))
    state.textContent = left > 0 ? texts.countdown.valid : texts.countdown.expired
    rest.textContent = formatDuration(left)
    countdown.classList.toggle('over', left === 0)
  }
  tick()
  const timer = setInterval(() => (countdown.isConnected ? tick() : clearInterval(timer)), 1000)
  return countdown
}
