import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  InternalServerErrorException,
  UnauthorizedException,
} from '@nestjs/common'
import type { EndpointResponse, Problem } from '@usersig/core/endpoint'
import { type HttpResponse, writeAnswer } from './platform.ts'

/** The guard refused a request: an `UnauthorizedException` whose response is the problem document. */
export class UserSigUnauthorizedException extends UnauthorizedException {
  /** The answer of the contract, with its headers. */
  readonly answer: EndpointResponse

  constructor(answer: EndpointResponse, cause: Error) {
    super(JSON.parse(answer.body) as Problem, { cause })
    this.answer = answer
  }
}

/** The guard could not find out, as `getToken` threw: the client learns nothing of it, `cause` is what was thrown. */
export class UserSigGuardException extends InternalServerErrorException {
  /** The answer of the contract, with its headers. */
  readonly answer: EndpointResponse

  constructor(answer: EndpointResponse, cause: Error) {
    super(JSON.parse(answer.body) as Problem, { cause })
    this.answer = answer
  }
}

/** Answers the guard's exceptions with the problem document, as every adapter of the toolkit does. */
@Catch(UserSigUnauthorizedException, UserSigGuardException)
export class UserSigExceptionFilter implements ExceptionFilter<UserSigUnauthorizedException | UserSigGuardException> {
  catch(exception: UserSigUnauthorizedException | UserSigGuardException, host: ArgumentsHost): void {
    // The other kinds of contexts (GraphQL) answer with what is thrown.
    if (host.getType() !== 'http') throw exception
    writeAnswer(host.switchToHttp().getResponse<HttpResponse>(), exception.answer)
  }
}
