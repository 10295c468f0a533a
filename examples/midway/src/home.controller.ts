import { Controller, Get, Inject } from '@midwayjs/core'
import type { Context } from '@midwayjs/koa'
import { getUserSig, requireUserSig } from '@usersig/koa'

@Controller('/')
export class HomeController {
  @Inject()
  ctx!: Context

  @Get('/me', { middleware: [requireUserSig()] })
  me(): { userId: string } {
    return { userId: getUserSig(this.ctx).userId }
  }
}
