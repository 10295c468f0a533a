const { createHmac, timingSafeEqual } = require('node:crypto')

const { SESSION_SECRET } = process.env
if (!SESSION_SECRET) throw new Error('SESSION_SECRET is not set')
const sign = (id) => createHmac('sha256', SESSION_SECRET).update(id).digest()

// Stands in for your own login. It takes a cookie `session=<id>.<HMAC-SHA256 of the id, in hex>`.
exports.userOfSession = (cookies = '') => {
  const [, id, signature] = /(?:^|; )session=([\w-]+)\.([\da-f]{64})(?:;|$)/.exec(cookies) ?? []
  return id !== undefined && timingSafeEqual(Buffer.from(signature, 'hex'), sign(id)) ? id : undefined
}

exports.sessionOf = (id) => `session=${id}.${sign(id).toString('hex')}`
