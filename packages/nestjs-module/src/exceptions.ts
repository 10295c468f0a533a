import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  type ExecutionContext,
  HttpException,
  UnauthorizedException,
} from '@nestjs/common'
import type { EndpointResponse, Problem } from '@usersig/core/endpoint'
import { type HttpResponse, writeAnswer } from './platform.ts'

/** The guard refused a request: an `UnauthorizedException` whose response is the problem document. */
export class UserSigUnauthorizedException extends UnauthorizedException {
  /** The answer of the contract, with its headers. */
  readonly answer: EndpointResponse

  /**
   * @param answer the answer of the contract
   * @param cause why
   */
  constructor(answer: EndpointResponse, cause: Error) {
    super(JSON.parse(answer.body) as Problem, { cause })
    this.answer = answer
  }
}

/**
 * A guard let nobody pass for another reason: it could not find out (500, 503), knows no such application (404), or a
 * callback is not authentic (403). The response is the problem document, `cause` what happened.
 */
export class UserSigGuardException extends HttpException {
  /** The answer of the contract, with its headers. */
  readonly answer: EndpointResponse

  /**
   * @param answer the answer of the contract
   * @param cause why
   */
  constructor(answer: EndpointResponse, cause: Error) {
    super(JSON.parse(answer.body) as Problem, answer.status, { cause })
    this.answer = answer
  }
}

/** Answers the guard's exceptions with the problem document, as every adapter of the toolkit does. */
@Catch(UserSigUnauthorizedException, UserSigGuardException)
export class UserSigExceptionFilter implements ExceptionFilter<UserSigUnauthorizedException | UserSigGuardException> {
  /** Writes the answer to HTTP requests; in other contexts, such as GraphQL, it throws the exception again. */
  catch(exception: UserSigUnauthorizedException | UserSigGuardException, host: ArgumentsHost): void {
    // The other kinds of contexts (GraphQL) answer with what is thrown.
    if (host.getType() !== 'http') throw exception
    writeAnswer(host.switchToHttp().getResponse<HttpResponse>(), exception.answer)
  }
}

/** What a guard of HTTP routes throws. */
export function toHttpException(context: ExecutionContext, answer: EndpointResponse, error: Error): Error {
  if (answer.status !== 401) return new UserSigGuardException(answer, error)
  // So that they are there whichever filter writes the answer.
  const response = context.switchToHttp().getResponse<HttpResponse>()
  for (const name of ['www-authenticate', 'cache-control']) response.header(name, answer.headers[name])
  return new UserSigUnauthorizedException(answer, error)
}

/** Loaded where it is needed: an app without gateways does without the package. */
export async function toWsException(answer: EndpointResponse): Promise<Error> {
  const { WsException } = await import('@nestjs/websockets')
  return new WsException(JSON.parse(answer.body) as object)
}
