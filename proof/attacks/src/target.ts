import type { UserSigner } from '@usersig/core'

/** What came back. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | number | undefined>>
  readonly body: string
}

/** One request, sent as it is described. */
export interface Ask {
  /** @defaultValue 'POST' */
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** The parts of a target that only some servers have. */
export interface Parts {
  /** The path behind the guard; the answer holds the UserID. */
  readonly guardPath?: string
  /** Where webhooks of TRTC, and of Chat, go. */
  readonly trtcPath?: string
  readonly chatPath?: string
  /** The issuing handler and the guard with a memory of kicks, and an application beside the first. */
  readonly livePath?: string
  readonly liveGuardPath?: string
  /** Headers of a user who has asked too often. */
  readonly tooOften?: Readonly<Record<string, string>>
  /** A room that nobody may enter, and one that alice may. */
  readonly rooms?: { readonly open: object; readonly closed: object }
  /** Where text of HTTP/1.1 can be written: host and port. */
  readonly rawUrl?: string
  /** The handler owns the socket, and bounds what is read of a refused body. */
  readonly boundsBodies?: true
  /** Only programs and pages of this machine are answered. */
  readonly isLocalOnly?: true
  /** Its code runs in this process, where an attack could pollute prototypes. */
  readonly isInProcess?: true
  /** What the process has printed, where it is another one. */
  readonly output?: () => string
}

/** A server that is attacked. */
export interface Target extends Parts {
  readonly name: string
  readonly issuePath: string
  /** Signs and verifies as the server does. */
  readonly signer: UserSigner
  /** Headers with which a user is logged in, by the server's own login. */
  login(userId: string): Readonly<Record<string, string>>
  ask(path: string, ask?: Ask): Promise<Reply>
  close(): unknown
}
