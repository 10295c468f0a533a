import { Controller, Get, Inject, Module, Post } from '@nestjs/common'
import { ConfigModule, ConfigService } from '@nestjs/config'
import { InjectUserSig, RequireUserSig, UserSig, UserSigModule, UserSigService } from '@usersig/nestjs-module'

@Controller()
export class RegionsController {
  constructor(
    @Inject(UserSigService) private readonly china: UserSigService,
    @InjectUserSig('eu') private readonly europe: UserSigService,
  ) {}

  @Post('robots')
  async robots() {
    return [await this.china.issue('robot'), await this.europe.issue('robot')]
  }

  @Get('eu/me')
  @RequireUserSig('eu')
  me(@UserSig('userId') userId: string) {
    return { userId }
  }
}

@Module({
  imports: [
    UserSigModule.forRoot(),
    ConfigModule.forRoot({ isGlobal: true }),
    UserSigModule.forRootAsync({
      name: 'eu',
      inject: [ConfigService],
      useFactory: (config: ConfigService) => ({
        credentials: { sdkAppId: config.getOrThrow('EU_SDKAPPID'), secretKey: config.getOrThrow('EU_SECRETKEY') },
      }),
    }),
  ],
  controllers: [RegionsController],
})
export class AppModule {}
