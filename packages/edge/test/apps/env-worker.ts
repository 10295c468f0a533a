import { type EdgeContext, getUserSig, issueUserSig, requireUserSig } from '../../src/index.ts'

/** As Workers' secret store has it. */
interface StoredSecret {
  get(): Promise<string>
}

interface Env {
  readonly USERSIG_SDKAPPID: string
  readonly STORE: { fetch(url: string, init?: RequestInit): Promise<Response> }
  readonly AUDIT: { fetch(url: string, init?: RequestInit): Promise<Response> }
}

const secret = (env: Env): StoredSecret => ({ get: async () => (await env.STORE.fetch('http://store/key')).text() })

const credentials = async (_request: Request, { env }: EdgeContext<Env>) => {
  const secretKey = await secret(env).get()
  return { sdkAppId: env.USERSIG_SDKAPPID, secretKey }
}

const issue = issueUserSig<Env>({
  credentials,
  authenticate: (request) => request.headers.get('x-test-user'),
  // The first answer of the store holds no key, on purpose.
  onError: () => {},
  onIssued: async (event, _request, { env }) => {
    await scheduler.wait(50)
    await env.AUDIT.fetch('http://audit/', { method: 'POST', body: JSON.stringify(event) })
  },
})

const guarded = requireUserSig<Env>({ credentials })((request) => Response.json(getUserSig(request)))

const socket = requireUserSig<Env>({ credentials, cors: { origins: ['https://app.example.com'] } })(() => {
  const { 0: client, 1: server } = new WebSocketPair()
  server.accept()
  server.send('welcome')
  return new Response(null, { status: 101, webSocket: client } as ResponseInit)
})

interface ServerSocket {
  accept(): void
  send(text: string): void
}

declare const WebSocketPair: new () => { 0: unknown; 1: ServerSocket }
declare const scheduler: { wait(milliseconds: number): Promise<void> }

// biome-ignore lint/style/noDefaultExport: Workers look for it here
export default {
  fetch(request: Request, env: Env, ctx: { waitUntil(promise: Promise<unknown>): void }): Promise<Response> {
    const { pathname } = new URL(request.url)
    if (pathname === '/socket') return socket(request, env, ctx)
    return pathname === '/guarded' ? guarded(request, env, ctx) : issue(request, env, ctx)
  },
}
