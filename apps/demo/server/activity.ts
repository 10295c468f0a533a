import type { EndpointOptions, ErrorEvent, IssuedEvent } from '@usersig/core/endpoint'

/** Something that the server did. It holds no ticket and no key. */
export interface Happening {
  /** Counts up from 1. */
  readonly id: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly kind: 'issued' | 'refused' | 'login' | 'logout'
  readonly userId?: string | undefined
  /** Status and code of a refusal. */
  readonly status?: number
  readonly code?: string
  /** How long an issued ticket is valid, in seconds. */
  readonly expire?: number
  /** The room that it opens, as the request named it. */
  readonly room?: string | undefined
  /** How many tickets were issued and refused since the server was started, this one included. */
  readonly totals: { readonly issued: number; readonly refused: number }
}

type Hooks = Required<Pick<EndpointOptions<unknown, unknown>, 'onIssued' | 'onError'>>

/** What the server does, kept for a while and told to every page that listens. */
export interface Activity {
  /** For the options of every adapter. */
  readonly hooks: Hooks
  record(happening: Omit<Happening, 'id' | 'at' | 'totals'>): void
  /** Server-sent events: the latest happenings, then each as it happens. */
  follow(): Response
  /** Ends all streams, and answers no more: a server that waits for open answers would never end. */
  end(): void
}

/** How many happenings a page is told that comes later. */
const KEPT = 50
/** Streams say something at least this often, in milliseconds: Bun closes those that are silent for ten seconds. */
const PULSE = 5000
/** A page that does not read is let go once this many messages wait for it. */
const LONGEST_QUEUE = 200

/** Neither nginx nor a cache may keep an event back. Source: nginx.org/en/docs/http/ngx_http_proxy_module.html, proxy_buffering */
const STREAM_HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

export function createActivity(): Activity {
  const latest: Happening[] = []
  const listeners = new Set<ReadableStreamDefaultController<Uint8Array>>()
  const encoder = new TextEncoder()
  let count = 0
  let totals: Happening['totals'] = { issued: 0, refused: 0 }
  let ended = false

  const send = (text: string) => {
    const bytes = encoder.encode(text)
    for (const listener of listeners) {
      listener.enqueue(bytes)
      if ((listener.desiredSize ?? 0) > -LONGEST_QUEUE) continue
      listeners.delete(listener)
      listener.close()
    }
  }
  const pulse = setInterval(() => send('event: pulse\ndata:\n\n'), PULSE)
  pulse.unref?.()

  const record: Activity['record'] = (happening) => {
    const { kind } = happening
    if (kind === 'issued' || kind === 'refused') totals = { ...totals, [kind]: totals[kind] + 1 }
    count += 1
    const complete = { id: count, at: Date.now(), totals, ...happening }
    latest.push(complete)
    if (latest.length > KEPT) latest.shift()
    send(toEvent(complete))
  }

  function follow(): Response {
    if (ended) return new Response(null, { status: 503, headers: { 'retry-after': '1' } })
    let listener: ReadableStreamDefaultController<Uint8Array>
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        listener = controller
        const beginning = `event: totals\ndata: ${JSON.stringify(totals)}\n\n`
        controller.enqueue(encoder.encode(beginning + latest.map(toEvent).join('')))
        listeners.add(controller)
      },
      cancel: () => void listeners.delete(listener),
    })
    return new Response(stream, { headers: STREAM_HEADERS })
  }

  function end(): void {
    ended = true
    clearInterval(pulse)
    for (const listener of listeners) listener.close()
    listeners.clear()
  }
  return { hooks: createHooks(record), record, follow, end }
}

function toEvent(happening: Happening): string {
  return `data: ${JSON.stringify(happening)}\n\n`
}

function createHooks(record: Activity['record']): Hooks {
  return {
    onIssued({ userId, issuedAt, expiresAt, roomId, strRoomId }: IssuedEvent) {
      const room = roomId === undefined ? strRoomId && JSON.stringify(strRoomId) : String(roomId)
      record({ kind: 'issued', userId, expire: expiresAt - issuedAt, ...(room && { room }) })
    },
    onError({ status, code, userId, error }: ErrorEvent) {
      record({ kind: 'refused', status, code, userId })
      // As the endpoint does where nobody listens.
      if (status >= 500) console.error(`answered ${status}:`, error)
    },
  }
}
