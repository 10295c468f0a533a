import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createUserSigner, UserSigError } from '@usersig/core'
import { onTestFinished } from 'vitest'

export const APP = {
  sdkAppId: 1400000000,
  secretKey: '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e',
}

type Fields = Readonly<Record<string, (value: unknown) => boolean>>
const isText = (value: unknown) => typeof value === 'string' && value !== ''
const users = (most: number) => (value: unknown) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= most &&
  value.every((each) => isText(Object(each).UserID) && Object.keys(each).length === 1)

/** What each call takes: required fields, then others. Sources: trtc.io/document/34953, 34955, 34956, 34957, 35477. */
const CALLS: Readonly<Record<string, readonly [required: Fields, others: Fields]>> = {
  'im_open_login_svc/account_import': [{ UserID: isText }, { Nick: isText, FaceUrl: isText }],
  'im_open_login_svc/account_check': [{ CheckItem: users(100) }, {}],
  'im_open_login_svc/account_delete': [{ DeleteItem: users(100) }, {}],
  'im_open_login_svc/kick': [{ UserID: isText }, {}],
  'openim/query_online_status': [
    { To_Account: (value) => Array.isArray(value) && value.length > 0 && value.length <= 500 && value.every(isText) },
    { IsNeedDetail: (value) => value === 0 || value === 1 },
  ],
}

const OK = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
const fail = (code: number, info: string) => ({ ActionStatus: 'FAIL', ErrorCode: code, ErrorInfo: info })

/** How the next request is answered in place of the right answer. */
export type Trouble =
  | { readonly status: number; readonly headers?: Record<string, string> }
  | { readonly code: number; readonly info?: string; readonly isDone?: true }
  | { readonly body: string }
  | 'hang up'
  | 'silence'

/** A stand-in for the documented REST API, over a real connection. It checks every request. */
export async function startTencent(app = APP) {
  let signer = createUserSigner(app)
  const accounts = new Map<string, object>()
  const kicked = new Map<string, number>()
  const seen: { command: string; body: Record<string, unknown>; usersig: string }[] = []
  const troubles: Trouble[] = []

  function judge(url: URL, text: string, method: string | undefined): object {
    const [, command = ''] = /^\/v4\/([\w/]+)$/.exec(url.pathname) ?? []
    const { sdkappid, identifier, usersig = '', random, contenttype } = Object.fromEntries(url.searchParams)
    const call = CALLS[command]
    if (method !== 'POST' || !call) return fail(60009, 'no such call')
    if (sdkappid !== String(app.sdkAppId)) return fail(60006, 'SDKAppID')
    if (contenttype !== 'json' || !/^\d{1,10}$/.test(random ?? '') || Number(random) >= 2 ** 32)
      return fail(60002, 'address')
    if (identifier !== 'administrator') return fail(60010, 'not an administrator')
    try {
      signer.verifyUserSig(usersig, { userId: identifier })
    } catch (error) {
      return fail(UserSigError.is(error) ? Number(error.tencentCode ?? 70003) : 70003, `bad sig ${usersig}`)
    }
    const body = JSON.parse(text) as Record<string, unknown>
    const [required, others] = call
    const fits = Object.entries(required).every(([name, check]) => check(body[name]))
    const known = { ...required, ...others }
    if (!fits || !Object.entries(body).every(([name, value]) => known[name]?.(value))) return fail(60003, 'fields')
    seen.push({ command, body, usersig })
    return carryOut(command, body)
  }

  function carryOut(command: string, body: Record<string, unknown>): object {
    const list = (name: string) => (body[name] as { UserID: string }[]).map(({ UserID }) => UserID)
    const missing = { ResultCode: 70107, ResultInfo: 'Err_TLS_PT_Open_Login_Account_Not_Exist' }
    const done = { ResultCode: 0, ResultInfo: '' }
    switch (command.split('/')[1]) {
      case 'account_import':
        accounts.set(body['UserID'] as string, { ...body })
        return OK
      case 'account_check':
        return {
          ...OK,
          ResultItem: list('CheckItem').map((UserID) => ({
            UserID,
            ...done,
            AccountStatus: accounts.has(UserID) ? 'Imported' : 'NotImported',
          })),
        }
      case 'account_delete':
        return {
          ...OK,
          ResultItem: list('DeleteItem').map((UserID) => ({ UserID, ...(accounts.delete(UserID) ? done : missing) })),
        }
      case 'kick':
        if (!accounts.has(body['UserID'] as string)) return fail(70107, 'account not exist')
        kicked.set(body['UserID'] as string, Math.floor(Date.now() / 1000))
        return OK
      default: {
        const ids = body['To_Account'] as string[]
        const known = ids.filter((id) => accounts.has(id))
        return {
          ...OK,
          QueryResult: known.map((id) => ({
            To_Account: id,
            Status: 'Online',
            ...(body['IsNeedDetail'] === 1 && { Detail: [{ Platform: 'Web', Status: 'Online' }] }),
          })),
          ErrorList: ids.filter((id) => !known.includes(id)).map((id) => ({ To_Account: id, ErrorCode: 70107 })),
        }
      }
    }
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const text = await read(request)
    const trouble = troubles.shift()
    if (trouble === 'hang up') return void request.socket.destroy()
    if (trouble === 'silence') return
    if (trouble && 'status' in trouble) return void response.writeHead(trouble.status, trouble.headers).end('oops')
    if (trouble && 'body' in trouble) return void response.end(trouble.body)
    const answer = trouble?.isDone || !trouble ? judge(url, text, request.method) : {}
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(trouble ? fail(trouble.code, trouble.info ?? '') : answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    apiOrigin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accounts,
    seen,
    troubles,
    /** As the console does it. */
    changeKey(secretKey: string) {
      signer = createUserSigner({ ...app, secretKey })
    },
    /** Whether a login with this ticket is let in: what was issued up to the second of a kick is not. */
    letsIn(userSig: string): boolean {
      const { userId, issuedAt } = signer.verifyUserSig(userSig, { clockTolerance: 5 })
      return issuedAt > (kicked.get(userId) ?? 0)
    },
  }
}

async function read(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  return text
}
