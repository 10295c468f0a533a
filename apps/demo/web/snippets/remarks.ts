/**
 * Which refusals of a login to Chat a fresh ticket may change. A login after any other can go round in circles.
 * Source: https://trtc.io/document/47971
 */
export const EXPIRED =
  '// 6206 and 70001: the ticket has expired. Log in again with a fresh one, but after no other code.'

/** What `onEnterRoom` tells. Source: https://trtc.io/document/50755 (iOS), 50763 (Android) */
export const ENTERED =
  '// Above 0: the milliseconds that it took. Below: an error code, -3320 and -100018 for a refused ticket.'
