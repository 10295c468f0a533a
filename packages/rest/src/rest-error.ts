/** Why there is no result: Tencent's `ErrorCode`, or what happened before there was one. */
export type RestErrorCode = number | 'network' | 'timeout' | 'http' | 'too_large' | 'malformed'

/** Sentences for the codes that these calls come back with most. Source: cloud.tencent.com/document/product/269/1671. */
const WORDS: Readonly<Record<number, string>> = {
  60004: 'the administrator or its ticket is wrong: compare admin and the key with the console',
  60005: 'the administrator or its ticket is wrong: compare admin and the key with the console',
  60006: 'the SDKAppID is not valid: compare it with the console, and region with that of the application',
  60007: 'this call came too often: ask less often, or for more users at once',
  60010: 'admin is not an administrator of this application: set it in the console, or leave the option out',
  60011: 'the application made too many calls',
  60012: 'the SDKAppID is missing in the address',
  60016: 'the application is disabled in the console',
  60020: 'the plan of the application is missing or has ended, or does not hold this call',
  60021: 'calls from this address are not allowed: look at the list of IP addresses in the console',
  70001: 'the ticket of the administrator has expired: look at the clock of this server',
  70003: 'the ticket of the administrator is not valid: look at the key',
  70009: 'the ticket of the administrator is signed with another key: the key is not the one of this SDKAppID',
  70013: 'the ticket is not of the administrator that the address names',
  70014: 'the ticket is of another SDKAppID',
  70020: 'there is no such application in this region: compare the SDKAppID and region with the console',
  70107: 'there is no account with this UserID: import it first, or log in once',
  70169: "Tencent's server took too long: try again",
  70202: "Tencent's server took too long: try again",
  70398: 'the application has as many accounts as its plan allows',
  70402: 'a parameter is not valid: look at the UserID',
  70403: 'the call needs an administrator: look at admin',
  70500: "Tencent's server failed: try again",
}

const OWN: Readonly<Record<Exclude<RestErrorCode, number>, string>> = {
  network: 'the REST API could not be reached',
  timeout: 'the REST API did not answer in time',
  http: 'the REST API did not answer with 200',
  too_large: 'the answer is too large',
  malformed: 'the answer is not the JSON of the REST API: look at region and at proxies on the way',
}

/** Tickets, keys and whole addresses stay out of what is printed. */
const SECRET = /https?:\/\/\S+|[\w*-]{40,}/g

/** The longest piece of Tencent's own message that is repeated, in characters. */
const MAX_INFO = 200

/** A failed call of the REST API. It does not contain the ticket of the administrator or the address. */
export class RestError extends Error {
  /** Always `RestError`, also in programs whose names are shortened. */
  override readonly name = 'RestError'
  /** Tencent's `ErrorCode`, or why there is none. */
  readonly code: RestErrorCode
  /** The call, such as `im_open_login_svc/kick`. */
  readonly command: string
  /** HTTP status, where an answer came. */
  readonly status: number | undefined
  /** What Tencent (its `ErrorInfo`) or the system said, without tickets and addresses. */
  readonly info: string

  /**
   * @param command the call
   * @param code Tencent's code, or why there is none
   * @param details HTTP status, and what Tencent or the system says
   */
  constructor(command: string, code: RestErrorCode, details: { status?: number; info?: string } = {}) {
    const { status, info = '' } = details
    const words = typeof code === 'number' ? WORDS[code] : OWN[code]
    const said = info.replace(SECRET, '…').slice(0, MAX_INFO)
    const lookUp = typeof code === 'number' && words === undefined ? `look it up: npx usersig codes ${code}` : undefined
    const parts = [words ?? lookUp, status !== undefined && status !== 200 ? `status ${status}` : undefined, said]
    super(`${command}: ${code}: ${parts.filter(Boolean).join('; ')}`)
    this.command = command
    this.code = code
    this.status = status
    this.info = said
  }

  /**
   * Whether a value is an error of this class, also where two copies of the package are in one program.
   *
   * @param value what was caught
   */
  static is(value: unknown): value is RestError {
    return value instanceof Error && value.name === 'RestError' && 'command' in value && 'code' in value
  }
}
