import { Hono } from 'hono'
import { guarded, issue } from './contract-app.ts'

/** The same app with Hono in front. */
export const honoApp: Hono = new Hono()
  .all('/usersig', (c) => issue(c.req.raw, c.env))
  .get('/guarded', (c) => guarded(c.req.raw, c.env))
