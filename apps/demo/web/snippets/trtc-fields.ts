import type { Remarks } from './remarks.ts'
import type { SnippetInput } from './snippet.ts'

/** One parameter of `enterRoom`. */
export interface TrtcField {
  readonly name: string
  /** As source code. */
  readonly value: string
  readonly comment?: string
}

/** How a language writes the values. */
interface Spelling {
  readonly string: (text: string) => string
  readonly int?: (value: number) => string
  readonly role: Record<'anchor' | 'audience', string>
}

/**
 * The parameters of `enterRoom`, whose names are the same in all SDKs of TRTC.
 *
 * A room is needed, so that one is made up where none was given; where both kinds were given, the number counts, as in
 * the SDKs. Source: the `TRTCParams` of each SDK.
 */
export function trtcFields(
  input: SnippetInput,
  remarks: Remarks,
  { string, int = String, role }: Spelling,
): readonly TrtcField[] {
  const { sdkAppId, userId, userSig, privateMapKey, roomId, strRoomId } = input
  return [
    { name: 'sdkAppId', value: int(sdkAppId) },
    { name: 'userId', value: string(userId) },
    { name: 'userSig', value: string(userSig) },
    roomId === undefined && strRoomId !== undefined
      ? { name: 'strRoomId', value: string(strRoomId) }
      : { name: 'roomId', value: int(roomId ?? 10000), ...(roomId === undefined && { comment: remarks.ownRoom }) },
    ...(input.role ? [{ name: 'role', value: role[input.role] }] : []),
    ...(privateMapKey ? [{ name: 'privateMapKey', value: string(privateMapKey) }] : []),
  ]
}

/** The parameters as lines of code. */
export const fieldLines = (fields: readonly TrtcField[], line: (field: TrtcField) => string) =>
  fields.map((field) => line(field) + (field.comment ? ` // ${field.comment}` : '')).join('\n')
