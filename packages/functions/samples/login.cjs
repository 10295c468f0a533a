const { createHmac, timingSafeEqual } = require('node:crypto')

/** The id of the user in a cookie `session=<id>.<HMAC-SHA256 of the id, in hex>`, or undefined. */
exports.userOfSession = (cookies = '') => {
  const [, id, signature] = /(?:^|; )session=([\w-]+)\.([\da-f]{64})(?:;|$)/.exec(cookies) ?? []
  if (id === undefined) return undefined
  const expected = createHmac('sha256', process.env.SESSION_SECRET).update(id).digest()
  return timingSafeEqual(Buffer.from(signature, 'hex'), expected) ? id : undefined
}
