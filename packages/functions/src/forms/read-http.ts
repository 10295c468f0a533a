import { readLoadBalancer, readPayload1, readPayload2 } from './aws.ts'
import { fieldsOf, type HttpForm } from './form.ts'
import { readCloudBase, readFramework, readScf } from './tencent.ts'

const READERS = [readPayload2, readLoadBalancer, readPayload1, readScf, readCloudBase]

/**
 * Reads the HTTP request, by the fields that the platforms document. Where the context holds the request, the event is
 * its body, which a client may make look like any event: so that comes first.
 */
export function readHttp(event: unknown, context: unknown): HttpForm | undefined {
  const ofFramework = readFramework(event, context)
  const fields = fieldsOf(event)
  if (ofFramework || !fields) return ofFramework
  for (const read of READERS) {
    const form = read(fields)
    if (form) return form
  }
  return undefined
}

/** @throws TypeError for an event that is not an HTTP request */
export function requireHttp(event: unknown, context: unknown): HttpForm {
  const form = readHttp(event, context)
  if (form) return form
  throw new TypeError(
    'this event is not an HTTP request that is known here: API Gateway (payload 1.0 and 2.0), function URL and ' +
      'Application Load Balancer of AWS, API Gateway trigger and function URL of Tencent SCF, HTTP access of CloudBase ' +
      'and WeChat cloud functions, @cloudbase/functions-framework, and URLs of uniCloud functions are. For functions that ' +
      'clients call by wx.cloud.callFunction, app.callFunction or uniCloud.callFunction, pass `callable: true`',
  )
}
