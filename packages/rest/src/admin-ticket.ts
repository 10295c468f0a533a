import type { Signer } from '@usersig/core/endpoint'
import { type AdminSession, createAdminSession, type RestRegion } from '@usersig/core/rest'

/** How long the ticket of a key that may have changed is kept, in seconds. */
const KEEP = 60

interface Settings {
  readonly region: RestRegion
  readonly admin: string
  readonly expire: number
  readonly apiOrigin: string | undefined
}

/** Makes the addresses of calls, each with a ticket of the administrator that is valid for a while. */
export interface AdminTicket {
  url(command: string): Promise<URL>
  /** Lets the next address have a new ticket, as this one is refused. */
  drop(): void
}

/**
 * One ticket serves many calls: of a key that stays until shortly before it ends, of one that may change for a minute.
 */
export function createAdminTicket(findSigner: () => Signer | PromiseLike<Signer>, settings: Settings): AdminTicket {
  const { apiOrigin, ...options } = settings
  let kept: { readonly signer: Signer; readonly session: AdminSession; readonly madeAt: number } | undefined

  return {
    async url(command) {
      const signer = await findSigner()
      const now = performance.now() / 1000
      const isFresh =
        kept && (kept.signer === signer || (kept.signer.sdkAppId === signer.sdkAppId && now - kept.madeAt < KEEP))
      if (!kept || !isFresh) kept = { signer, session: createAdminSession({ ...options, signer }), madeAt: now }
      const url = await kept.session.url(command)
      return apiOrigin === undefined ? url : new URL(url.pathname + url.search, apiOrigin)
    },
    drop() {
      kept = undefined
    },
  }
}
