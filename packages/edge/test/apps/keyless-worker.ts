import type { ExecutionContext } from '../../src/index.ts'
import { keyless } from './keyless.ts'

// biome-ignore lint/style/noDefaultExport: Workers look for it here
export default {
  fetch(request: Request, env: unknown, ctx: ExecutionContext): Promise<Response> {
    return new URL(request.url).searchParams.has('without-env') ? keyless(request) : keyless(request, env, ctx)
  },
}
