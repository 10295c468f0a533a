import { createUserSigner } from '@usersig/core'
import type { Locator } from 'playwright-core'
import decodeQR from 'qr/decode.js'
import { expect, it } from 'vitest'
import { type OpenPage, openPanel, type PageOptions, ticketOf, usePages } from './open-page.ts'
import { readPixels } from './pixels.ts'

const pages = usePages()
const app = { sdkAppId: 1400000321, secretKey: '0123456789abcdef'.repeat(4) }
const signer = createUserSigner(app)

async function openGenerate(options: PageOptions = {}): Promise<OpenPage & { panel: Locator }> {
  const { page, complaints } = await pages.open(options)
  const panel = await openPanel(page, 'Generate')
  await fillApp(panel)
  return { page, panel, complaints }
}

async function fillApp(panel: Locator): Promise<void> {
  await panel.getByLabel('SDKAppID', { exact: true }).fill(String(app.sdkAppId))
  await panel.getByLabel('SDKSecretKey').fill(app.secretKey)
}

const openOnce = pages.once(openGenerate)

/** The panel with a value in one of its fields, and good ones in the others. */
async function fillOne(label: string, value: string): Promise<{ panel: Locator; field: Locator }> {
  const { panel } = await openOnce()
  await fillApp(panel)
  await panel.getByLabel('UserID', { exact: true }).fill('alice')
  await panel.getByLabel('Valid for', { exact: true }).fill('7')
  const field = panel.getByLabel(label, { exact: true })
  await field.fill(value)
  return { panel, field }
}

it('signs what was typed', async () => {
  const { panel, complaints } = await openGenerate()
  await panel.getByLabel('UserID').fill('bob')
  await panel.getByLabel('Valid for').fill('90')
  await panel.getByLabel('Unit of the lifetime').selectOption('minutes')
  expect(signer.verifyUserSig(await ticketOf(panel))).toMatchObject({ userId: 'bob', expire: 5400 })
  expect(complaints).toEqual([])
})

it('grants the rights that are switched on', async () => {
  const { panel } = await openGenerate()
  await panel.getByText('Number', { exact: true }).click()
  await panel.getByLabel('roomId').fill('4294967294')
  expect(await panel.getByRole('switch').count()).toBe(8)
  const privileges = async () => {
    const key = await ticketOf(panel, 'PrivateMapKey')
    return signer.verifyPrivateMapKey(key, { roomId: 4294967294 }).room.privilegeMap
  }
  expect(await privileges()).toBe(42)
  await panel.getByRole('switch', { name: 'Send audio' }).check()
  expect(await privileges()).toBe(46)
  await panel.getByRole('button', { name: 'Anchor' }).click()
  expect(await privileges()).toBe(255)
  expect(await panel.getByRole('switch', { checked: true }).count()).toBe(8)
  expect(await panel.getByRole('button', { name: 'Anchor' }).getAttribute('aria-pressed')).toBe('true')
  await panel.getByText('String', { exact: true }).click()
  await panel.getByLabel('strRoomId').fill('lobby')
  const key = await ticketOf(panel, 'PrivateMapKey')
  expect(signer.verifyPrivateMapKey(key, { strRoomId: 'lobby' }).room.privilegeMap).toBe(255)
})

it.each([
  ['UserID', '', 'UserID is empty'],
  ['UserID', 'a'.repeat(33), 'bytes'],
  ['UserID', 'undefined', 'missing'],
  ['UserID', 'ali\u200bce', 'invisible'],
  ['UserID', '\u202ealice', 'invisible'],
  ['UserID', '爱丽丝', 'printable ASCII'],
  ['Valid for', '0', 'expire'],
  ['Valid for', '1,000', 'separators: 1000'],
  ['Valid for', '７', 'full-width digits. Type 7'],
  ['Valid for', 'NaN', 'not a number'],
  ['Valid for', '', 'Type a number'],
  ['SDKAppID', '0', 'sdkAppId'],
  ['SDKAppID', 'abc', 'not a number'],
  ['SDKAppID', 'NaN', 'not a number'],
  ['SDKAppID', '1,400,000,000', 'separators: 1400000000'],
  ['SDKAppID', '１４００００００００', 'full-width digits. Type 1400000000'],
  ['SDKSecretKey', `-----BEGIN ${app.secretKey}`, 'PEM'],
])('%s %j is marked with the reason', async (label, value, reason) => {
  const { panel, field } = await fillOne(label, value)
  const problem = panel.locator(`[id="${await field.getAttribute('aria-describedby')}"]`)
  expect(await problem.textContent()).toContain(reason)
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  expect(await panel.textContent()).not.toContain(app.secretKey)
})

