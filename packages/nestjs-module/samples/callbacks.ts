import { Controller, HttpCode, Module, Post } from '@nestjs/common'
import { Callback, RequireCallback, UserSigModule } from '@usersig/nestjs-module'

@Controller('callbacks')
export class CallbackController {
  @Post('trtc')
  @HttpCode(200)
  @RequireCallback('trtc')
  onTrtc(@Callback() event: { EventType: number; EventInfo: { UserId: string } }) {
    console.log(`event ${event.EventType} of ${event.EventInfo.UserId}`)
    return { code: 0 }
  }
}

@Module({
  imports: [
    UserSigModule.forRoot({
      credentials: {
        sdkAppId: Number(process.env.USERSIG_SDKAPPID),
        secretKey: process.env.USERSIG_SECRETKEY ?? '',
      },
      callbacks: { trtcKey: process.env.TRTC_CALLBACK_KEY ?? '' }, // chatToken, for Chat and Live
    }),
  ],
  controllers: [CallbackController],
})
export class AppModule {}
