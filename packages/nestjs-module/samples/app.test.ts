import { Test } from '@nestjs/testing'
import { createUserSigner } from '@usersig/core'
import { UserSigService } from '@usersig/nestjs-module'
import { expect, test } from 'vitest'
import { AppModule } from './require.ts'

test('the robot gets a ticket', async () => {
  const signer = createUserSigner({ sdkAppId: 1400000000, secretKey: 'made-up', now: () => 1_800_000_000 })
  const module = await Test.createTestingModule({ imports: [AppModule] })
    .overrideProvider(UserSigService) // or getUserSigToken('eu')
    .useValue(signer)
    .compile()

  expect(module.get(UserSigService).issue('robot').issuedAt).toBe(1_800_000_000)
})
