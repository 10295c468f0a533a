import { Module } from '@nestjs/common'
import { ConfigModule, ConfigService } from '@nestjs/config'
import { UserSigModule } from '@usersig/nestjs-module'

@Module({
  imports: [
    ConfigModule.forRoot({ isGlobal: true }),
    UserSigModule.forRootAsync({
      inject: [ConfigService],
      useFactory: (config: ConfigService) => ({
        credentials: {
          sdkAppId: config.getOrThrow<string>('TENCENT_APP_ID'),
          secretKey: config.getOrThrow<string>('TENCENT_APP_KEY'),
        },
      }),
    }),
  ],
})
export class AppModule {}
