import { createUserSigner } from '@usersig/core'
import { createAdminSession, type RestRegion } from '@usersig/core/rest'
import { type AppKey, type Diagnosis, diagnose, explainCode } from '@usersig/doctor'
import { CliError, EXIT } from '../exit.ts'
import { ask as askPerson, type KeyOptions, needKey } from '../input/keys.ts'
import { AnswerError, ask } from '../issuer/ask.ts'
import { drawDiagnosis } from '../output/report.ts'
import { err, note, out, print, printJson, quoted, redactAll } from '../output/terminal.ts'
import { language, words } from '../words/index.ts'

interface OnlineOptions extends KeyOptions {
  readonly region: RestRegion
  readonly admin: string
  readonly apiHost?: string
  readonly user?: string
  readonly yes?: true
  readonly json?: true
}

/** The least call that a pair of SDKAppID and key can make: it reads, and changes nothing. */
const COMMAND = 'im_open_login_svc/account_check'
/** Seconds that the administrator's ticket is valid, and within which the answer has to come. */
const LIFETIME = 300
const TIMEOUT = 10

/** What Tencent's servers say of a pair of SDKAppID and key. */
interface Judgement {
  readonly accepted: boolean
  /** Whether the user has an account; `undefined` where nobody said. */
  readonly status?: string
  readonly tencentCode?: number
  readonly diagnosis?: Diagnosis
}

/** Lets Tencent's REST API judge the key: says what it will send, and sends it after a yes. */
export async function askTencent(anything: readonly string[], options: OnlineOptions): Promise<void> {
  if (anything.length > 0) throw new CliError(words.online.noText)
  const origin = options.apiHost === undefined ? undefined : readOrigin(options.apiHost)
  const key = await needKey(options)
  const signer = createUserSigner(key)
  const session = createAdminSession({ signer, region: options.region, admin: options.admin, expire: LIFETIME })
  const call = await session.url(COMMAND)
  const url = origin === undefined ? call : new URL(call.pathname + call.search, origin)
  const user = options.user ?? options.admin
  await confirm(url, key, user, options)
  const judgement = await judge(url, user)
  process.exitCode = judgement.accepted ? EXIT.ok : EXIT.invalid
  if (options.json) printJson({ host: url.host, sdkAppId: key.sdkAppId, user: redactAll(user), ...judgement })
  else printJudgement(judgement, key, redactAll(user))
}

/** The ticket of an administrator goes over TLS, or stays on this machine. */
function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isLocal = url !== undefined && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname)
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)) return url.origin
  throw new CliError(words.online.badHost)
}

async function confirm(url: URL, key: AppKey, user: string, { admin, yes }: OnlineOptions): Promise<void> {
  note(words.online.willSend(url.origin + url.pathname))
  note(words.online.willTell(key.sdkAppId, quoted(redactAll(admin)), LIFETIME, quoted(redactAll(user))))
  note(err.dim(words.online.keyStays))
  if (yes) return
  if (!process.stdin.isTTY || !process.stderr.isTTY) throw new CliError(words.online.notAsked, words.online.addYes)
  const answer = await askPerson(words.online.question).catch(() => '')
  if (!/^(y|yes|是|好)$/i.test(answer)) throw new CliError(words.online.notSent)
}

async function judge(url: URL, user: string): Promise<Judgement> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ CheckItem: [{ UserID: user }] })
  try {
    const answer = await ask(url, { method: 'POST', headers, body }, TIMEOUT)
    return read(answer.body, answer.status)
  } catch (error) {
    if (!(error instanceof AnswerError)) throw error
    throw new CliError(words.online.noAnswer(error.message), words.online.noAnswerHint)
  }
}

interface RestAnswer {
  readonly ErrorCode?: unknown
  readonly ErrorInfo?: unknown
  readonly ResultItem?: readonly { readonly AccountStatus?: unknown }[]
}

/** Source of the form: cloud.tencent.com/document/product/269/38417. The status is 200 even on failure. */
function read(body: string, status: number): Judgement {
  const { ErrorCode: code, ErrorInfo: info, ResultItem: items } = parse(body)
  if (typeof code !== 'number') throw new CliError(words.online.notApi(status), words.online.notApiHint)
  if (code !== 0) {
    // Its own words go into the diagnosis, as they name what the number does not.
    const said = JSON.stringify({ ActionStatus: 'FAIL', ErrorCode: code, ErrorInfo: String(info ?? '') })
    return { accepted: false, tencentCode: code, diagnosis: redactAll(diagnose(said, { language })) }
  }
  const account = Array.isArray(items) ? items[0]?.AccountStatus : undefined
  return typeof account === 'string' ? { accepted: true, status: account.slice(0, 40) } : { accepted: true }
}

function parse(body: string): RestAnswer {
  try {
    const json: unknown = JSON.parse(body)
    return typeof json === 'object' && json !== null ? json : {}
  } catch {
    return {}
  }
}

function printJudgement({ accepted, status, tencentCode, diagnosis }: Judgement, key: AppKey, user: string): void {
  if (accepted) {
    print(out.green(words.online.accepted(key.sdkAppId)))
    const account = status === 'Imported' ? words.online.imported : words.online.notImported
    if (status !== undefined) print(`  ${account(quoted(user))}`)
    return
  }
  print(out.red(words.online.refused(key.sdkAppId, Number(tencentCode))))
  if (explainCode(Number(tencentCode)).length === 0) print(`  ${words.online.unknownCode}`)
  else if (diagnosis) print(`\n${drawDiagnosis(diagnosis, false)}`)
}
