import { type Diagnosis, explainCode } from '@usersig/doctor'
import { CodeLink } from '../checks/findings.tsx'
import { language } from '../state/language.ts'
import { useTexts } from '../state/texts.ts'

const MARKS = { valid: '✓', invalid: '✗', unverified: '?', none: '?' } as const

/** The diagnosis in one sentence. */
export function Verdict({ verdict, kind, claims, tencentCode }: Diagnosis) {
  const t = useTexts()
  const [explanation] = tencentCode === undefined ? [] : explainCode(tencentCode, { language: language.value })
  return (
    <div class={`verdict ${verdict === 'none' ? 'unverified' : verdict}`} role="status">
      <span class="verdict-mark" aria-hidden="true">
        {MARKS[verdict]}
      </span>
      <div>
        <b>{t.doctor.verdicts[verdict]}</b>
        <p>
          {t.doctor.kinds[kind]}
          {claims && t.doctor.claims(claims.userId, claims.sdkAppId)}
        </p>
        {tencentCode !== undefined && (
          <p>
            {t.doctor.tencent} <CodeLink code={tencentCode} /> {explanation?.meaning}
          </p>
        )}
      </div>
    </div>
  )
}
