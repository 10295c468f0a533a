import 'reflect-metadata'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger'
import { expect, test } from 'vitest'
import { contractModule, GuardedController, start } from './apps.ts'

test('the documents of the app hold the controller and what the guard asks for', async () => {
  const { app, close } = await start({ imports: [contractModule()], controllers: [GuardedController] })
  const { paths } = SwaggerModule.createDocument(app, new DocumentBuilder().addBearerAuth().build())
  expect(Object.keys(paths['/usersig'] ?? {})).toEqual(['post'])
  const { requestBody, responses } = paths['/usersig']?.post ?? {}
  expect(requestBody).toMatchObject({
    required: false,
    content: { 'application/json': { schema: { properties: { roomId: { type: 'integer' } } } } },
  })
  expect(Object.keys(responses ?? {})).toEqual([
    '200',
    '400',
    '401',
    '403',
    '405',
    '408',
    '413',
    '415',
    '429',
    '500',
    '503',
  ])
  const { security, responses: guarded } = paths['/guarded']?.get ?? {}
  expect(security).toEqual([{ bearer: [] }])
  expect(guarded?.['401']).toMatchObject({ content: { 'application/problem+json': {} } })
  expect(Object.keys(guarded ?? {})).toEqual(expect.arrayContaining(['401', '404', '500', '503']))
  await close()
})

test('they say what spec/openapi.yaml says', () => {
  const script = fileURLToPath(new URL('../scripts/documents.mjs', import.meta.url))
  expect(spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' })).toMatchObject({
    status: 0,
    stderr: '',
  })
})
