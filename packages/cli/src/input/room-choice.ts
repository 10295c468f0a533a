import { CliError } from '../exit.ts'
import { words } from '../words/index.ts'

/** Which room is meant. */
export interface RoomChoice {
  readonly room?: number
  readonly strRoom?: string
}

/** The room as the library names it, or nothing. */
export function toRoom({ room, strRoom }: RoomChoice): { roomId: number } | { strRoomId: string } | undefined {
  if (room !== undefined && strRoom !== undefined) throw new CliError(words.room.either)
  if (room !== undefined) return { roomId: room }
  return strRoom === undefined ? undefined : { strRoomId: strRoom }
}
