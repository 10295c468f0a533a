import type { Finding } from '@usersig/doctor'
import { focusPanel, openPanel } from '../state/panel.ts'
import { useTexts } from '../state/texts.ts'

const MARKS = { error: '✗', warning: '!', info: 'i' } as const

/** What is good news. */
const GOOD: readonly string[] = ['verified', 'lifetime']

interface FindingsProps {
  readonly findings: readonly Finding[]
}

/** All that was found out, and what to do about it. */
export function Findings({ findings }: FindingsProps) {
  const t = useTexts()
  return (
    <ul class="findings" aria-label={t.doctor.findings}>
      {findings.map((finding) => {
        const { message, action } = finding
        const good = finding.severity === 'info' && GOOD.includes(finding.code)
        return (
          <li key={finding.message} class={finding.severity} data-code={finding.code}>
            <span aria-hidden="true">{good ? '✓' : MARKS[finding.severity]}</span>
            <div>
              <p>
                <span class="hidden">{t.doctor.severities[finding.severity]}: </span>
                {message} {finding.tencentCode !== undefined && <CodeLink code={finding.tencentCode} />}
              </p>
              {action && <p class="quiet">{action}</p>}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

/** A code of Tencent's, which leads to what it means. */
export function CodeLink({ code }: { readonly code: number }) {
  const open = (event: Event) => {
    event.preventDefault()
    openPanel('codes', String(code))
    focusPanel('codes')
  }
  return (
    <a class="code-link" href={`#codes/${code}`} onClick={open}>
      {code}
    </a>
  )
}
