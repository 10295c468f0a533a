import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { WEBHOOK_OPTIONS } from '@usersig/contract/fixture'
import { askOver, describePollution, type Polluted, type PollutionApp } from '@usersig/contract/pollution'
import { issueUserSig, requireUserSig, requireWebhook } from '../src/index.ts'
import { sendEvent, sendUser, start } from './servers.ts'

const { trtcKey } = WEBHOOK_OPTIONS.trtc
const { chatToken } = WEBHOOK_OPTIONS.chat

describePollution('node:http', [issueUserSig, requireUserSig, requireWebhook], async (polluted) =>
  serve(polluted, await polluted(createApp)),
)

function createApp(): RequestListener {
  const issue = issueUserSig({ authenticate: async (req) => req.headers['x-test-user']?.toString() })
  const guards: Record<string, [ReturnType<typeof requireUserSig>, RequestListener]> = {
    '/guarded': [requireUserSig(), sendUser],
    '/webhook/trtc': [requireWebhook({ trtcKey }), sendEvent],
    '/webhook/chat': [requireWebhook({ chatToken }), sendEvent],
  }
  return (req, res) => {
    const [guard, answer] = guards[req.url?.split('?')[0] ?? ''] ?? []
    if (guard) guard(req, res, () => answer?.(req, res))
    else issue(req, res)
  }
}

async function serve(polluted: Polluted, listener: RequestListener): Promise<PollutionApp> {
  const { baseUrl, close } = await start(async (req, res) => {
    const closed = once(res, 'close')
    await polluted(async () => {
      listener(req, res)
      await closed
    })
  })
  return { close, ask: askOver(baseUrl) }
}
