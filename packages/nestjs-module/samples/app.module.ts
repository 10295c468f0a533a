import { Module } from '@nestjs/common'
import { ConfigModule } from '@nestjs/config'
import { toUserId, UserSigModule } from '@usersig/nestjs-module'
import { AppController } from './app.controller.ts'
import { AppService } from './app.service.ts'
import { SessionGuard } from './session.guard.ts'

@Module({
  imports: [
    ConfigModule.forRoot(),
    UserSigModule.forRoot({
      issuer: { path: 'usersig', guards: [SessionGuard] },
      authenticate: (request) => toUserId(request.user.id),
    }),
  ],
  controllers: [AppController],
  providers: [AppService],
})
export class AppModule {}
