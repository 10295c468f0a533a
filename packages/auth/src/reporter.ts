/** How often one reason is printed, in seconds. */
const EVERY = 10

/** How many reasons are told apart: tokens are written by clients. */
const MAX_REASONS = 50

type Report = (error: Error, request: unknown) => void

/** Tells the app why a token was refused; by itself it prints each reason from time to time, whoever sends how many. */
export function createReporter(onRefused: Report | undefined): Report {
  if (onRefused) {
    return (error, request) => {
      try {
        onRefused(error, request)
      } catch (failure) {
        console.error('usersig: the onRefused hook failed:', (failure as Error)?.message)
      }
    }
  }
  const printedAt = new Map<string, number>()
  return ({ message }) => {
    const now = performance.now() / 1000
    for (const [reason, at] of printedAt) if (now - at >= EVERY) printedAt.delete(reason)
    if (printedAt.has(message) || printedAt.size >= MAX_REASONS) return
    printedAt.set(message, now)
    console.warn(`usersig: a login was refused: ${message}`)
  }
}
