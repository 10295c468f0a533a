import { createUserSigner } from '@usersig/core'
import { type AppKey, type Diagnosis, diagnose, explainCode } from '@usersig/doctor'
import { createRestClient, type RestClient, RestError, type RestRegion } from '@usersig/rest'
import { CliError, EXIT } from '../exit.ts'
import { ask as askPerson, type KeyOptions, needKey } from '../input/keys.ts'
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

/** What `checkAccounts` calls: the least that a pair of SDKAppID and key can do. It reads, and changes nothing. */
const COMMAND = 'im_open_login_svc/account_check'
/** How long the administrator's ticket is valid, and how long the answer may take, in seconds. */
const LIFETIME = 300
const TIMEOUT = 10

/** What Tencent's servers say of a pair of SDKAppID and key. */
interface Judgement {
  readonly accepted: boolean
  /** Whether the user has an account, where Tencent says so. */
  readonly hasAccount?: boolean
  readonly tencentCode?: number
  readonly diagnosis?: Diagnosis
}

/** Lets Tencent's REST API judge the key: says what it will send, and sends it after a yes. */
export async function askTencent(anything: readonly string[], options: OnlineOptions): Promise<void> {
  if (anything.length > 0) throw new CliError(words.online.noText)
  const origin = options.apiHost === undefined ? undefined : readOrigin(options.apiHost)
  const key = await needKey(options)
  const signer = createUserSigner(key)
  const { region, admin, user = admin } = options
  const chat = createRestClient({
    signer,
    region,
    admin,
    expire: LIFETIME,
    timeout: TIMEOUT,
    retries: 0,
    ...(origin !== undefined && { apiOrigin: origin }),
  })
  await confirm(chat.origin, key, user, options)
  const judgement = await judge(chat, user)
  process.exitCode = judgement.accepted ? EXIT.ok : EXIT.invalid
  if (options.json)
    printJson({ host: new URL(chat.origin).host, sdkAppId: key.sdkAppId, user: redactAll(user), ...judgement })
  else printJudgement(judgement, key, redactAll(user))
}

/** The ticket of an administrator goes over TLS, or stays on this machine. */
function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isLocal = url !== undefined && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname)
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)) return url.origin
  throw new CliError(words.online.badHost)
}

async function confirm(origin: string, key: AppKey, user: string, { admin, yes }: OnlineOptions): Promise<void> {
  note(words.online.willSend(`${origin}/v4/${COMMAND}`))
  note(words.online.willTell(key.sdkAppId, quoted(redactAll(admin)), LIFETIME, quoted(redactAll(user))))
  note(err.dim(words.online.keyStays))
  if (yes) return
  if (!process.stdin.isTTY || !process.stderr.isTTY) throw new CliError(words.online.notAsked, words.online.addYes)
  const answer = await askPerson(words.online.question).catch(() => '')
  if (!/^(y|yes|是|好)$/i.test(answer)) throw new CliError(words.online.notSent)
}

async function judge(chat: RestClient, user: string): Promise<Judgement> {
  try {
    const [account] = await chat.checkAccounts([user])
    return { accepted: true, ...(account?.code === 0 && { hasAccount: account.isImported }) }
  } catch (error) {
    if (!RestError.is(error)) throw error
    const { code, status = 0, info } = error
    if (typeof code === 'number') return refusal(code, info)
    if (code === 'timeout')
      throw new CliError(words.online.noAnswer(words.watch.timeout(TIMEOUT)), words.online.noAnswerHint)
    if (code === 'network')
      throw new CliError(words.online.noAnswer(words.watch.unreachable(info)), words.online.noAnswerHint)
    throw new CliError(words.online.notApi(status), words.online.notApiHint)
  }
}

/** Tencent's own words go into the diagnosis, as they name what the number does not. */
function refusal(code: number, info: string): Judgement {
  const said = JSON.stringify({ ActionStatus: 'FAIL', ErrorCode: code, ErrorInfo: info })
  return { accepted: false, tencentCode: code, diagnosis: redactAll(diagnose(said, { language })) }
}

function printJudgement({ accepted, hasAccount, tencentCode, diagnosis }: Judgement, key: AppKey, user: string): void {
  if (accepted) {
    print(out.green(words.online.accepted(key.sdkAppId)))
    const account = hasAccount ? words.online.imported : words.online.notImported
    if (hasAccount !== undefined) print(`  ${account(quoted(user))}`)
    return
  }
  print(out.red(words.online.refused(key.sdkAppId, Number(tencentCode))))
  if (explainCode(Number(tencentCode)).length === 0) print(`  ${words.online.unknownCode}`)
  else if (diagnosis) print(`\n${drawDiagnosis(diagnosis, false)}`)
}
