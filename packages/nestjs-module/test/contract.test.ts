import 'reflect-metadata'
import { Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { describeContract } from '@usersig/contract/vitest'
import { contractMetadata, listen, PLATFORMS, QUIET, start } from './apps.ts'

for (const [platform, createAdapter] of Object.entries(PLATFORMS)) {
  describeContract(`NestJS on ${platform}`, () => start(contractMetadata(), createAdapter()))

  describeContract(`NestJS on ${platform}, as main.ts starts it`, async () => {
    @Module(contractMetadata())
    class AppModule {}

    const app = await NestFactory.create(AppModule, createAdapter(), { ...QUIET, rawBody: true })
    app.setGlobalPrefix('api')
    const started = await listen(app)
    return { ...started, prefix: '/api' }
  })
}
