import type { Diagnosis } from '@usersig/doctor'
import { CodeLink } from '../checks/findings.tsx'
import { useDoctor } from '../state/doctor.ts'
import { useTexts } from '../state/texts.ts'

const MARKS = { valid: '✓', invalid: '✗', unverified: '?', none: 'i' } as const

type VerdictProps = Pick<Diagnosis, 'verdict' | 'kind' | 'tencentCode'> &
  Partial<Pick<Diagnosis, 'claims' | 'findings'>>

/** The diagnosis in one sentence. */
export function Verdict({ verdict, kind, claims, findings = [], tencentCode }: VerdictProps) {
  const t = useTexts().doctor
  const { explainCode } = useDoctor()
  const [explanation] = tencentCode === undefined ? [] : explainCode(tencentCode)
  // A code that was pasted, and not one that would be answered to what was pasted.
  const isNamed = verdict === 'none' && (kind === 'code' || kind === 'message') && explanation !== undefined
  // Of a good ticket nothing would be answered: the code stands beside it.
  const isBeside = verdict === 'valid' || verdict === 'unverified'
  const isElsewhere = verdict === 'valid' && findings.some(({ code }) => /^(app|user)_mismatch/.test(code))
  const color = verdict === 'none' || isElsewhere ? 'unverified' : verdict
  return (
    <div class={`verdict ${color}`} role="status">
      <span class="verdict-mark" aria-hidden="true">
        {isElsewhere ? '!' : MARKS[verdict]}
      </span>
      <div>
        <b>{isNamed ? explanation.meaning : isElsewhere ? t.elsewhere : t.verdicts[verdict]}</b>
        <p>
          {isNamed ? t.named : t.kinds[kind]}
          {claims && t.claims(claims.userId, claims.sdkAppId)}
        </p>
        {tencentCode !== undefined && (
          <p>
            {isNamed ? t.code : isBeside ? t.beside : t.tencent} <CodeLink code={tencentCode} />
            {explanation && ' · '}
            {isNamed ? explanation.answeredBy : explanation?.meaning}
          </p>
        )}
      </div>
    </div>
  )
}
