import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../root.ts'

/**
 * Reads what a section of a README says of each code, so that READMEs and pages say the same.
 *
 * @param heading of the section with the list: its items begin with the code, a status before it or a number behind it
 * @returns the meanings by code; items that are not about one code are left out
 */
export function readMeanings(readme: string, heading: string): Map<string, string> {
  const sections = readFileSync(join(ROOT, readme), 'utf8').split(/^## /m)
  const section = sections.find((text) => text.startsWith(`${heading}\n`))
  if (section === undefined) throw new Error(`${readme} has no section ${heading}`)
  const items = section.matchAll(/^- (?:\d{3} )?`([^`]+)`(?: \(\d+\))?: (.+)$/gm)
  return new Map([...items].map(([, code = '', meaning = '']) => [code, meaning]))
}
