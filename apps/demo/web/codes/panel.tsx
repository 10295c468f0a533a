import { listTencentCodes, listToolkitCodes } from '@usersig/doctor'
import { useLayoutEffect, useState } from 'preact/hooks'
import { Card } from '../parts/card.tsx'
import { Field } from '../parts/field.tsx'
import { ScrollBox } from '../parts/scroll-box.tsx'
import { language } from '../state/language.ts'
import { place } from '../state/panel.ts'
import { useTexts } from '../state/texts.ts'

interface Row {
  readonly code: string
  readonly origin: string
  readonly meaning: string
  readonly action: string
  /** Pages and files that say so. */
  readonly documents: readonly string[]
}

/** The panel that explains codes: those of Tencent's, and our own. */
export function CodesPanel() {
  const t = useTexts()
  const [query, setQuery] = useState('')
  const { panel, detail } = place.value
  // A link from a finding names the code that it is about.
  useLayoutEffect(() => {
    if (panel === 'codes' && detail !== '') setQuery(detail)
  }, [panel, detail])

  const rows = listRows(t).filter((row) => matches(row, query))
  return (
    <Card>
      <h2>{t.codes.title}</h2>
      <p class="lead">{t.codes.lead}</p>
      <Field label={t.codes.search} value={query} placeholder={t.codes.placeholder} onInput={setQuery} />
      <p class="quiet" role="status">
        {t.codes.count(rows.length)}
      </p>
      {rows.length > 0 && (
        <ScrollBox label={t.codes.title} class="codes">
          <table>
            <thead>
              <tr>
                <th scope="col">{t.codes.columns.code}</th>
                <th scope="col">{t.codes.columns.meaning}</th>
                <th scope="col">{t.codes.columns.action}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.code} ${row.origin}`}>
                  <th scope="row">
                    <code>{row.code}</code>
                    <span class="quiet">{row.origin}</span>
                  </th>
                  <td>{row.meaning}</td>
                  <td>
                    {row.action}
                    <span class="quiet">{row.documents.map(toLink)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Card>
  )
}

function listRows(t: ReturnType<typeof useTexts>): Row[] {
  const options = { language: language.value }
  const tencent = listTencentCodes(options).map(({ code, answeredBy, meaning, action, document }) => ({
    code: String(code),
    origin: answeredBy,
    meaning,
    action,
    documents: document.split('; '),
  }))
  const tickets = listToolkitCodes(options).filter(({ origin }) => origin === 'ticket')
  const own = tickets.map(({ code, meaning, action, tencentCode }) => ({
    code,
    origin: t.codes.own,
    meaning,
    action,
    documents: tencentCode === undefined ? [] : [t.codes.answers(tencentCode)],
  }))
  return [...tencent, ...own]
}

/** Pages are linked; files of packages and sentences are not. */
function toLink(document: string) {
  if (!/^[\w.]+\.[a-z]+\//.test(document)) return <span key={document}>{document}</span>
  return (
    <a key={document} href={`https://${document}`} rel="noreferrer" target="_blank">
      {document}
    </a>
  )
}

/** A number means one code; words may stand anywhere. */
function matches({ code, origin, meaning, action }: Row, query: string): boolean {
  const wanted = query.trim().toLowerCase()
  if (/^-?\d+$/.test(wanted)) return code.startsWith(wanted)
  const text = `${code} ${origin} ${meaning} ${action}`.toLowerCase()
  return wanted.split(/\s+/).every((word) => text.includes(word))
}
