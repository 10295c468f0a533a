import type { RoomId } from '../claims.ts'
import { UserSigError } from '../errors.ts'
import { checkRoom } from '../rules/room.ts'
import { show } from '../show.ts'
import { parseJson, readWhole } from './body.ts'
import type { EndpointRequest } from './exchange.ts'
import { ProblemError } from './problem.ts'

/** Largest body that is read, in bytes. */
export const MAX_BODY_BYTES: number = 16 * 1024

const UTF8_CHARSET = /^charset=("?)utf-?8\1$/

/**
 * The room that a client asks for, if it asks for one.
 * @throws ProblemError 400, 408, 413, 415
 */
export async function readRoomRequest(request: EndpointRequest<unknown, unknown>): Promise<RoomId | undefined> {
  const body = await readWhole(request, MAX_BODY_BYTES)
  if (body instanceof Uint8Array) {
    if (body.length === 0) return undefined
    checkIsJson(request)
    return toRoom(parseJson(body))
  }
  if (body.json === undefined) return undefined
  checkIsJson(request)
  return toRoom(body.json)
}

function checkIsJson(request: EndpointRequest<unknown, unknown>): void {
  if (!isJsonType(request.header('content-type') ?? '')) {
    throw new ProblemError('unsupported_media_type', 'the body must be JSON: send Content-Type: application/json')
  }
  const encoding = request.header('content-encoding') ?? 'identity'
  if (encoding.trim().toLowerCase() !== 'identity') {
    throw new ProblemError(
      'unsupported_media_type',
      'the body must not be compressed: send it without Content-Encoding',
    )
  }
}

/** JSON knows no parameters, so that others than a charset mean nothing. Source: RFC 8259, section 11. */
function isJsonType(header: string): boolean {
  const [type, ...parameters] = header.toLowerCase().split(';')
  if (type?.trim() !== 'application/json') return false
  return parameters.map((each) => each.trim()).every((each) => !each.startsWith('charset') || UTF8_CHARSET.test(each))
}

function toRoom(json: unknown): RoomId | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new ProblemError('invalid_body', 'the body must be a JSON object with roomId or strRoomId, or empty')
  }
  const names = Object.keys(json)
  const unknown = names.find((name) => name !== 'roomId' && name !== 'strRoomId')
  if (unknown !== undefined) {
    throw new ProblemError(
      'invalid_body',
      `the body holds ${show(unknown)}, but only roomId or strRoomId may be asked for: the server decides on user, rights and lifetime`,
    )
  }
  if (names.length === 0) return undefined
  try {
    // The rule for string rooms is the signer's to apply; here the room only has to be one of the right type.
    return checkRoom(json, 'any')
  } catch (error) {
    throw asRoomProblem(error)
  }
}

/** What the signer finds wrong with a room is the client's fault; anything else is not. */
export function asRoomProblem(error: unknown): unknown {
  if (UserSigError.is(error) && error.code === 'invalid_room') {
    return new ProblemError('invalid_room', error.message, { cause: error })
  }
  return error
}
