import type { Signer } from '@usersig/core/endpoint'
import { askWithin, type MaybePromise, show, systemClock } from '@usersig/core/internal'

/** How long the ticket of a key that may have changed is kept, in seconds. */
const KEEP = 60

const COMMAND = /^[a-z0-9_]{1,64}\/[a-z0-9_]{1,64}$/i

interface Settings {
  /** Where the calls go. */
  readonly origin: string
  readonly admin: string
  /** In seconds. */
  readonly expire: number
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
  const { origin, admin, expire, timeout } = settings
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
