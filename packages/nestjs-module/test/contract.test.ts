import 'reflect-metadata'
import { Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { describeContract } from '@usersig/contract/vitest'
import { contractModule, GuardedController, listen, PLATFORMS, QUICK, start } from './apps.ts'

for (const [platform, createAdapter] of Object.entries(PLATFORMS)) {
  describeContract(`NestJS on ${platform}`, () =>
    start({ imports: [contractModule()], controllers: [GuardedController] }, createAdapter()),
  )

  describeContract(`NestJS on ${platform}, as main.ts starts it`, async () => {
    @Module({ imports: [contractModule()], controllers: [GuardedController] })
    class AppModule {}

    const app = await NestFactory.create(AppModule, createAdapter(), { ...QUICK, rawBody: true })
    app.setGlobalPrefix('api')
    const started = await listen(app)
    return { ...started, issuePath: '/api/usersig', guardPath: '/api/guarded' }
  })
}
