/** The text for an option that is not there, with the line to add. */
export function missing(name: string, reason: string, line: string): string {
  return `${name} is missing: ${reason}. Add it to the options:\n\n  ${line},\n`
}
