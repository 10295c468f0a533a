import { jwtVerify } from 'jose'

const secret = new TextEncoder().encode(process.env.SESSION_SECRET)

// Stands in for your own login: egg-passport, or whatever else knows your users. It takes a cookie that holds a JSON Web Token.
export async function login(ctx, next) {
  const session = ctx.cookies.get('session', { signed: false })
  const verified = await jwtVerify(session ?? '', secret, { algorithms: ['HS256'] }).catch(() => undefined)
  ctx.state.userId = verified?.payload.sub
  await next()
}
