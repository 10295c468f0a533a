import decodeQR from 'qr/decode.js'
import { expect, test } from 'vitest'
import { run, signer } from './run.ts'

/** Reads what the terminal shows: two rows of dots in each line, light where a block is. */
function readQr(screen: string): string {
  const rows = screen.split('\n').filter((line) => /^[█▀▄ ]{20,}$/.test(line))
  const width = Math.max(...rows.map((row) => row.length))
  const scale = 4
  const height = rows.length * 2
  const data = new Uint8Array(width * scale * height * scale * 4)
  for (let y = 0; y < height * scale; y++) {
    for (let x = 0; x < width * scale; x++) {
      const row = Math.floor(y / scale)
      const block = rows[row >> 1]?.[Math.floor(x / scale)] ?? ' '
      const isLight = row % 2 === 0 ? '█▀'.includes(block) : '█▄'.includes(block)
      data.fill(isLight ? 255 : 0, (y * width * scale + x) * 4, (y * width * scale + x) * 4 + 4)
    }
  }
  return decodeQR({ width: width * scale, height: height * scale, data })
}

test('sign --qr draws the ticket, which a reader of QR codes reads', async () => {
  const { stdout, stderr } = await run(['sign', 'alice', '--qr'])
  expect(readQr(stderr)).toBe(stdout.trim())
  expect(signer.verifyUserSig(stdout.trim()).userId).toBe('alice')
})

test('room --qr draws the PrivateMapKey', async () => {
  const { stdout, stderr } = await run(['room', 'alice', '--room', '7', '--qr'])
  expect(readQr(stderr)).toBe(stdout.trim())
})
