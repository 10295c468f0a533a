import { computed, signal } from '@preact/signals'

/** Something that the server did, as its stream tells it. */
export interface ServerEvent {
  readonly id: number
  readonly at: number
  readonly kind: 'issued' | 'refused' | 'login' | 'logout'
  readonly userId?: string
  readonly status?: number
  readonly code?: string
  readonly expire?: number
  readonly room?: string
}

/** Something that this page did. */
export interface PageEvent {
  readonly at: number
  readonly kind: 'asks' | 'renewed' | 'failed' | 'unreachable' | 'expired'
  /** How often the same request was sent before, for `asks`. */
  readonly attempt?: number
  readonly code?: string
  readonly expire?: number
}

export type LogEntry = ({ readonly side: 'server' } & ServerEvent) | ({ readonly side: 'page' } & PageEvent)

const KEPT = 60

const serverEvents = signal<readonly ServerEvent[]>([])
const pageEvents = signal<readonly PageEvent[]>([])

/** Whether the server's stream is open. */
export const connected = signal(false)

/** How many tickets the server issued and refused since the page listens. */
export const counts = computed(() => ({
  issued: serverEvents.value.filter(({ kind }) => kind === 'issued').length,
  refused: serverEvents.value.filter(({ kind }) => kind === 'refused').length,
}))

/** What both sides did, the latest first. */
export const log = computed<readonly LogEntry[]>(() =>
  [
    ...serverEvents.value.map((event) => ({ side: 'server', ...event }) as const),
    ...pageEvents.value.map((event) => ({ side: 'page', ...event }) as const),
  ]
    .sort((a, b) => b.at - a.at)
    .slice(0, KEPT),
)

export function note(event: Omit<PageEvent, 'at'>): void {
  pageEvents.value = [...pageEvents.value, { at: Date.now(), ...event }].slice(-KEPT)
}

/** After how many milliseconds a stream that ended is opened again. */
const PAUSE = 2000

/** Listens to the server until the returned function is called. */
export function listen(): () => void {
  let source: EventSource
  let timer: ReturnType<typeof setTimeout>
  const open = () => {
    source = new EventSource('/api/activity')
    source.onopen = () => {
      connected.value = true
    }
    source.onmessage = ({ data }) => {
      const event: ServerEvent = JSON.parse(data)
      // A server that was started anew counts from the beginning, and its stream begins with what it kept.
      const known = serverEvents.value.some(({ id, at }) => id === event.id && at === event.at)
      if (!known) serverEvents.value = [...serverEvents.value, event].slice(-KEPT)
    }
    source.onerror = () => {
      connected.value = false
      source.close()
      timer = setTimeout(open, PAUSE)
    }
  }
  open()
  return () => {
    clearTimeout(timer)
    source.close()
    connected.value = false
  }
}
