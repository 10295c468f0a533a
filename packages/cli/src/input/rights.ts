// These names stand in the core as well, which the help does not load; a test compares both.

/** Presets of `--as`. */
export const PRESETS: readonly string[] = ['all', 'anchor', 'audience', 'muted', 'voice', 'none']

/** Rights of `--as`. */
export const RIGHTS: readonly string[] = [
  'createRoom',
  'enterRoom',
  'sendAudio',
  'receiveAudio',
  'sendVideo',
  'receiveVideo',
  'sendSubstream',
  'receiveSubstream',
]
