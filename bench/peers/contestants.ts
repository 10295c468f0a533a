import { createUserSigner } from '@usersig/core'
import { SignJWT } from 'jose'

const SDK_APP_ID = 1400000000
const SECRET_KEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
const EXPIRE = 604_800
const AGORA_APP_ID = '970CA35de60c44645bbae8a215061b33'

/** Signs a ticket for the user of a number, in whatever form the package has for it. */
export type Sign = (user: number) => unknown

/** Who makes a signed ticket in JavaScript; each is loaded only where it is measured, as not every runtime takes each. */
export const contestants: Readonly<Record<string, () => Sign | Promise<Sign>>> = {
  '@usersig/core': () => {
    const signer = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY, expire: EXPIRE })
    return (user) => signer.genUserSig(`user-${user}`)
  },
  'tls-sig-api-v2 (official)': async () => {
    // Its package.json names two files as "main"; Bun and bundlers take the one that is not there.
    const { Api } = await import('tls-sig-api-v2/TLSSigAPIv2.js')
    const api = new Api(SDK_APP_ID, SECRET_KEY)
    return (user) => api.genUserSig(`user-${user}`, EXPIRE)
  },
  'jose (JWT, HS256)': () => {
    const key = new TextEncoder().encode(SECRET_KEY)
    return (user) =>
      new SignJWT({ room: 10_000 })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(`user-${user}`)
        .setIssuedAt()
        .setExpirationTime('7d')
        .sign(key)
  },
  'livekit-server-sdk': async () => {
    const { AccessToken } = await import('livekit-server-sdk')
    return (user) => {
      const token = new AccessToken('key', SECRET_KEY, { identity: `user-${user}`, ttl: EXPIRE })
      token.addGrant({ roomJoin: true, room: 'room-1' })
      return token.toJwt()
    }
  },
  'agora-token': async () => {
    const { RtcTokenBuilder, RtcRole } = (await import('agora-token')).default
    const certificate = SECRET_KEY.slice(0, 32)
    return (user) =>
      RtcTokenBuilder.buildTokenWithUserAccount(
        AGORA_APP_ID,
        certificate,
        'room-1',
        `user-${user}`,
        RtcRole.SUBSCRIBER,
        EXPIRE,
        EXPIRE,
      )
  },
}

/** Signs some tickets, one after another. */
export async function signMany(sign: Sign, count: number): Promise<void> {
  for (let user = 0; user < count; user++) {
    const ticket = sign(user)
    if (ticket instanceof Promise) await ticket
  }
}
