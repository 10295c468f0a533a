import { createHash, createHmac } from 'node:crypto'
import { type Fake, type FakeRequest, startFake } from './server.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/**
 * AWS KMS with one ciphertext. It checks the signature of each request.
 * Source: docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html.
 */
export function startAwsKms(region: string, ciphertext: string, plaintext: string, secret: string): Promise<Fake> {
  return startFake((request) => {
    if (!isSigned(request, region, secret)) return [400, { __type: 'InvalidSignatureException' }]
    if (request.headers['x-amz-target'] !== 'TrentService.Decrypt')
      return [400, { __type: 'UnknownOperationException' }]
    if (JSON.parse(request.body).CiphertextBlob !== ciphertext) return [400, { __type: 'InvalidCiphertextException' }]
    return [200, { KeyId: 'arn:aws:kms:key', Plaintext: Buffer.from(plaintext).toString('base64') }]
  })
}

/** Source: docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html. */
function isSigned({ method, path, headers, body }: FakeRequest, region: string, secret: string): boolean {
  const [, scope = '', names = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
      headers.authorization ?? '',
    ) ?? []
  const [date = '', ...rest] = scope.split('/')
  if (rest.join('/') !== `${region}/kms/aws4_request`) return false
  const signed = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`)
  const canonical = [method, path, '', signed.join(''), names, sha256(body)].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n')
  const key = [date, ...rest].reduce<string | Buffer>((last, part) => hmac(last, part), `AWS4${secret}`)
  return hmac(key, toSign).toString('hex') === signature
}
