/** Where the app of an adapter listens, and what kind of server it is. */
export interface ContractTarget {
  /** Begins with `http://`, ends without a slash. */
  readonly baseUrl: string
  /** Path of the issuing handler. @defaultValue '/usersig' */
  readonly issuePath?: string
  /** Path behind the guard. @defaultValue '/guarded' */
  readonly guardPath?: string
  readonly features?: Partial<ContractFeatures>
}

export interface ContractFeatures {
  /** The app itself reads HTTP/1.1 from the socket. @defaultValue true */
  readonly rawSockets: boolean
  /** There is a guarded path. @defaultValue true */
  readonly guard: boolean
  /** A body parser of the app stands in front and answers faulty bodies itself. @defaultValue false */
  readonly parsedBody: boolean
}

/** A target with its defaults filled in. */
export interface ResolvedTarget {
  readonly baseUrl: string
  readonly issueUrl: string
  readonly guardUrl: string
  readonly features: ContractFeatures
}

export function resolveTarget(target: ContractTarget): ResolvedTarget {
  const { baseUrl, issuePath = '/usersig', guardPath = '/guarded', features } = target
  return {
    baseUrl,
    issueUrl: baseUrl + issuePath,
    guardUrl: baseUrl + guardPath,
    features: { rawSockets: true, guard: true, parsedBody: false, ...features },
  }
}
