import { answerError, type Hooks } from '@usersig/core/endpoint'
import type { Call } from './call.ts'
import type { Cors, CorsDecision } from './cors.ts'
import { toEndpointRequest, toResponse } from './translate.ts'

/** Answers a preflight, or lets `answer` do it, and adds the CORS headers. */
export async function respond<Env>(
  call: Call<Env>,
  cors: Cors<Env>,
  hooks: Hooks<Call<Env>>,
  answer: () => Promise<Response>,
): Promise<Response> {
  let decision: CorsDecision
  try {
    decision = await cors(call)
  } catch (error) {
    return toResponse(answerError(error, toEndpointRequest(call), hooks, undefined))
  }
  return decision.preflight ?? decision.decorate(await answer())
}
