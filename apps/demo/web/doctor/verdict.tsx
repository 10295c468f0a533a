import { explainTencentError } from '@usersig/core'
import type { Diagnosis } from '@usersig/core/doctor'
import { CodeLink } from '../checks/findings.tsx'
import { useTexts } from '../state/texts.ts'

const MARKS = { valid: '✓', invalid: '✗', unverified: '?' } as const

/** The diagnosis in one sentence. */
export function Verdict({ verdict, kind, claims, tencentCode }: Diagnosis) {
  const t = useTexts()
  const explanation = tencentCode === undefined ? undefined : explainTencentError(tencentCode)
  return (
    <div class={`verdict ${verdict}`} role="status">
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
            {t.doctor.tencent} <CodeLink code={tencentCode} /> {explanation && t.explain.tencent(explanation).meaning}
          </p>
        )}
      </div>
    </div>
  )
}
