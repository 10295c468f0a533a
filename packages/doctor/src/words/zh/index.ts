import type { Words } from '../words.ts'
import { advice } from './advice.ts'
import { causes } from './causes.ts'
import { evidence } from './evidence.ts'
import { findings } from './findings.ts'
import { meanings } from './meanings.ts'
import { ownCodes } from './own-codes.ts'
import { phrases } from './phrases.ts'
import { sources } from './sources.ts'

/** All that the doctor says in Chinese. */
export const ZH: Words = {
  language: 'zh',
  advice,
  causes,
  evidence,
  findings,
  meanings,
  ownCodes,
  phrases,
  sources,
}
