import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeReference } from './api/reference.ts'
import { endpointCodes, userSigCodes } from './codes/codes.ts'
import { codesPage } from './codes/page.ts'
import { formatPage } from './format.ts'
import { speedPage } from './speed/page.ts'

/** Writes everything that is generated into a folder: the API reference, and the pages of error codes and of speed. */
export async function generate(folder: string): Promise<void> {
  // Beside the pages until all is well: where a docstring is missing, they stay as they are.
  const draft = mkdtempSync(join(tmpdir(), 'usersig-generate-'))
  try {
    await writePages(draft)
    // The page of an entry point that is no more must not stay.
    rmSync(join(folder, 'api'), { recursive: true, force: true })
    cpSync(draft, folder, { recursive: true })
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

async function writePages(folder: string): Promise<void> {
  mkdirSync(join(folder, 'api'))
  const codes = new Set<string>([...userSigCodes(), ...endpointCodes()].map(({ code }) => code))
  await writeReference(join(folder, 'api'), codes)
  writeFileSync(join(folder, 'errors.md'), codesPage('en'))
  writeFileSync(join(folder, 'errors.zh-CN.md'), codesPage('zh'))
  writeFileSync(join(folder, 'speed.md'), speedPage())
  for (const page of readdirSync(join(folder, 'api'))) formatPage(folder, `api/${page}`)
  for (const page of ['errors.md', 'errors.zh-CN.md', 'speed.md']) formatPage(folder, page)
}
