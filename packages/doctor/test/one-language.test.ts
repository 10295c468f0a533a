import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import * as en from '../src/en.ts'
import * as any from '../src/index.ts'
import { EN } from '../src/words/en/index.ts'
import { ZH } from '../src/words/zh/index.ts'
import * as zh from '../src/zh.ts'
import { reports } from './reports/reports.ts'

describe.each([
  ['en', en, 'zh'],
  ['zh', zh, 'en'],
] as const)('@usersig/doctor/%s', (language, one, other) => {
  it('has all that the root has', () => {
    expect(Object.keys(one).sort()).toEqual(Object.keys(any).sort())
  })

  it('says the same as the root in this language', () => {
    const now = new Date()
    for (const { pasted, context } of reports) {
      const diagnosis = any.diagnose(pasted, { ...context, now, language })
      expect(one.diagnose(pasted, { ...context, now })).toEqual(diagnosis)
      expect(one.diagnose(pasted, { ...context, now, language })).toEqual(diagnosis)
      const fragment = any.shareDiagnosis(diagnosis)
      expect(one.shareDiagnosis(diagnosis)).toBe(fragment)
      expect(one.readSharedDiagnosis(fragment)).toEqual(any.readSharedDiagnosis(fragment, { language }))
    }
    const refused = { code: 'unauthenticated', detail: '', ticket: () => undefined, keys: () => [] } as const
    expect(one.explainRefusal(refused)).toEqual(any.explainRefusal(refused, { language }))
    expect(one.explainCode(70009)).toEqual(any.explainCode(70009, { language }))
    expect(one.listTencentCodes()).toEqual(any.listTencentCodes({ language }))
    expect(one.listToolkitCodes()).toEqual(any.listToolkitCodes({ language }))
    expect(one.inspectSecretKey('"x"')).toEqual(any.inspectSecretKey('"x"', { language }))
    expect(one.repairTicket('"eJwabc"')).toEqual(any.repairTicket('"eJwabc"', { language }))
    expect(one.showDuration(90_000)).toBe(any.showDuration(90_000, language))
  })

  it('says where the other language is', () => {
    expect(() => one.diagnose('70009', { language: other })).toThrow(
      new TypeError(`language must be "${language}"; import @usersig/doctor/${other} for it`),
    )
    expect(() => one.listTencentCodes({ language: 'fr' as 'en' })).toThrow(
      new TypeError(`language must be "${language}"`),
    )
  })

  it('carries no word of the other language', async () => {
    const { outputFiles, metafile } = await build({
      stdin: { contents: `export * from './src/${language}.ts'`, resolveDir: new URL('..', import.meta.url).pathname },
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      charset: 'utf8',
      packages: 'external',
    })
    const [{ text }] = outputFiles as [(typeof outputFiles)[0]]
    const [own, foreign] = language === 'en' ? [EN, ZH] : [ZH, EN]
    expect(text).toContain(own.causes.other_key.message)
    expect(text).not.toContain(foreign.causes.other_key.message)
    expect(Object.keys(metafile.inputs).filter((path) => path.includes(`/words/${other}/`))).toEqual([])
  })
})
