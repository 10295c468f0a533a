import { type QrDrawing, toSvg } from '../qr.ts'

/** A code, and whose it is. */
export interface SheetCode {
  readonly userId: string
  readonly drawing: QrDrawing
}

const STYLE =
  'body{font:14px system-ui,sans-serif;margin:1cm}ul{display:grid;grid-template-columns:repeat(auto-fill,5.5cm);gap:.5cm;list-style:none;padding:0}li{break-inside:avoid;text-align:center;overflow-wrap:anywhere}svg{width:100%;height:auto}'

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** The sheet as a page of its own, which needs nothing else. */
export function toSheetFile(codes: readonly SheetCode[], title: string): string {
  const items = codes.map(({ userId, drawing }) => `<li>${toSvg(drawing)}<br><b>${escapeHtml(userId)}</b></li>`)
  return `<!doctype html><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${STYLE}</style><ul>${items.join('')}</ul>`
}
