import { WEBHOOK_OPTIONS } from '@usersig/contract/fixture'
import { describePollution } from '@usersig/contract/pollution'
import { getUserSig, getWebhook, issueUserSig, requireUserSig, requireWebhook } from '../src/index.ts'

const { chatToken } = WEBHOOK_OPTIONS.chat
const trtcKey = 'the key of TRTC'

const echo = (request: Request) => Response.json({ event: getWebhook(request) })

describePollution('edge', [issueUserSig, requireUserSig, requireWebhook], async (polluted) => {
  const handlers = await polluted(() => ({
    '/usersig': issueUserSig({ authenticate: async (request) => request.headers.get('x-test-user') }),
    '/guarded': requireUserSig()((request) => Response.json({ userId: getUserSig(request).userId })),
    '/webhook/trtc': requireWebhook({ trtcKey })(echo),
    '/webhook/chat': requireWebhook({ chatToken })(echo),
  }))
  return {
    async ask({ path, query = '', method, headers, body }) {
      const init = { method, headers, ...(body !== undefined && { body }) }
      const request = new Request(`https://example.com${path}${query}`, init)
      const response = await polluted(() => handlers[path](request))
      return { status: response.status, body: await response.text() }
    },
  }
})
