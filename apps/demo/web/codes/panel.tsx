import type { CodeExplanation } from '@usersig/doctor'
import { useLayoutEffect, useState } from 'preact/hooks'
import { Card } from '../parts/card.tsx'
import { Field } from '../parts/field.tsx'
import { useDoctor } from '../state/doctor.ts'
import { changeDetail, place } from '../state/panel.ts'
import { useTexts } from '../state/texts.ts'
import { openInDoctor } from '../state/tickets.ts'
import { CodeCard } from './code-card.tsx'
import { CodeTable } from './code-table.tsx'
import { listRows, matchRow } from './rows.ts'

/** More meanings than these are a list, and not an answer. */
const MAX_ANSWERS = 8

/** The panel that explains codes: those of Tencent's, and our own. */
export function CodesPanel() {
  const t = useTexts()
  const { explainCode } = useDoctor()
  const [query, setQuery] = useState('')
  const { panel, detail } = place.value
  // A link from a finding names the code that it is about.
  useLayoutEffect(() => {
    if (panel === 'codes' && detail !== '') setQuery(detail)
  }, [panel, detail])

  const search = (text: string) => {
    setQuery(text)
    // A code may stand in the address; a message may hold what must not.
    const code = /^[\w.-]{1,80}$/.test(text.trim()) && explainCode(text).length > 0 ? text.trim() : ''
    if (code !== place.value.detail) changeDetail(code)
  }
  const answers: readonly CodeExplanation[] = query.trim() === '' ? [] : explainCode(query)
  const isAnswered = answers.length > 0 && answers.length <= MAX_ANSWERS
  const rows = isAnswered ? [] : listRows(t).filter((row) => matchRow(row, query))
  return (
    <div class="codes-panel">
      <Card>
        <h2>{t.codes.title}</h2>
        <p class="lead">{t.codes.lead}</p>
        <Field label={t.codes.search} value={query} placeholder={t.codes.placeholder} onInput={search} />
        <p class="quiet found" role="status">
          {isAnswered ? t.codes.meanings(answers.length) : t.codes.count(rows.length)}
        </p>
        {query.trim() !== '' && (
          <p class="row">
            <button type="button" class="small" onClick={() => openInDoctor(query)}>
              {t.codes.askDoctor}
            </button>
            {isAnswered && (
              <button type="button" class="small" onClick={() => search('')}>
                {t.codes.all}
              </button>
            )}
          </p>
        )}
        {rows.length > 0 && <CodeTable rows={rows} />}
      </Card>
      {isAnswered && answers.map((each) => <CodeCard key={`${each.code} ${each.source}`} {...each} />)}
    </div>
  )
}
