/** A lifetime as `--expire` takes it: `7d`. */
export function showStandard(seconds: number): string {
  return seconds % 86_400 === 0 ? `${seconds / 86_400}d` : `${seconds / 3600}h`
}
