import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'

// Your own login: here it knows one session.
@Injectable()
export class SessionGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest()
    if (request.headers.cookie === 'session=1') request.user = { id: 'alice' }
    return request.user !== undefined
  }
}
