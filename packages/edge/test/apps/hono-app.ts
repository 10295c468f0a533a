import { Hono } from 'hono'
import { handlers } from './contract-app.ts'

/** The same app with Hono in front. */
export const honoApp: Hono = new Hono()

for (const [path, handler] of Object.entries(handlers)) honoApp.all(path, (c) => handler(c.req.raw, c.env))
