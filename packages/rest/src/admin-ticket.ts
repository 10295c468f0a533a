import type { Signer } from '@usersig/core/endpoint'
import { askWithin, type MaybePromise, show, systemClock } from '@usersig/core/internal'

/**
 * Hosts of the REST API, by the region of the application.
 * Source: tencentcloud.com/jp/document/product/1047/34620.
 */
const HOSTS = {
  china: 'console.tim.qq.com',
  singapore: 'adminapisgp.im.qcloud.com',
  korea: 'adminapikr.im.qcloud.com',
  japan: 'adminapijpn.im.qcloud.com',
  germany: 'adminapiger.im.qcloud.com',
  usa: 'adminapiusa.im.qcloud.com',
  indonesia: 'adminapiidn.im.qcloud.com',
} as const

/** Region of an application. */
export type RestRegion = keyof typeof HOSTS

export const REGIONS: readonly string[] = Object.keys(HOSTS)

/** How long the ticket of a key that may have changed is kept, in seconds. */
const KEEP = 60

const COMMAND = /^[a-z0-9_]{1,64}\/[a-z0-9_]{1,64}$/i

interface Settings {
  /** Not needed where `apiOrigin` is set. */
  readonly region: RestRegion | undefined
  readonly admin: string
  /** In seconds. */
  readonly expire: number
  readonly apiOrigin: string | undefined
  /** How long a key in a KMS may take, in seconds. */
  readonly timeout: number
}

interface Ticket {
  readonly signer: Signer
  readonly userSig: MaybePromise<string>
  readonly issuedAt: number
}

/** Makes the addresses of calls, each with a ticket of the administrator that is valid for a while. */
export interface AdminTicket {
  readonly origin: string
  /**
   * @throws TypeError for a command of another form
   * @throws ProblemError `unavailable` when the key does not answer in time
   */
  url(command: string): Promise<URL>
  /** Lets the next address have a new ticket, as this one is refused. */
  drop(): void
}

/**
 * One ticket serves many calls: of a key that stays until shortly before it ends, of one that may change for a minute.
 * Concurrent callers wait for the same one.
 */
export function createAdminTicket(findSigner: () => MaybePromise<Signer>, settings: Settings): AdminTicket {
  const { region, admin, expire, timeout } = settings
  const origin = settings.apiOrigin ?? `https://${HOSTS[region ?? 'china']}`
  const refreshAhead = Math.floor(expire / 10)
  let kept: Ticket | undefined

  function isUsable({ signer, issuedAt }: Ticket, wanted: Signer, seconds: number): boolean {
    // A clock that was set back would otherwise keep a ticket from the future.
    if (seconds < issuedAt || seconds >= issuedAt + expire - refreshAhead) return false
    return signer === wanted || (signer.sdkAppId === wanted.sdkAppId && seconds < issuedAt + KEEP)
  }

  function ticketFor(signer: Signer): MaybePromise<string> {
    const seconds = systemClock()
    if (kept && isUsable(kept, signer, seconds)) return kept.userSig
    const userSig = askWithin(() => signer.genUserSig(admin, { expire, now: seconds }), timeout, 'signer')
    const renewed = { signer, userSig, issuedAt: seconds }
    kept = renewed
    if (typeof userSig !== 'string') {
      userSig.then(undefined, () => {
        if (kept === renewed) kept = undefined
      })
    }
    return userSig
  }

  return {
    origin,
    async url(command) {
      if (typeof command !== 'string' || !COMMAND.test(command)) {
        throw new TypeError(`command is ${show(command)}, but must be service/command, such as im_open_login_svc/kick`)
      }
      const signer = await findSigner()
      const url = new URL(`/v4/${command}`, origin)
      url.search = new URLSearchParams({
        sdkappid: String(signer.sdkAppId),
        identifier: admin,
        usersig: await ticketFor(signer),
        random: String(Math.floor(Math.random() * 2 ** 32)),
        contenttype: 'json',
      }).toString()
      return url
    },
    drop() {
      kept = undefined
    },
  }
}
