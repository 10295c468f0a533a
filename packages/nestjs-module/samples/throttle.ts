import { type CanActivate, type ExecutionContext, Injectable, Module } from '@nestjs/common'
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler'
import { UserSigGuardException, UserSigModule } from '@usersig/nestjs-module'

// Your own login: here it knows one session.
class SessionGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest()
    if (request.headers.cookie === 'session=1') request.user = { id: 'alice' }
    return request.user !== undefined
  }
}

@Injectable()
class TicketThrottler extends ThrottlerGuard {
  // By the user, whatever address the requests come from.
  protected override getTracker(request: { user: { id: string } }): Promise<string> {
    return Promise.resolve(request.user.id)
  }

  protected override throwThrottlingException(): Promise<void> {
    const problem = {
      type: 'urn:usersig:problem:rate_limited',
      title: 'Too many tickets',
      status: 429,
      detail: 'wait as long as Retry-After says, and keep the ticket until it expires',
      code: 'rate_limited',
    }
    const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' }
    const answer = { status: 429, headers, body: JSON.stringify(problem) }
    throw new UserSigGuardException(answer, new Error('too many tickets'))
  }
}

@Module({
  imports: [
    ThrottlerModule.forRoot({ throttlers: [{ limit: 30, ttl: 60_000 }] }),
    UserSigModule.forRoot({
      credentials: {
        sdkAppId: Number(process.env.USERSIG_SDKAPPID),
        secretKey: process.env.USERSIG_SECRETKEY ?? '',
      },
      issuer: { path: 'usersig', guards: [SessionGuard, TicketThrottler] },
      authenticate: (request) => request.user.id,
    }),
  ],
})
export class AppModule {}
