import type { Finding } from '@usersig/core/doctor'
import { language, useTexts } from '../state/language.ts'
import { openPanel } from '../state/panel.ts'

const MARKS = { error: '✗', warning: '!', info: '✓' } as const

/** All that was found out, and what to do about it. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useTexts()
  return (
    <ul class="findings" aria-label={t.doctor.findings}>
      {findings.map((finding) => {
        const { message, action } = t.explain.finding(finding)
        return (
          <li key={finding.message} class={finding.severity} data-code={finding.code}>
            <span aria-hidden="true">{MARKS[finding.severity]}</span>
            <div>
              <p>
                <span class="hidden">{t.doctor.severities[finding.severity]}: </span>
                {message} {finding.tencentCode !== undefined && <CodeLink code={finding.tencentCode} />}
              </p>
              {language.value !== 'en' && (
                <p lang="en" class="quiet">
                  {finding.message}
                </p>
              )}
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
  }
  return (
    <a class="code-link" href={`#codes/${code}`} onClick={open}>
      {code}
    </a>
  )
}
