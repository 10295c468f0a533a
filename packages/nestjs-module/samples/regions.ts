import { Controller, Get, Inject, Module } from '@nestjs/common'
import { InjectUserSig, RequireUserSig, UserSig, UserSigModule, UserSigService } from '@usersig/nestjs-module'

@Controller()
export class RegionsController {
  constructor(
    @Inject(UserSigService) private readonly china: UserSigService,
    @InjectUserSig('eu') private readonly europe: UserSigService,
  ) {}

  @Get('applications')
  applications() {
    return [this.china.sdkAppId, this.europe.sdkAppId]
  }

  @Get('eu/me')
  @RequireUserSig('eu')
  me(@UserSig('userId') userId: string) {
    return { userId }
  }
}

@Module({
  imports: [
    UserSigModule.forRoot({
      credentials: {
        sdkAppId: Number(process.env.USERSIG_SDKAPPID),
        secretKey: process.env.USERSIG_SECRETKEY ?? '',
      },
    }),
    UserSigModule.forRoot({
      name: 'eu',
      credentials: {
        sdkAppId: Number(process.env.USERSIG_EU_SDKAPPID),
        secretKey: process.env.USERSIG_EU_SECRETKEY ?? '',
      },
    }),
  ],
  controllers: [RegionsController],
})
export class AppModule {}
