import { encodeQR } from 'qr'

/** A QR code of half blocks, light on dark as terminals are; its quiet zone is drawn as well. */
export const drawQr = (text: string): string => encodeQR(text, 'ascii', { ecc: 'low' }).trimEnd()

/** A QR code as a drawing for pages. */
export const qrSvg = (text: string): string => encodeQR(text, 'svg', { ecc: 'low' })
