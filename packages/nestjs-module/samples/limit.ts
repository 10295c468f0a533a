import { Module } from '@nestjs/common'
import { ThrottlerModule, ThrottlerStorage } from '@nestjs/throttler'
import { jwt } from '@usersig/auth'
import { UserSigModule } from '@usersig/nestjs-module'

@Module({
  imports: [
    ThrottlerModule.forRoot([{ limit: 100, ttl: 60_000 }]),
    UserSigModule.forRootAsync({
      inject: [ThrottlerStorage],
      issuer: { path: 'usersig' },
      useFactory: (storage: ThrottlerStorage) => ({
        authenticate: jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE }),
        // 30 tickets a minute.
        limit: async ({ userId }) => {
          const { isBlocked, timeToBlockExpire } = await storage.increment(userId, 60_000, 30, 60_000, 'usersig')
          return isBlocked ? { retryAfter: timeToBlockExpire } : undefined
        },
      }),
    }),
  ],
})
export class AppModule {}
