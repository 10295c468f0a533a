/** Kind of a ticket: the two kinds with a user buffer contain further rights or data. */
export type TicketKind = 'userSig' | 'userSigWithUserBuf' | 'privateMapKey' | 'privateMapKeyWithStringRoomId'

/** Expected result of a verifier; `either` if both are right; a crash is always wrong. */
export type Outcome = 'accept' | 'reject' | 'either'

/** What every ticket here has. */
interface Signed {
  /** SDKAppID of the application. */
  readonly sdkAppId: number
  /** Key that it was signed with. All keys are made up or stand in the official programs' READMEs. */
  readonly secretKey: string
  /** The ticket, a UserSig or a PrivateMapKey. */
  readonly userSig: string
}

/** What the ticket of a room, or with a user buffer, holds. */
interface Contents {
  /** Number of the room, from 1 to 4294967294; in a few tickets it is one that cannot be. */
  readonly roomId?: number
  /** Name of the room, instead of `roomId`. */
  readonly strRoomId?: string
  /** Sum of the rights' bits, from 0 to 255. */
  readonly privilegeMap?: number
  /** The user buffer in standard base64. */
  readonly userBufBase64?: string
}

/** A ticket of an official program. */
export interface TicketVector extends Signed, Contents {
  /** Program that made it, such as `go` or `android`. */
  readonly implementation: string
  /** Which kind of ticket it is. */
  readonly kind: TicketKind
  /** UserID of the ticket. */
  readonly userId: string
  /** Lifetime in seconds. */
  readonly expire: number
  /** First second in which it is valid, as a Unix time; `time + expire` is the last. */
  readonly time: number
  /** The JSON document inside. */
  readonly decoded: Readonly<Record<string, string | number>>
}

/** A ticket that this toolkit signed. */
export interface ToolkitVector extends Signed, Contents {
  /** Which kind of ticket it is. */
  readonly kind: TicketKind
  /** UserID of the ticket. */
  readonly userId: string
  /** Lifetime in seconds. */
  readonly expire: number
  /** First second in which it is valid, as a Unix time. */
  readonly time: number
}

/** A ticket of an official program for unusual input. */
export interface QuirkVector extends Signed, Contents {
  /** The unusual input: P a room's account, R a room's name, B a buffer. */
  readonly case: string
  /** Program that made it, such as `go` or `android`. */
  readonly implementation: string
  /** Which kind of ticket it is. */
  readonly kind: TicketKind
  /** UserID that was asked for; null where it is not text. */
  readonly userId: string | null
  /** Lifetime in seconds. */
  readonly expire: number
  /** The JSON document inside, as text. */
  readonly json: string
  /** The user buffer inside, in hexadecimal. */
  readonly userBufHex?: string
  /** Expected result of a verifier. */
  readonly expect: Outcome
}

/** A ticket that was made or changed by hand. */
export interface HostileVector extends Signed {
  /** Name of the case. */
  readonly case: string
  /** The damage. */
  readonly damage?: string
  /** UserID that the verifier expects. */
  readonly userId: string
  /** Time at which it is verified, as a Unix time. */
  readonly now: number
  /** Expected result of a verifier. */
  readonly expect: Outcome
}

/** An input that a signer must refuse. */
export interface InputVector {
  /** Name of the case. */
  readonly case: string
  /** SDKAppID of the application. */
  readonly sdkAppId: number
  /** Key of the application. */
  readonly secretKey: string
  /** UserID of the ticket. */
  readonly userId: string
  /** Lifetime in seconds. */
  readonly expire: number
  /** The code with which this toolkit refuses. */
  readonly code: string
}
