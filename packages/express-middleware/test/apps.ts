import { guardOptions, type IssueOptions, issueOptions, liveOptions, WEBHOOK_OPTIONS } from '@usersig/contract/fixture'
import { type StartedServer, startServer } from '@usersig/contract/server'
import { createSignerResolver } from '@usersig/core/endpoint'
import express5, { type Express, type Request, type RequestHandler } from 'express'
import express4 from 'express4'
import express416 from 'express416'
import {
  type ExpressContext,
  getUserSig,
  getWebhook,
  issueUserSig,
  requireUserSig,
  requireWebhook,
} from '../src/index.ts'

type ExpressModule = typeof express5

/** Both supported major versions, and the oldest one. */
export const VERSIONS: [name: string, express: ExpressModule][] = [
  ['express 5', express5],
  ['express 4', express4],
  ['express 4.16', express416],
]

const readHeader = (req: Request, name: string) => req.get(name)

export const ISSUE_OPTIONS: IssueOptions<Request> = issueOptions(readHeader)

const sendUser: RequestHandler = (req, res) => void res.json({ userId: getUserSig(req).userId })
const sendEvent: RequestHandler = (req, res) => void res.json({ event: getWebhook(req) })

/** The app of the contract, after the given middleware. */
export function contractApp(express: ExpressModule, ...before: RequestHandler[]): Express {
  const { keys, issue, guard } = liveOptions(readHeader)
  const signer = createSignerResolver<Request, ExpressContext>({ ...keys, onError: issue.onError })
  const app = express()
  app.post('/webhook/trtc', requireWebhook(WEBHOOK_OPTIONS.trtc), sendEvent)
  app.post('/webhook/chat', requireWebhook(WEBHOOK_OPTIONS.chat), sendEvent)
  if (before.length > 0) app.use(...before)
  app.use('/usersig', issueUserSig(ISSUE_OPTIONS))
  app.get('/guarded', requireUserSig(guardOptions()), sendUser)
  app.use('/live', issueUserSig({ signer, ...issue }))
  app.get('/live-guarded', requireUserSig({ signer, ...guard }), sendUser)
  return app
}

/** Starts an app on a free port. */
export const start = (app: Express): Promise<StartedServer> => startServer(app.listen(0, '127.0.0.1'))
