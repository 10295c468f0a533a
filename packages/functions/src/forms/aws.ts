import type { EndpointResponse } from '@usersig/core/endpoint'
import {
  answerPlainly,
  type Fields,
  type FunctionAnswer,
  fieldsOf,
  type HttpForm,
  readBody,
  readHeaders,
  readQuery,
} from './form.ts'

/**
 * HTTP APIs of API Gateway with payload version 2.0, and function URLs.
 * Source: docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function readPayload2(event: Fields): HttpForm | undefined {
  const { version, rawPath, rawQueryString, headers, cookies, requestContext } = event
  const method = fieldsOf(fieldsOf(requestContext)?.['http'])?.['method']
  const body = readBody(event)
  if (version !== '2.0' || typeof rawPath !== 'string' || typeof method !== 'string') return undefined
  if (!fieldsOf(headers) || !body) return undefined
  const cookie = Array.isArray(cookies) && cookies.length > 0 ? { cookie: cookies.join('; ') } : undefined
  return {
    method,
    headers: readHeaders(headers, cookie),
    query: (name) => new URLSearchParams(typeof rawQueryString === 'string' ? rawQueryString : '').get(name),
    body,
    answer: answerPlainly,
  }
}

/**
 * REST APIs of API Gateway, and HTTP APIs with payload version 1.0.
 * Source: docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export function readPayload1(event: Fields): HttpForm | undefined {
  const { httpMethod, path, resource, requestContext, headers, multiValueHeaders } = event
  const body = readBody(event)
  if (typeof httpMethod !== 'string' || typeof path !== 'string' || typeof resource !== 'string') return undefined
  if (!fieldsOf(requestContext) || !body) return undefined
  return {
    method: httpMethod,
    // The second holds all that is in the first; the console's test leaves both out.
    headers: readHeaders(multiValueHeaders ?? headers),
    query: readQuery(event['multiValueQueryStringParameters'], event['queryStringParameters']),
    body,
    answer: answerPlainly,
  }
}

/**
 * Application Load Balancers, whose target group has multi-value headers or not.
 * Source: docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
 */
export function readLoadBalancer(event: Fields): HttpForm | undefined {
  const { httpMethod, path, requestContext, headers, multiValueHeaders } = event
  const body = readBody(event)
  if (typeof httpMethod !== 'string' || typeof path !== 'string' || !body) return undefined
  if (!fieldsOf(fieldsOf(requestContext)?.['elb'])) return undefined
  const isMultiple = fieldsOf(multiValueHeaders) !== undefined
  if (!isMultiple && !fieldsOf(headers)) return undefined
  const query = readQuery(event['multiValueQueryStringParameters'], event['queryStringParameters'])
  return {
    method: httpMethod,
    headers: readHeaders(isMultiple ? multiValueHeaders : headers),
    // Parameters arrive as they are in the URL, encoded.
    query: (name) => new URLSearchParams(`value=${query(name) ?? ''}`).get('value'),
    body,
    answer: (response) => answerLoadBalancer(response, isMultiple),
  }
}

/** The names of the statuses that endpoints and guards answer (RFC 9110): to load `node:http` for them takes 20 ms. */
const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

function answerLoadBalancer(response: EndpointResponse, isMultiple: boolean): FunctionAnswer {
  const { headers, ...answer } = answerPlainly(response)
  const statusDescription = `${response.status} ${REASONS[response.status]}`
  if (!isMultiple) return { ...answer, statusDescription, headers: headers ?? {} }
  const lists = Object.entries(response.headers).map(([name, value]) => [name, [value]])
  return { ...answer, statusDescription, multiValueHeaders: Object.fromEntries(lists) }
}
