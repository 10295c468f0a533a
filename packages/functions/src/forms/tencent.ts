import { answerPlainly, type Fields, fieldsOf, type HttpForm, readBody, readHeaders, readQuery } from './form.ts'

/**
 * SCF behind a function URL or an API Gateway trigger.
 * Sources: cloud.tencent.com/document/product/583/96099, cloud.tencent.com/document/product/583/12513
 */
export function readScf(event: Fields): HttpForm | undefined {
  const { httpMethod, path, headers, queryString, requestContext } = event
  const body = readBody(event)
  if (typeof httpMethod !== 'string' || typeof path !== 'string' || !fieldsOf(headers) || !body) return undefined
  const isGateway = fieldsOf(requestContext)?.['serviceId'] !== undefined
  if (!fieldsOf(queryString) && !isGateway) return undefined
  return {
    method: httpMethod,
    headers: readHeaders(headers),
    query: readQuery(queryString, event['queryStringParameters']),
    body,
    answer: answerPlainly,
  }
}

/**
 * HTTP access of CloudBase and WeChat cloud functions, and of uniCloud, which has no `requestContext`.
 * Sources: docs.cloudbase.net/service/access-cloud-function, doc.dcloud.net.cn/uniCloud/http.html
 */
export function readCloudBase(event: Fields): HttpForm | undefined {
  const { httpMethod, path, headers, isBase64Encoded, requestContext } = event
  const body = readBody(event)
  if (typeof httpMethod !== 'string' || typeof path !== 'string' || !fieldsOf(headers) || !body) return undefined
  if (typeof isBase64Encoded !== 'boolean') return undefined
  const isUniCloud = requestContext === undefined
  if (!isUniCloud && !fieldsOf(requestContext)) return undefined
  return {
    method: httpMethod,
    headers: readHeaders(headers),
    query: readQuery(event['queryStringParameters']),
    body,
    // Source of the field: doc.dcloud.net.cn/uniCloud/http.html#Integrationresponse
    answer: (response) => ({ ...answerPlainly(response), ...(isUniCloud && { mpserverlessComposedResponse: true }) }),
  }
}

/**
 * Functions on `@cloudbase/functions-framework`: the event is the body, and all else is in the context.
 * Source: docs/function-writing-guide.md of that package
 */
export function readFramework(event: unknown, context: unknown): HttpForm | undefined {
  const http = fieldsOf(fieldsOf(context)?.['httpContext'])
  if (!http) return undefined
  const { httpMethod, headers, url } = http
  if (typeof httpMethod !== 'string' || typeof url !== 'string' || !fieldsOf(headers)) return undefined
  const read = readHeaders(headers)
  return {
    method: httpMethod,
    headers: read,
    query: (name) => new URL(url).searchParams.get(name),
    body: bodyOfFramework(event, read),
    answer: answerPlainly,
  }
}

function bodyOfFramework(event: unknown, headers: ReadonlyMap<string, string>): HttpForm['body'] {
  if (event instanceof Uint8Array) return { kind: 'bytes', bytes: event }
  if (typeof event === 'string') return { kind: 'text', text: event, isBase64: false }
  // Without a body the event is an empty object.
  const hasBody = headers.has('transfer-encoding') || (headers.get('content-length') ?? '0') !== '0'
  return { kind: 'json', json: hasBody ? event : undefined }
}
