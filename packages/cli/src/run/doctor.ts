import { type DiagnoseContext, type Diagnosis, diagnose, explainCode, listToolkitCodes } from '@usersig/doctor'
import { EXIT } from '../exit.ts'
import { readAnything } from '../input/anything.ts'
import { findKeys, type KeyOptions } from '../input/keys.ts'
import { type RoomChoice, toRoom } from '../input/room-choice.ts'
import { drawDiagnosis } from '../output/report.ts'
import { out, print, printJson, quoted, redact, redactAll } from '../output/terminal.ts'
import { language, words } from '../words/index.ts'
import { type FoundCodes, findCodes, printCodes } from './codes.ts'

export interface DoctorOptions extends KeyOptions, RoomChoice {
  readonly file?: string
  readonly user?: string
  readonly clientAppid?: number
  readonly expect?: DiagnoseContext['expect']
  readonly json?: true
  readonly report?: true
}

const EXIT_CODES = { valid: EXIT.ok, invalid: EXIT.invalid, unverified: EXIT.unverified } as const

export async function doctor(anything: readonly string[], options: DoctorOptions): Promise<void> {
  const text = await readAnything(anything, options.file)
  const found = diagnose(text, contextOf(options))
  const diagnosis = redactAll(found)
  const isKnown = diagnosis.causes.length > 0 && (diagnosis.kind === 'code' || diagnosis.kind === 'message')
  const codes = diagnosis.verdict === 'none' && !isKnown ? search(text) : undefined
  process.exitCode = exitCode(diagnosis, isKnown || codes !== undefined)
  if (options.json) printJson({ ...diagnosis, codes: explanations(diagnosis), ...(codes && { search: codes }) })
  else if (options.report)
    print((await import('../output/public-report.ts')).drawPublicReport(text, found, options.user))
  else printDiagnosis(text, diagnosis, codes)
}

function contextOf(options: DoctorOptions): DiagnoseContext {
  const { user, clientAppid = options.sdkappid, expect } = options
  return {
    keys: findKeys(options),
    language,
    ...toRoom(options),
    ...(user !== undefined && { userId: redactAll(user) }),
    ...(clientAppid !== undefined && { sdkAppId: clientAppid }),
    ...(expect !== undefined && { expect }),
  }
}

function exitCode({ verdict, findings, causes }: Diagnosis, isKnown: boolean): number {
  // Settings in which nothing is wrong.
  const isFine = causes.length === 0 && findings.some(({ code }) => code === 'key_fine' || code === 'key_form_fine')
  if (verdict === 'none') return isKnown || isFine ? EXIT.ok : EXIT.invalid
  return EXIT_CODES[verdict]
}

const explanations = ({ tencentCode }: Diagnosis) =>
  tencentCode === undefined ? [] : explainCode(tencentCode, { language })

/** One word may be about a code, or a code of this toolkit. */
function search(text: string): FoundCodes | undefined {
  const word = text.trim()
  if (!/^[\p{L}_]{2,40}$/u.test(word)) return undefined
  const own = listToolkitCodes({ language }).filter(({ code }) => code === word)
  const found = own.length > 0 ? { tencent: [], usersig: own } : findCodes(word)
  return found.tencent.length + found.usersig.length > 0 ? found : undefined
}

function printDiagnosis(text: string, diagnosis: Diagnosis, codes: FoundCodes | undefined): void {
  if (codes) {
    print(out.bold(words.doctor.wordOf(redact(quoted(text.trim())))))
    print('')
    printCodes(codes)
    return
  }
  print(drawDiagnosis(diagnosis))
}
