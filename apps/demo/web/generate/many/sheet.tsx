import type { IssuedTickets } from '@usersig/core'
import { useEffect, useState } from 'preact/hooks'
import { Card } from '../../parts/card.tsx'
import { useTexts } from '../../state/texts.ts'
import { toJson } from '../credentials.ts'
import { download, toFileName } from '../download.ts'
import { drawQr, toSvg } from '../qr.ts'
import { QrPicture } from '../qr-code.tsx'
import { type SheetCode, toSheetFile } from './sheet-file.ts'

/** So many codes are drawn before the page may do something else. */
const AT_ONCE = 10

/** QR codes of all users, to show, to print and to keep. */
export function Sheet({ issued }: { readonly issued: readonly IssuedTickets[] }) {
  const t = useTexts().generate
  const [codes, setCodes] = useState<readonly SheetCode[] | 'failed'>([])
  useEffect(() => {
    let current = true
    setCodes([])
    drawAll(issued, (drawn) => {
      if (current) setCodes(drawn)
      return current
    }).catch(() => current && setCodes('failed'))
    return () => {
      current = false
    }
  }, [issued])
  if (codes === 'failed') return <p class="problem">{t.qrFailed}</p>
  const isDone = codes.length === issued.length
  return (
    <Card title={t.sheet} class="sheet-card">
      <div class="row no-print" role="status">
        {isDone ? (
          <>
            <button type="button" class="small" onClick={() => print()}>
              {t.print}
            </button>
            <button
              type="button"
              class="small"
              onClick={() => download('usersig-sheet.html', 'text/html', toSheetFile(codes, t.sheet))}
            >
              {t.downloadSheet}
            </button>
          </>
        ) : (
          t.drawing(codes.length, issued.length)
        )}
      </div>
      <p class="quiet">{t.sheetLead}</p>
      <ul class="sheet" aria-label={t.sheet} aria-busy={!isDone}>
        {codes.map(({ userId, drawing }) => (
          <li key={userId}>
            <QrPicture drawing={drawing} label={t.qrOf(userId)} />
            <b>{userId}</b>
            <button
              type="button"
              class="small no-print"
              onClick={() => download(`${toFileName(userId)}.svg`, 'image/svg+xml', toSvg(drawing))}
            >
              SVG<span class="hidden"> {userId}</span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Draws some codes at a time, as long as somebody wants them. */
async function drawAll(
  issued: readonly IssuedTickets[],
  show: (codes: readonly SheetCode[]) => boolean,
): Promise<void> {
  const codes: SheetCode[] = []
  for (const each of issued) {
    codes.push({ userId: each.userId, drawing: await drawQr(toJson(each)) })
    if (codes.length % AT_ONCE !== 0 && codes.length < issued.length) continue
    if (!show([...codes])) return
    await new Promise((resolve) => setTimeout(resolve))
  }
}
