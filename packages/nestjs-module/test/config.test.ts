import 'reflect-metadata'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigModule } from '@nestjs/config'
import { Test } from '@nestjs/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { UserSigModule, UserSigService } from '../src/index.ts'
import { SDK_APP_ID, SECRET_KEY, signer } from './apps.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usersig-'))
  // So that what ConfigModule sets is taken back.
  for (const name of ['USERSIG_SDKAPPID', 'USERSIG_SECRETKEY']) {
    vi.stubEnv(name, 'x')
    delete process.env[name]
  }
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

test.each(['before', 'after'])(
  'the key comes from the file of a ConfigModule that stands %s the module',
  async (place) => {
    const envFilePath = join(folder, '.env')
    await writeFile(envFilePath, `USERSIG_SDKAPPID=${SDK_APP_ID}\nUSERSIG_SECRETKEY=${SECRET_KEY}\n`)
    const config = () => ConfigModule.forRoot({ envFilePath })
    const imports = place === 'before' ? [config(), UserSigModule.forRoot()] : [UserSigModule.forRoot(), config()]
    const module = await Test.createTestingModule({ imports }).compile()
    const { userSig } = await module.get(UserSigService).issue('alice')
    expect(signer.verifyUserSig(userSig).userId).toBe('alice')
  },
)

test('the key comes from a file of a container', async () => {
  vi.stubEnv('USERSIG_SDKAPPID', String(SDK_APP_ID))
  vi.stubEnv('USERSIG_SECRETKEY_FILE', join(folder, 'key'))
  await writeFile(join(folder, 'key'), SECRET_KEY, { mode: 0o600 })
  const module = await Test.createTestingModule({ imports: [UserSigModule.forRoot()] }).compile()
  const { userSig } = await module.get(UserSigService).issue('alice')
  expect(signer.verifyUserSig(userSig).userId).toBe('alice')
})
