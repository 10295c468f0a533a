import type { Privileges, RoomId, UserSigner } from '@usersig/core'
import { type Activity, createActivity } from './activity.ts'
import type { Limit } from './limit/limit.ts'
import { createSessions } from './session.ts'
import type { Settings } from './settings.ts'
import { createSite } from './site.ts'
import { findUser } from './users.ts'

/** Where every adapter serves the tickets. */
export const ISSUE_PATH = '/api/usersig'

/** The parts of the demo that are the same whoever serves it. */
export interface Demo {
  /** The signer for whoever is logged in, by the `Cookie` header of a request. */
  readonly signerOf: (cookieHeader: string | null | undefined) => Promise<UserSigner>
  /** Everything but the tickets: the page, login and logout. */
  readonly site: (request: Request) => Response | Promise<Response>
  /** Who is logged in, by the `Cookie` header of a request. */
  readonly userOf: (cookieHeader: string | null | undefined) => Promise<string | null>
  /** What is the same in every adapter: the rooms, the limit, who hears what happened. */
  readonly issuing: Activity['hooks'] &
    Pick<Limit, 'limit'> & {
      readonly authorizeRoom: (request: { readonly userId: string } & RoomId) => Privileges | null
    }
  readonly activity: Activity
}

export function createDemo(settings: Settings, { limit }: Limit): Demo {
  const sessions = createSessions(settings.sessionSecret)
  const activity = createActivity()
  const { signer, signers, sample, adapter } = settings
  const about = { sdkAppId: signer.sdkAppId, sample, adapter, lifetimes: [...signers.keys()] }
  const site = createSite({ sessions, activity, about, hosts: settings.hosts })
  return {
    signerOf: async (cookieHeader) => signers.get((await sessions.lifetimeOf(cookieHeader)) ?? 0) ?? signer,
    site: (request) => site.fetch(request),
    userOf: sessions.userOf,
    issuing: { ...activity.hooks, authorizeRoom, limit },
    activity,
  }
}

/** A user goes on stage in the own room, watches in the others, and has no business in the one called "private". */
function authorizeRoom({ userId, roomId, strRoomId }: { readonly userId: string } & RoomId): Privileges | null {
  if (strRoomId === 'private') return null
  return roomId !== undefined && findUser(userId)?.ownRoom === roomId ? 'anchor' : 'audience'
}
