import { createSignerResolver } from '@usersig/core/endpoint'
import { type EdgeContext, type ExecutionContext, issueUserSig } from '../../src/index.ts'

interface Env {
  readonly STORE: { fetch(url: string): Promise<Response> }
}

const signer = createSignerResolver<Request, EdgeContext<Env>>({
  credentials: async (_request, { env }) => {
    const secretKey = await (await env.STORE.fetch('http://store/key')).text()
    return { sdkAppId: 1400000000, secretKey }
  },
  refreshAfter: 0.05,
  timeout: 3600,
})

const issue = issueUserSig<Env>({ signer, authenticate: () => 'alice' })

// biome-ignore lint/style/noDefaultExport: Workers look for it here
export default {
  fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
    return new URL(request.url).searchParams.has('without-ctx') ? issue(request, env) : issue(request, env, ctx)
  },
}
