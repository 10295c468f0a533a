import type {
  ALBHandler,
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyHandler,
  APIGatewayProxyHandlerV2,
  Context,
  LambdaFunctionURLHandler,
} from 'aws-lambda'
import { expect, test } from 'vitest'
import { getUserSig, issueUserSig, requireUserSig } from '../src/index.ts'

const credentials = { sdkAppId: 1400000000, secretKey: 'a'.repeat(64) }

test('fits the types of AWS', () => {
  const authenticate = () => 'alice'
  const rest: APIGatewayProxyHandler = issueUserSig({ credentials, authenticate })
  const http: APIGatewayProxyHandlerV2 = issueUserSig({ credentials, authenticate })
  const url: LambdaFunctionURLHandler = issueUserSig({ credentials, authenticate })
  const balancer: ALBHandler = issueUserSig({ credentials, authenticate })
  const typed = issueUserSig<APIGatewayProxyEventV2WithJWTAuthorizer, Context>({
    credentials,
    authenticate: ({ requestContext }) => String(requestContext.authorizer.jwt.claims['sub']),
    // @ts-expect-error: the context has no such field
    onIssued: (_event, _request, context) => context.nothing,
  })
  const guarded: APIGatewayProxyHandlerV2 = requireUserSig({ credentials })((event) => getUserSig(event).userId)
  for (const handler of [rest, http, url, balancer, typed, guarded]) expect(handler).toBeTypeOf('function')
})