it.each([
  ['UserID', 'alice ', 'white space'],
  ['SDKSecretKey', `"${app.secretKey}"`, 'quotes'],
  ['SDKSecretKey', app.secretKey.toUpperCase(), 'upper case'],
])('%s %j is doubted where it stands', async (label, value, reason) => {
  const { panel, field } = await fillOne(label, value)
  const doubt = panel.locator(`[id="${await field.getAttribute('aria-describedby')}"]`)
  expect(await doubt.textContent()).toContain(reason)
  expect(await panel.textContent()).not.toContain(app.secretKey)
})

it('says that a ticket of a doubtful key may be refused', async () => {
  const { panel } = await openGenerate()
  expect(await panel.getByText('The key is doubtful').count()).toBe(0)
  await panel.getByLabel('SDKSecretKey').fill(app.secretKey.slice(1))
  await panel.getByText('The key is doubtful').waitFor()
})

it('doubts a lifetime in milliseconds', async () => {
  const { panel } = await openGenerate()
  await panel.getByLabel('Unit of the lifetime').selectOption('seconds')
  await panel.getByLabel('Valid for').fill('86400000')
  await panel.locator('.field .problem').getByText('milliseconds').waitFor()
})

it('shows the ticket on a phone without scrolling', async () => {
  const { page } = await pages.open({ viewport: { width: 375, height: 667 } })
  const panel = await openPanel(page, 'Generate')
  await panel.getByRole('button', { name: 'Use an example application' }).click()
  const { y = 667 } = (await panel.getByRole('group', { name: 'UserSig', exact: true }).boundingBox()) ?? {}
  expect(y).toBeLessThan(640)
})

it('says when a ticket is over, and signs again', async () => {
  const { panel } = await openGenerate()
  await panel.getByLabel('Unit of the lifetime').selectOption('seconds')
  await panel.getByLabel('Valid for').fill('2')
  await panel.getByText('Expired: it was valid until').waitFor()
  const first = await ticketOf(panel)
  await panel.getByRole('button', { name: 'Sign again' }).click()
  await panel.getByText('Valid for 2 s').waitFor()
  expect(await ticketOf(panel)).not.toBe(first)
})

it('draws a code that a camera reads', async () => {
  // A service worker would ask for the picture past the route below.
  const { page, panel } = await openGenerate({ serviceWorkers: 'block' })
  await panel.getByText('JSON', { exact: true }).click()
  const code = panel.getByRole('img', { name: 'QR code with all credentials' })
  await code.waitFor()
  const credentials = JSON.parse(decodeQR(await readPixels(page, pages.baseUrl(), code)))
  expect(credentials).toEqual({ sdkAppId: app.sdkAppId, userId: 'alice', userSig: await ticketOf(panel) })
  expect(signer.verifyUserSig(credentials.userSig).userId).toBe('alice')
})

it('writes the code to paste for each product and platform', async () => {
  const { panel } = await openGenerate()
  const snippet = panel.getByRole('group', { name: 'Code to paste' })
  const ticket = await ticketOf(panel)
  const seen = new Set<string>()
  for (const product of ['Chat', 'TRTC', 'TUICallKit']) {
    for (const platform of ['Web', 'iOS', 'Android', 'Flutter']) {
      await panel.getByRole('radio', { name: product }).check({ force: true })
      await panel.getByRole('radio', { name: platform }).check({ force: true })
      const code = (await snippet.textContent()) ?? ''
      expect(code).toContain(ticket)
      expect(code).not.toContain(app.secretKey)
      seen.add(code)
    }
  }
  expect(seen.size).toBe(12)
})

it('shows the key only when asked, and offers an example', async () => {
  const { page } = await pages.open()
  const panel = await openPanel(page, 'Generate')
  await panel.getByText('the tickets will be shown here').waitFor()
  await panel.getByRole('button', { name: 'Use an example application' }).click()
  expect(await ticketOf(panel)).toMatch(/^e[AJ]/)
  expect(await panel.getByLabel('SDKSecretKey').getAttribute('type')).toBe('password')
  await panel.getByRole('button', { name: 'Show SDKSecretKey' }).click()
  expect(await panel.getByLabel('SDKSecretKey').getAttribute('type')).toBe('text')
})
