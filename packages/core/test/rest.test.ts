import { describe, expect, it } from 'vitest'
import { createAdminSession } from '../src/rest.ts'
import { createUserSigner } from '../src/signing/create-user-signer.ts'

const secretKey = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
const signer = createUserSigner({ sdkAppId: 1400000000, secretKey })

/** A clock that the test moves. */
function createClock(seconds: number) {
  const clock = { seconds, now: () => clock.seconds }
  return clock
}

describe('createAdminSession', () => {
  it('builds the URL of a call', async () => {
    const session = createAdminSession({ signer, region: 'singapore', admin: 'root' })
    const url = await session.url('im_open_login_svc/kick')
    expect(url.origin + url.pathname).toBe('https://adminapisgp.im.qcloud.com/v4/im_open_login_svc/kick')
    const { usersig, random, ...rest } = Object.fromEntries(url.searchParams)
    expect(rest).toEqual({ sdkappid: '1400000000', identifier: 'root', contenttype: 'json' })
    expect(Number(random)).toBeLessThan(2 ** 32)
    expect(signer.verifyUserSig(usersig!, { userId: 'root' }).expire).toBe(86_400)
  })

  it('keeps a ticket until shortly before its end', async () => {
    const clock = createClock(1_800_000_000)
    const session = createAdminSession({ signer, region: 'china', expire: 1000, refreshAhead: 100, now: clock.now })
    const first = await session.userSig()
    clock.seconds += 899
    expect(await session.userSig()).toBe(first)
    clock.seconds += 1
    const second = await session.userSig()
    expect(second).not.toBe(first)
    expect(signer.verifyUserSig(second, { now: clock.seconds }).issuedAt).toBe(clock.seconds)
  })

  it('replaces a ticket from the future when the clock is set back', async () => {
    const clock = createClock(1_800_000_000)
    const session = createAdminSession({ signer, region: 'usa', now: clock.now })
    const first = await session.userSig()
    clock.seconds -= 3600
    const second = await session.userSig()
    expect(second).not.toBe(first)
    expect(signer.verifyUserSig(second, { now: clock.seconds }).issuedAt).toBe(clock.seconds)
  })

  it('asks a remote key once for callers that come at once, and again after a failure', async () => {
    let asked = 0
    let up = false
    const remote = createUserSigner({
      sdkAppId: 1400000000,
      mac: async () => {
        asked++
        if (!up) throw new Error('the key service is down')
        return new Uint8Array(32)
      },
    })
    const session = createAdminSession({ signer: remote, region: 'japan' })
    const failed = await Promise.allSettled([session.userSig(), session.userSig(), session.userSig()])
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(asked).toBe(1)
    up = true
    const [first, second] = await Promise.all([session.userSig(), session.url('openim/sendmsg')])
    expect(second.searchParams.get('usersig')).toBe(first)
    expect(asked).toBe(2)
  })

  it('keeps the ticket of now when an earlier request for one fails late', async () => {
    const clock = createClock(1_800_000_000)
    const failures: ((error: Error) => void)[] = []
    const remote = createUserSigner({
      sdkAppId: 1400000000,
      mac: () =>
        clock.seconds === 1_800_000_000
          ? new Promise<Uint8Array>((_, reject) => failures.push(reject))
          : Promise.resolve(new Uint8Array(32)),
    })
    const session = createAdminSession({ signer: remote, region: 'germany', expire: 1000, now: clock.now })
    const late = session.userSig()
    clock.seconds += 1000
    const current = session.userSig()
    await current
    expect(failures).toHaveLength(1)
    failures[0]?.(new Error('the key service timed out'))
    await expect(late).rejects.toThrow()
    expect(session.userSig()).toBe(current)
  })

  it.each([
    ['signer', { region: 'china' }],
    ['region', { signer, region: 'mars' }],
    ['refreshAhead', { signer, region: 'china', expire: 100, refreshAhead: 100 }],
  ])('names a wrong %s', (name, options) => {
    expect(() => createAdminSession(options as never)).toThrow(new RegExp(`^${name} is`))
  })

  it.each(['', 'kick', '../kick', 'a/b/c', 'im_open_login_svc/kick?x=1'])('refuses the command %j', async (command) => {
    const session = createAdminSession({ signer, region: 'korea' })
    await expect(session.url(command)).rejects.toThrow(/service\/command/)
  })
})
