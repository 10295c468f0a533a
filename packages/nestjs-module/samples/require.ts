import { Controller, Get, Inject, Module, Post } from '@nestjs/common'
import { RequireUserSig, UserSig, UserSigModule, UserSigService } from '@usersig/nestjs-module'

@Controller()
export class ProfileController {
  constructor(@Inject(UserSigService) private readonly userSig: UserSigService) {}

  @Get('me')
  @RequireUserSig()
  me(@UserSig('userId') userId: string) {
    return { userId }
  }

  // Your own route instead of the ready-made one; here the app runs a robot.
  @Post('robot')
  async robot() {
    return await this.userSig.issue('robot', { strRoomId: 'room-1', privileges: 'audience' })
  }
}

@Module({ imports: [UserSigModule.forRoot()], controllers: [ProfileController] })
export class AppModule {}
