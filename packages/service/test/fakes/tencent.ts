import { createHash, createHmac } from 'node:crypto'
import { createRequire } from 'node:module'
import { type Fake, type FakeRequest, startFake } from './server.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

type Api = (parameters: Record<string, unknown>) => object | undefined

/** The names of its hosts lead here. */
export function resolveTencent(): () => void {
  const dns = createRequire(import.meta.url)('node:dns')
  const real = dns.lookup
  dns.lookup = (name: string, ...rest: unknown[]) =>
    real.call(dns, name.endsWith('.tencentcloudapi.test') ? '127.0.0.1' : name, ...rest)
  return () => {
    dns.lookup = real
  }
}

/**
 * An API of Tencent Cloud with one action. It checks the signature of each request.
 * Source: cloud.tencent.com/document/product/573/34430 (Decrypt) and 1140/40522 (GetSecretValue).
 */
export async function startTencent(
  service: string,
  version: string,
  action: string,
  secret: string,
  api: Api,
): Promise<Fake> {
  const fake = await startFake((request) => {
    const { headers, body } = request
    const fail = (Code: string) =>
      [200, { Response: { Error: { Code, Message: Code }, RequestId: '1' } }] as [200, object]
    if (!isSigned(request, service, secret)) return fail('AuthFailure.SignatureFailure')
    if (headers['x-tc-action'] !== action || headers['x-tc-version'] !== version) return fail('InvalidAction')
    if (headers['x-tc-region'] !== 'ap-guangzhou') return fail('UnsupportedRegion')
    const answer = api(JSON.parse(body))
    return answer ? [200, { Response: { ...answer, RequestId: '1' } }] : fail('ResourceNotFound')
  })
  return { ...fake, url: fake.url.replace('127.0.0.1', `${service}.tencentcloudapi.test`) }
}

/** Source: cloud.tencent.com/document/api/573/34418, TC3-HMAC-SHA256. */
function isSigned({ method, path, headers, body }: FakeRequest, service: string, secret: string): boolean {
  const [, date = '', named = '', names = '', signature] =
    /^TC3-HMAC-SHA256 Credential=[^/]+\/([\d-]+)\/(\w+)\/tc3_request, SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
      headers.authorization ?? '',
    ) ?? []
  if (named !== service) return false
  const [host] = String(headers.host).split(':')
  const signed = names.split(';').map((name) => `${name}:${name === 'host' ? host : String(headers[name]).trim()}\n`)
  const canonical = [method, path, '', signed.join(''), names, sha256(body)].join('\n')
  const scope = `${date}/${service}/tc3_request`
  const toSign = ['TC3-HMAC-SHA256', headers['x-tc-timestamp'], scope, sha256(canonical)].join('\n')
  const key = [date, service, 'tc3_request'].reduce<string | Buffer>((last, part) => hmac(last, part), `TC3${secret}`)
  return hmac(key, toSign).toString('hex') === signature
}
