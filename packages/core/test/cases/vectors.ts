import { type HostileVector, hostile as publicHostile } from '@usersig/vectors'
import hostileJson from '../vectors/hostile.json' with { type: 'json' }
import injectionJson from '../vectors/injection.json' with { type: 'json' }

export interface InjectionVector {
  readonly variant: string
  readonly sdkAppId: number
  readonly secretKey: string
  readonly requestedUserId: string
  readonly requestedExpire: number | string
  readonly issuedUserSig: string
  readonly issuedTime: number
  readonly refitUserSig: string
  readonly signerMustRefuse: 'userId' | 'expire'
  readonly verifierMustRefuse: readonly ('issuedUserSig' | 'refitUserSig')[]
}

export const hostile: readonly HostileVector[] = [...publicHostile, ...(hostileJson as readonly HostileVector[])]
export const injection = injectionJson as readonly InjectionVector[]
