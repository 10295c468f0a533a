import 'reflect-metadata'
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
  expect(Object.keys(responses ?? {})).toEqual(['200', '400', '401', '403', '408', '413', '415', '500'])
  const { security, responses: guarded } = paths['/guarded']?.get ?? {}
  expect(security).toEqual([{ bearer: [] }])
  expect(guarded?.['401']).toMatchObject({ content: { 'application/problem+json': {} } })
  await close()
})
