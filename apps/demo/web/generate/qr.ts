/** Clear space around the code, in modules (ISO/IEC 18004). */
const QUIET_ZONE = 4

/** A QR code as the path of an SVG. */
export interface QrDrawing {
  readonly size: number
  readonly path: string
}

/** Draws a text; what draws it is loaded when it is first needed. */
export async function drawQr(text: string): Promise<QrDrawing> {
  const { encodeQR } = await import('qr')
  const modules = encodeQR(text, 'raw', { border: QUIET_ZONE, ecc: 'low' })
  return { size: modules.length, path: toPath(modules) }
}

/** One bar for each run of dark modules. */
function toPath(modules: readonly (readonly boolean[])[]): string {
  return modules
    .flatMap((row, y) => {
      const runs = row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g)
      return [...runs].map(({ 0: { length }, index }) => `M${index} ${y}h${length}v1h-${length}z`)
    })
    .join('')
}

/** The drawing as a file. */
export function toSvg({ size, path }: QrDrawing): string {
  const scale = 8
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * scale}" height="${size * scale}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`
}
