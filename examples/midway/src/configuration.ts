import { App, CommonJSFileDetector, Configuration, type ILifeCycle } from '@midwayjs/core'
import * as koa from '@midwayjs/koa'
import { issueUserSig, toUserId } from '@usersig/koa'
import { login, secret } from './login'

// The key comes from USERSIG_SDKAPPID and USERSIG_SECRETKEY.
const issue = issueUserSig({
  path: '/usersig',
  authenticate: (ctx) => ctx.state['userId'] && toUserId(ctx.state['userId']),
  // Stands in for your own rules: everybody may listen in the lobby, and there is no other room.
  authorizeRoom: ({ strRoomId }) => (strRoomId === 'lobby' ? 'audience' : null),
})

const port = Number(process.env['PORT'] ?? 3000)

@Configuration({
  imports: [koa],
  detector: new CommonJSFileDetector(),
  importConfigs: [{ default: { keys: secret, koa: { port } } }],
})
export class MainConfiguration implements ILifeCycle {
  @App('koa')
  app!: koa.Application

  onReady(): Promise<void> {
    this.app.useMiddleware([login, issue])
    return Promise.resolve()
  }
}
