/** Where the app of an adapter listens, and what kind of server it is. */
export interface ContractTarget {
  /** Begins with `http://`, ends without a slash. */
  readonly baseUrl: string
  /** In front of every path of the app. @defaultValue '' */
  readonly prefix?: string
  readonly features?: Partial<ContractFeatures>
}

export interface ContractFeatures {
  /** The app itself reads HTTP/1.1 from the socket. @defaultValue true */
  readonly rawSockets: boolean
  /** There is a guarded path. @defaultValue true */
  readonly guard: boolean
  /** There are the paths whose keys change. @defaultValue true */
  readonly live: boolean
  /** There are the paths for webhooks. @defaultValue true */
  readonly webhooks: boolean
  /** Refused bodies are read within bounds, and the connection closed after the answer. @defaultValue true */
  readonly refusedBodies: boolean
  /** A body parser of the app stands in front and answers faulty bodies itself. @defaultValue false */
  readonly parsedBody: boolean
  /** Bodies of a type and no bytes get to the handler. @defaultValue true */
  readonly emptyBodies: boolean
}

/** A target with its defaults filled in. */
export interface ResolvedTarget {
  readonly baseUrl: string
  readonly issueUrl: string
  readonly guardUrl: string
  /** The issuing handler whose keys change while the server runs. */
  readonly liveUrl: string
  /** The path behind the guard that shares its keys. */
  readonly liveGuardUrl: string
  /** Where webhooks of TRTC, and of Chat, go. */
  readonly trtcUrl: string
  readonly chatUrl: string
  readonly features: ContractFeatures
}

export function resolveTarget(target: ContractTarget): ResolvedTarget {
  const { baseUrl, prefix = '', features } = target
  const url = (path: string) => baseUrl + prefix + path
  return {
    baseUrl,
    issueUrl: url('/usersig'),
    guardUrl: url('/guarded'),
    liveUrl: url('/live'),
    liveGuardUrl: url('/live-guarded'),
    trtcUrl: url('/webhook/trtc'),
    chatUrl: url('/webhook/chat'),
    features: {
      rawSockets: true,
      guard: true,
      live: true,
      webhooks: true,
      refusedBodies: true,
      parsedBody: false,
      emptyBodies: true,
      ...features,
    },
  }
}
