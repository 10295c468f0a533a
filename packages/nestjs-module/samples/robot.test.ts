import { Test } from '@nestjs/testing'
import { UserSigService } from '@usersig/nestjs-module'
import { AppModule } from './require.ts'

test('the robot gets a ticket', async () => {
  const credentials = { sdkAppId: 1400000000, secretKey: 'made-up' }
  const module = await Test.createTestingModule({ imports: [AppModule] })
    .overrideProvider(UserSigService) // or getUserSigToken('eu')
    .useValue(new UserSigService({ credentials }))
    .compile()

  expect(await module.get(UserSigService).issue('robot')).toMatchObject({ userId: 'robot' })
})
