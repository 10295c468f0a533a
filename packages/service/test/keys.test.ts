import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { awsKms, tencentKms, tencentSsm, vaultTransit } from '../src/keys/index.ts'
import { startAwsKms } from './fakes/aws.ts'
import { resolveTencent, startTencent } from './fakes/tencent.ts'
import { startVault } from './fakes/vault.ts'
import { type Login, startLogin } from './login.ts'
import { ask, configOf, SDK_APP_ID, SECRET_KEY, signer, start } from './start.ts'

let login: Login
let restoreNames: () => void
beforeAll(async () => {
  login = await startLogin()
  restoreNames = resolveTencent()
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'the secret of these tests')
  vi.stubEnv('TENCENTCLOUD_SECRET_ID', 'AKIDEXAMPLE')
  vi.stubEnv('TENCENTCLOUD_SECRET_KEY', 'the secret of these tests')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  restoreNames()
  await login.close()
})

const TOKEN = 'token-of-these-tests'
const SECRET = 'the secret of these tests'
const CIPHERTEXT = Buffer.from('what the KMS has encrypted').toString('base64')

async function serve(key: object) {
  const running = await start(configOf(login, { apps: { main: { sdkAppId: SDK_APP_ID, key, expire: 3600 } } }))
  const issue = async () => await ask(`${running.url}/usersig`, await login.sign('alice'), undefined)
  return { ...running, issue }
}

describe('Vault', () => {
  test('signs, and the key never comes here', async () => {
    const { url } = await startVault('usersig', SECRET_KEY, TOKEN)
    const { issue } = await serve({
      vaultTransit: { address: `${url}/`, key: 'usersig', token: { env: 'TEST_TOKEN' } },
    })
    const { status, body } = await issue()
    expect(status).toBe(200)
    expect(signer.verifyUserSig(body.userSig)).toMatchObject({ userId: 'alice', expire: 3600 })
  })

  test('is down: 503, not ready, and the log says why', async () => {
    const vault = await startVault('usersig', SECRET_KEY, TOKEN)
    const { issue, service, lines } = await serve({
      vaultTransit: { address: vault.url, key: 'usersig', token: { env: 'TEST_TOKEN' } },
    })
    vault.breakDown(true)
    expect((await issue()).status).toBe(503)
    await expect.poll(async () => (await service.ready()).status, { timeout: 3000 }).toBe('down')
    expect(lines().find((line) => line['msg'] === 'a request failed')?.['reason']).toMatch(/Vault answered 500/)
    vault.breakDown(false)
    expect((await issue()).status).toBe(200)
    await expect.poll(async () => (await service.ready()).status, { timeout: 3000 }).toBe('ready')
  })

  test('refuses: the error says what to look at', async () => {
    const { url } = await startVault('usersig', SECRET_KEY, TOKEN)
    const content = new Uint8Array(1)
    await expect(vaultTransit({ address: url, key: 'usersig', token: 'wrong' })(content)).rejects.toThrow(/403.*policy/)
    await expect(vaultTransit({ address: url, key: 'other', token: TOKEN })(content)).rejects.toThrow(/404.*names/)
    expect(() => vaultTransit({ address: url, key: 'usersig' } as never)).toThrow(/token is missing/)
    expect(() => vaultTransit({ addres: url } as never)).toThrow(/did you mean "address"/)
  })
})

describe('AWS KMS', () => {
  test('decrypts the key, once for many tickets', async () => {
    const kms = await startAwsKms('eu-central-1', CIPHERTEXT, SECRET_KEY, SECRET)
    const { issue } = await serve({ awsKms: { ciphertext: CIPHERTEXT, region: 'eu-central-1', endpoint: kms.url } })
    for (let i = 0; i < 3; i++) expect(signer.verifyUserSig((await issue()).body.userSig).userId).toBe('alice')
    expect(kms.asked()).toBe(1)
  })

  test('does not: 503, and no secret in the log', async () => {
    const kms = await startAwsKms('eu-central-1', CIPHERTEXT, SECRET_KEY, 'another secret')
    const { issue, service, output } = await serve({
      awsKms: { ciphertext: CIPHERTEXT, region: 'eu-central-1', endpoint: kms.url },
    })
    expect((await issue()).status).toBe(503)
    expect((await service.ready()).status).toBe('down')
    expect(output()).toContain('InvalidSignatureException')
    for (const secret of [SECRET, SECRET_KEY, CIPHERTEXT]) expect(output()).not.toContain(secret)
  })

  test('wants to know where', () => {
    expect(() => awsKms({ ciphertext: CIPHERTEXT } as never)).toThrow(/region is missing/)
  })
})

describe('Tencent Cloud', () => {
  test('KMS decrypts the key', async () => {
    const kms = await startTencent('kms', '2019-01-18', 'Decrypt', SECRET, ({ CiphertextBlob }) =>
      CiphertextBlob === CIPHERTEXT ? { KeyId: '1', Plaintext: Buffer.from(SECRET_KEY).toString('base64') } : undefined,
    )
    const where = { region: 'ap-guangzhou', endpoint: kms.url }
    const { issue } = await serve({ tencentKms: { ciphertext: CIPHERTEXT, ...where } })
    expect(signer.verifyUserSig((await issue()).body.userSig).userId).toBe('alice')
    await expect(tencentKms({ ciphertext: 'b3RoZXI=', ...where })()).rejects.toThrow(/ResourceNotFound/)
  })

  test('Secrets Manager holds the key, and a rotation of two', async () => {
    const old = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0'
    const ssm = await startTencent('ssm', '2019-09-23', 'GetSecretValue', SECRET, ({ SecretName, VersionId }) =>
      SecretName === 'usersig' && VersionId === 'SSM_Current'
        ? { SecretName, VersionId, SecretString: `${SECRET_KEY},${old}\n`, SecretBinary: '' }
        : undefined,
    )
    const where = { region: 'ap-guangzhou', endpoint: ssm.url }
    const { issue } = await serve({ tencentSsm: { secretName: 'usersig', ...where } })
    expect(signer.verifyUserSig((await issue()).body.userSig).userId).toBe('alice')
    expect(() => tencentSsm({ ...where, secretName: 'a', endpoint: 'https://example.com' })).toThrow(
      /begins with ssm\./,
    )
    await expect(tencentSsm({ secretName: 'other', ...where })()).rejects.toThrow(/ResourceNotFound/)
  })
})
