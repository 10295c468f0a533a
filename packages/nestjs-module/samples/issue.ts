import { type CanActivate, type ExecutionContext, Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { UserSigModule } from '@usersig/nestjs-module'

// Your own login: here it knows one session.
class SessionGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest()
    if (request.headers.cookie === 'session=1') request.user = { id: 'alice' }
    return request.user !== undefined
  }
}

@Module({
  imports: [
    UserSigModule.forRoot({
      credentials: {
        sdkAppId: Number(process.env.USERSIG_SDKAPPID),
        secretKey: process.env.USERSIG_SECRETKEY ?? '',
      },
      issuer: { path: 'usersig', guards: [SessionGuard] },
      authenticate: (request) => request.user.id,
    }),
  ],
})
class AppModule {}

const app = await NestFactory.create(AppModule)
await app.listen(process.env.PORT ?? 3000)
