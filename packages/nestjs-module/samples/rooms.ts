import { Injectable, Module } from '@nestjs/common'
import { jwt } from '@usersig/auth'
import { UserSigModule } from '@usersig/nestjs-module'

@Injectable()
export class Rooms {
  // Your own tables.
  hostOf(strRoomId: string | undefined): Promise<string | undefined> {
    return Promise.resolve(strRoomId === 'room-1' ? 'alice' : undefined)
  }
}

@Module({ providers: [Rooms], exports: [Rooms] })
export class RoomsModule {}

@Module({
  imports: [
    UserSigModule.forRootAsync({
      imports: [RoomsModule],
      inject: [Rooms],
      issuer: { path: 'usersig' },
      useFactory: (rooms: Rooms) => ({
        expire: 86_400,
        authenticate: jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE }),
        authorizeRoom: async ({ userId, strRoomId }) => {
          const host = await rooms.hostOf(strRoomId)
          if (host === undefined) return null
          return host === userId ? 'all' : 'audience'
        },
        onIssued: ({ userId, expiresAt }) => console.log(`issued to ${userId} until ${expiresAt}`),
      }),
    }),
  ],
})
export class AppModule {}
