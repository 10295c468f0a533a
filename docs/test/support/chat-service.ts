import type { UserSigError, UserSigner } from '@usersig/core'
import type { Page, WebSocketRoute } from 'playwright-core'

/** What the SDK sends over its WebSocket, as far as it is read here. */
interface Uplink {
  readonly head: {
    readonly seq: number
    readonly servcmd: string
    readonly identifier: string
    readonly usersig: string
  }
}

/**
 * Stands in for Tencent's Chat service on a page, in the form in which `@tencentcloud/chat` 3.6 speaks to it: a login
 * whose ticket the signer does not accept gets the code that Tencent's servers answer. All else of the network is cut off.
 */
export async function standInForChat(page: Page, origin: string, signer: UserSigner): Promise<void> {
  await page.route(
    (url) => url.origin !== origin,
    (route) => route.abort(),
  )
  // The WebSockets of workers cannot be routed. Without workers the SDK opens its own in the page.
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'))
  await page.routeWebSocket(/^wss:/, (socket) => {
    socket.onMessage((message) => answer(socket, JSON.parse(String(message)), signer))
  })
}

function answer(socket: WebSocketRoute, { head }: Uplink, signer: UserSigner): void {
  const { seq, servcmd } = head
  const result = servcmd === 'im_open_status.wslogin' ? logIn(head, signer) : { CompleteFlag: 1 }
  const body = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', ...result }
  // It reads bytes, and no text.
  socket.send(Buffer.from(JSON.stringify({ head: { seq, servcmd }, body })))
}

function logIn({ identifier, usersig }: Uplink['head'], signer: UserSigner): object {
  try {
    signer.verifyUserSig(usersig, { userId: identifier })
    return { A2Key: 'key', TinyId: '1', HelloInterval: 120, InstId: 1, TimeStamp: Math.floor(Date.now() / 1000) }
  } catch (error) {
    const { tencentCode, code } = error as UserSigError
    return { ActionStatus: 'FAIL', ErrorCode: tencentCode, ErrorInfo: code }
  }
}
