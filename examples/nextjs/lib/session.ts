// Stands in for your own login. Keep this file, or ask whatever already knows your users: Auth.js, Clerk, Lucia, a JWT.

const LIFETIME = 86_400

/** The value of the cookie `session`, to be set once you have checked who the user is. */
export async function createSession(userId: string, secret: string): Promise<string> {
  const content = `${encodeURIComponent(userId).replaceAll('.', '%2E')}.${Math.floor(Date.now() / 1000) + LIFETIME}`
  const signature = await crypto.subtle.sign('HMAC', await importKey(secret), new TextEncoder().encode(content))
  return `${content}.${toHex(new Uint8Array(signature))}`
}

/** The user of the request's session, or null. */
export async function userOfSession(request: Request, secret: string): Promise<string | null> {
  const cookie = /(?:^|;\s*)session=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1]
  const [, content, userId, expiresAt, signature] = /^(([^.]+)\.(\d+))\.([0-9a-f]{64})$/.exec(cookie ?? '') ?? []
  if (!content || !userId || !signature || Number(expiresAt) < Date.now() / 1000) return null
  const bytes = new TextEncoder().encode(content)
  const valid = await crypto.subtle.verify('HMAC', await importKey(secret), fromHex(signature), bytes)
  return valid ? decodeURIComponent(userId) : null
}

function importKey(secret: string): Promise<CryptoKey> {
  if (!secret || secret.length < 32) throw new Error('SESSION_SECRET must have at least 32 characters')
  const bytes = new TextEncoder().encode(secret)
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
