import { rmSync } from 'node:fs'
import { writeCodes } from './codes.ts'
import { writeGuides } from './guides.ts'
import { writeLanding } from './landing.ts'
import { CONTENT } from './root.ts'
import { writeSkill } from './skill.ts'

// Writes the pages from the documents, the data of the doctor and the recipes of the command line.
rmSync(CONTENT, { recursive: true, force: true })
writeGuides()
writeCodes()
writeLanding()
writeSkill()
