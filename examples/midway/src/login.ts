import type { Context, NextFunction } from '@midwayjs/koa'
import { jwtVerify } from 'jose'

const { SESSION_SECRET } = process.env
if (!SESSION_SECRET) throw new Error('SESSION_SECRET is not set')
export const secret: string = SESSION_SECRET

// Stands in for your own login: @midwayjs/passport, or whatever else knows your users. It takes a cookie that holds a JSON Web
// Token.
export async function login(ctx: Context, next: NextFunction): Promise<unknown> {
  const session = ctx.cookies.get('session', { signed: false }) ?? ''
  const key = new TextEncoder().encode(secret)
  const verified = await jwtVerify(session, key, { algorithms: ['HS256'] }).catch(() => undefined)
  ctx.state['userId'] = verified?.payload.sub
  return await next()
}
