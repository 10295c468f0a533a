import { Controller, HttpCode, Module, Post } from '@nestjs/common'
import { RequireWebhook, UserSigModule, Webhook } from '@usersig/nestjs-module'

@Controller('webhooks')
export class WebhooksController {
  @Post('trtc')
  @HttpCode(200)
  @RequireWebhook('trtc')
  onTrtc(@Webhook() event: { EventType: number; EventInfo: { UserId: string } }) {
    console.log(`event ${event.EventType} of ${event.EventInfo.UserId}`)
    return { code: 0 }
  }
}

@Module({
  imports: [
    UserSigModule.forRoot({
      // The key that you chose in the console; chatToken is for Chat and TUILiveKit.
      webhooks: { trtcKey: () => process.env.TRTC_WEBHOOK_KEY, maxAge: 120 },
    }),
  ],
  controllers: [WebhooksController],
})
export class AppModule {}
