import hostileJson from '../vectors/hostile.json' with { type: 'json' }
import injectionJson from '../vectors/injection.json' with { type: 'json' }
import officialJson from '../vectors/official.json' with { type: 'json' }
import ownJson from '../vectors/own.json' with { type: 'json' }
import quirksJson from '../vectors/quirks.json' with { type: 'json' }

interface Ticket {
  readonly sdkAppId: number
  readonly secretKey: string
  readonly userSig: string
}

/** A ticket of an official program: `time` is the first second in which it is valid, `time + expire` the last. */
export interface OfficialVector extends Ticket {
  readonly implementation: string
  readonly kind: 'userSig' | 'privateMapKey' | 'privateMapKeyWithStringRoomId' | 'userSigWithUserBuf'
  readonly userId: string
  readonly expire: number
  readonly time: number
  readonly roomId?: number
  readonly roomIdString?: string
  readonly privilegeMap?: number
  readonly userBufBase64?: string
  readonly decoded: { readonly 'TLS.sig': string }
}

/** A ticket that this package signed, and that the official programs for Go and PHP accepted. */
export interface OwnVector extends Pick<OfficialVector, 'kind' | 'userId' | 'expire' | 'time'> {
  readonly sdkAppId: number
  readonly userSig: string
  readonly roomId?: number
  readonly roomIdString?: string
  readonly privilegeMap?: number
  readonly userBufBase64?: string
}

export interface QuirkVector extends Ticket {
  readonly case: string
  readonly implementation: string
  readonly kind: OfficialVector['kind']
  readonly userId: string | null
  readonly expire: number
  readonly json: string
  readonly expect: 'accept' | 'reject' | 'either'
}

export interface HostileVector extends Ticket {
  readonly case: string
  readonly userId: string
  readonly now: number
  readonly expect: 'accept' | 'reject' | 'either'
}

export interface InjectionVector extends Omit<Ticket, 'userSig'> {
  readonly variant: string
  readonly requestedUserId: string
  readonly requestedExpire: number | string
  readonly issuedUserSig: string
  readonly issuedTime: number
  readonly refitUserSig: string
  readonly signerMustRefuse: 'userId' | 'expire'
  readonly verifierMustRefuse: readonly ('issuedUserSig' | 'refitUserSig')[]
}

export const official = officialJson as readonly OfficialVector[]
export const own = ownJson as readonly OwnVector[]
export const quirks = quirksJson as readonly QuirkVector[]
export const hostile = hostileJson as readonly HostileVector[]
export const injection = injectionJson as readonly InjectionVector[]
