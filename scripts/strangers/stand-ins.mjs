import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

// A login at Auth0 and an application at Tencent need accounts. These stand in for them in the process that asks.

const PROVIDER = (issuer, audience) => `import { writeFileSync } from 'node:fs'
import { createFakeProvider } from '@usersig/testing'
// npx and npm are programs of Node.js as well, and ask nobody.
if (/usersig-service/.test(process.argv[1] ?? '')) {
  const provider = await createFakeProvider({ issuer: ${JSON.stringify(issuer)} })
  provider.install()
  writeFileSync('access-token', await provider.token({ sub: 'alice', aud: ${JSON.stringify(audience)} }))
}
`

// Source of the answers: trtc.io/document/34953 (account_import) and 34957 (kick).
const CHAT = `import { createUserSigner } from '@usersig/core'
const { USERSIG_SDKAPPID: id, USERSIG_SECRETKEY: secretKey } = process.env
const signer = createUserSigner({ sdkAppId: Number(id), secretKey })
const OK = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
globalThis.fetch = async (input, init) => {
  const { hostname, pathname, searchParams } = new URL(input.url ?? input)
  if (!/\\.im\\.qcloud\\.com$/.test(hostname)) throw new Error(hostname + ' is not asked by the sample')
  signer.verifyUserSig(searchParams.get('usersig'), { userId: searchParams.get('identifier') })
  console.log('asked', pathname, String(init.body))
  return Response.json(OK)
}
`

/** Options of Node.js that put a stand-in into a program. */
function preload(app, code) {
  const path = join(app, 'stand-in.mjs')
  writeFileSync(path, code)
  return { NODE_OPTIONS: `--import=${pathToFileURL(path).href}` }
}

/** For the login of a service: it leaves a token of alice in the file `access-token`. */
export const standInForLogin = (app, { issuer, audience }) => preload(app, PROVIDER(issuer, audience))

/** For Chat's REST API: it checks the ticket of the administrator, and says yes. */
export const standInForChat = (app) => preload(app, CHAT)
