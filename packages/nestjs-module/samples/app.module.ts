import { Module } from '@nestjs/common'
import { ConfigModule } from '@nestjs/config'
import { jwt } from '@usersig/auth'
import { UserSigModule } from '@usersig/nestjs-module'
import { AppController } from './app.controller.ts'
import { AppService } from './app.service.ts'

@Module({
  imports: [
    ConfigModule.forRoot(),
    UserSigModule.forRoot({
      issuer: { path: 'usersig' },
      authenticate: jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE }),
    }),
  ],
  controllers: [AppController],
  providers: [AppService],
})
export class AppModule {}
