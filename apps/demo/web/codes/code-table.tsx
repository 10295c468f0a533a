import { ScrollBox } from '../parts/scroll-box.tsx'
import { hashOf } from '../state/panel.ts'
import { useTexts } from '../state/texts.ts'
import { Documents } from './documents.tsx'
import type { Row } from './rows.ts'

/** Codes as a table; each number leads to its own address. */
export function CodeTable({ rows }: { readonly rows: readonly Row[] }) {
  const t = useTexts().codes
  return (
    <ScrollBox label={t.title} class="codes">
      <table>
        <thead>
          <tr>
            <th scope="col">{t.columns.code}</th>
            <th scope="col">{t.columns.meaning}</th>
            <th scope="col">{t.columns.action}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, origin, meaning, action, documents }) => (
            <tr key={`${code} ${origin}`}>
              <th scope="row">
                <a class="code-link" href={hashOf('codes', code)}>
                  {code}
                </a>
                <span class="quiet">{origin}</span>
              </th>
              <td>{meaning}</td>
              <td>
                {action}
                <Documents documents={documents} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
