import { type ArgumentsHost, Catch, type ExceptionFilter, type ExecutionContext, HttpException } from '@nestjs/common'
import type { EndpointResponse, Problem } from '@usersig/core/endpoint'
import { discardUnread, type HttpResponse, writeAnswer } from './platform.ts'

/**
 * A guard refused: the ticket is missing or not valid (401), the webhook is not authentic (403), there is no such
 * application (404), or the guard could not find out (500, 503). The response holds the problem document, `cause` what
 * happened.
 */
export class UserSigException extends HttpException {
  /** The answer of the contract, with its headers. */
  readonly answer: EndpointResponse

  /**
   * @param answer the answer of the contract
   * @param cause why
   */
  constructor(answer: EndpointResponse, cause: Error) {
    const problem = JSON.parse(answer.body) as Problem
    // The first two are what Nest's own exceptions hold, by which drivers of GraphQL tell their kind.
    super({ statusCode: problem.status, message: problem.detail, ...problem }, problem.status, { cause })
    this.answer = answer
  }
}

/** Answers the guards' exceptions with the problem document, as every adapter of the toolkit does. */
@Catch(UserSigException)
export class UserSigExceptionFilter implements ExceptionFilter<UserSigException> {
  catch(exception: UserSigException, host: ArgumentsHost): void {
    // The other kinds of contexts (GraphQL) answer with what is thrown.
    if (host.getType() !== 'http') throw exception
    writeAnswer(host.switchToHttp().getResponse<HttpResponse>(), exception.answer)
  }
}

/** What a guard throws; each kind of handler has its own kind of exception. */
export async function toException(context: ExecutionContext, answer: EndpointResponse, error: Error): Promise<Error> {
  const kind = context.getType<string>()
  // Loaded where they are needed: an app without gateways or microservices does without these packages.
  if (kind === 'ws') {
    const { WsException } = await import('@nestjs/websockets')
    return new WsException(JSON.parse(answer.body) as object)
  }
  if (kind === 'rpc') {
    const { RpcException } = await import('@nestjs/microservices')
    return new RpcException(JSON.parse(answer.body) as object)
  }
  if (kind === 'http') await prepareAnswer(context, answer)
  return new UserSigException(answer, error)
}

/** The filter that writes the answer may be one of the app: neither the challenge nor the body is its concern. */
async function prepareAnswer(context: ExecutionContext, { status, headers }: EndpointResponse): Promise<void> {
  const http = context.switchToHttp()
  const response = http.getResponse<HttpResponse>()
  for (const name of status === 401 ? ['www-authenticate', 'cache-control'] : []) response.header(name, headers[name])
  await discardUnread(http.getRequest<object>(), response)
}
