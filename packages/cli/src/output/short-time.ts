const UNITS = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
] as const

/** A lifetime as `--expire` takes it: `7d`. */
export function shortDuration(seconds: number): string {
  const [unit, length] = UNITS.find(([, each]) => seconds >= each && seconds % each === 0) ?? ['s', 1]
  return `${seconds / length}${unit}`
}

/** A moment as programs write it, in UTC. */
export const shortMoment = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000', '')
