import { createUserSigner } from '@usersig/core'
import { dissect, packDocument } from '@usersig/doctor'
import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { openPanel, usePages } from './open-page.ts'

const pages = usePages()
const app = { sdkAppId: 1400000321, secretKey: '0123456789abcdef'.repeat(4) }
const signer = createUserSigner(app)

async function takeApart(ticket: string): Promise<Locator> {
  const { page } = await pages.open({ hash: '#anatomy' })
  const panel = page.getByRole('tabpanel', { name: 'Anatomy' })
  await panel.getByLabel('Ticket to take apart').fill(ticket)
  return panel
}

/** What the checks say: name, and the mark in front of it. */
async function checksOf(panel: Locator): Promise<Record<string, string>> {
  const texts = await panel.locator('.check').allInnerTexts()
  return Object.fromEntries(texts.map((text) => text.split('\n')).map(([mark = '', name = '']) => [name, mark]))
}

/** The text of a layer that has the colour of a field. */
const coloured = async (panel: Locator, layer: string, field: string) =>
  (await panel.getByRole('group', { name: layer }).locator(`[data-field="${field}"]`).allTextContents()).join('')

it('colours each field in each layer', async () => {
  const ticket = signer.genUserSig('alice')
  const panel = await takeApart(ticket)
  const { fields } = dissect(ticket)
  const user = fields.find(({ name }) => name === 'TLS.identifier') ?? expect.fail('there is no UserID')
  expect(await coloured(panel, 'JSON document', 'user')).toBe('"TLS.identifier":"alice"')
  expect(await coloured(panel, 'Signed text', 'user')).toBe('TLS.identifier:alice')
  // A character that two fields share has the colour of one of them.
  const inTicket = await coloured(panel, 'Ticket: Tencent', 'user')
  expect(ticket.slice(user.ticket.start, user.ticket.end)).toContain(inTicket)
  expect(inTicket.length).toBeGreaterThanOrEqual(user.ticket.end - user.ticket.start - 2)
  expect((await coloured(panel, 'Bytes: zlib', 'user')).trim()).toMatch(/^[0-9a-f]{2}( [0-9a-f]{2})+$/)
  expect(await panel.getByRole('list', { name: 'Parts of the zlib stream' }).textContent()).toMatch(
    /header2 bytescompressed block\d+ b(?:yte|it)schecksum4 bytes/,
  )
})

it('lights a field up in all layers, by pointing at it and by the keyboard', async () => {
  const panel = await takeApart(signer.genUserSig('alice'))
  const lit = panel.locator('.layer .lit')
  await panel.getByRole('group', { name: 'JSON document' }).locator('[data-field="app"]').hover()
  expect(await lit.count()).toBeGreaterThanOrEqual(4)
  // In the packed layers, fields share bytes; in the others, each has its own.
  for (const layer of ['JSON document', 'Signed text']) {
    const fields = panel.getByRole('group', { name: layer }).locator('.lit')
    expect(await fields.evaluateAll((all) => all.map((each) => each.getAttribute('data-field')))).toEqual(['app'])
  }
  await panel.page().mouse.move(0, 0)
  await panel.getByLabel(/TLS\.time/).focus()
  expect(await lit.first().getAttribute('data-field')).toBe('time')
})

it('follows the fields of a compressed ticket, too', async () => {
  const { page } = await pages.open({ hash: '#anatomy' })
  const panel = page.getByRole('tabpanel', { name: 'Anatomy' })
  await panel.getByRole('button', { name: 'UserSig packed by zlib' }).click()
  await panel.getByText('compressed block').first().waitFor()
  await panel.getByLabel(/TLS\.identifier/).focus()
  expect(await panel.getByRole('group', { name: 'Bytes: zlib' }).locator('.lit').count()).toBeGreaterThan(0)
  expect(await checksOf(panel)).toMatchObject({ Form: '✓', Signature: '✓', Time: '✓' })
})

it('shows which check fails when a field is changed, with the code of Tencent', async () => {
  const panel = await takeApart(signer.genUserSig('alice'))
  expect(await checksOf(panel)).toEqual({ Form: '✓', Signature: '?', SDKAppID: '?', UserID: '?', Time: '✓', Room: '?' })
  await panel.getByLabel(/TLS\.identifier/).fill('"mallory"')
  expect(await checksOf(panel)).toMatchObject({ Signature: '✗', UserID: '✗', SDKAppID: '✓' })
  const findings = panel.getByRole('list', { name: 'Findings' })
  expect(await findings.textContent()).toContain('signature was made for the text before your change. 70009')
  expect(await findings.textContent()).toContain('70013')
  await panel.getByLabel(/TLS\.time/).fill('1')
  expect(await findings.textContent()).toContain('70001')
  await panel.getByLabel(/TLS\.ver/).fill('"1.0"')
  expect(await checksOf(panel)).toMatchObject({ Form: '✗' })
  await panel.getByRole('button', { name: 'Undo the changes' }).click()
  expect(await checksOf(panel)).toMatchObject({ Form: '✓', UserID: '?', Time: '✓' })
})

it('checks the signature with a key, and signs anew what was changed', async () => {
  const panel = await takeApart(signer.genUserSig('alice'))
  await panel.getByLabel('SDKAppID', { exact: true }).fill(String(app.sdkAppId))
  await panel.getByLabel('SDKSecretKey').fill('another key')
  expect(await checksOf(panel)).toMatchObject({ Signature: '✗' })
  await panel.getByLabel('SDKSecretKey').fill(app.secretKey)
  expect(await checksOf(panel)).toMatchObject({ Signature: '✓' })
  await panel.getByLabel(/TLS\.expire/).fill('600')
  expect(await checksOf(panel)).toMatchObject({ Signature: '✗', Time: '✓' })
  await panel.getByRole('button', { name: 'Sign it anew' }).click()
  expect(await checksOf(panel)).toMatchObject({ Signature: '✓' })
  const signed = await panel.getByLabel('Ticket to take apart').inputValue()
  expect(signer.verifyUserSig(signed)).toMatchObject({ userId: 'alice', expire: 600 })
})

it('takes a room record apart', async () => {
  const panel = await takeApart(signer.genPrivateMapKey('alice', { strRoomId: 'lobby', privileges: 'audience' }))
  const part = (name: string) => panel.locator(`[data-part="${name}"]`).textContent()
  expect(await part('account')).toBe('61 6c 69 63 65UserIDalice')
  expect(await part('rights')).toContain('42 = 00101010')
  expect(await part('room')).toContain('lobby')
  expect(await panel.locator('.chip.on').count()).toBe(3)
})

it('shows as much of a damaged ticket as there is', async () => {
  const panel = await takeApart(signer.genUserSig('alice').slice(0, 120))
  expect(await panel.getByLabel(/TLS\.identifier/).inputValue()).toBe('"alice"')
  expect(await checksOf(panel)).toMatchObject({ Form: '✗' })
  await panel.getByLabel('Ticket to take apart').fill('no ticket at all')
  await panel.getByText('nothing here that can be read as a field').waitFor()
})

it('hides nothing of a hostile ticket, and follows two fields of one name', async () => {
  const { document } = dissect(signer.genUserSig('alice'))
  const hostile = document
    .replace('604800', '"86400\\nTLS.userbuf:x"')
    .replace('"TLS.identifier"', '"TLS.identifier":"bob","TLS.identifier"')
  const panel = await takeApart(packDocument(hostile))
  expect(await panel.getByLabel(/TLS\.expire/).inputValue()).toBe('"86400\\nTLS.userbuf:x"')
  const users = panel.getByLabel(/TLS\.identifier/)
  await users.nth(1).fill('"carol"')
  expect(await users.nth(0).inputValue()).toBe('"bob"')
  expect(await coloured(panel, 'JSON document', 'user')).toContain('"carol"')
})

it('keeps what was typed when a value grows too long, and says so', async () => {
  const panel = await takeApart(signer.genUserSig('alice'))
  await panel.getByLabel(/TLS\.identifier/).fill(`"${'x'.repeat(2100)}"`)
  await panel.getByText('at most 2048 fit').waitFor()
  expect(await panel.getByLabel(/TLS\.identifier/).evaluate((input) => input === document.activeElement)).toBe(true)
  await panel.getByRole('button', { name: 'Undo the changes' }).click()
  expect(await checksOf(panel)).toMatchObject({ Form: '✓' })
})

it('sees a ticket expire while it lies there', async () => {
  const panel = await takeApart(signer.genUserSig('alice', { expire: 1 }))
  expect(await checksOf(panel)).toMatchObject({ Time: '!' })
  // Clocks may differ by five seconds.
  await panel.locator('.findings [data-code="expired"]').waitFor()
  expect(await checksOf(panel)).toMatchObject({ Time: '✗' })
})

it('signs a room record anew for another user', async () => {
  const panel = await takeApart(signer.genPrivateMapKey('alice', { roomId: 7, privileges: 'audience' }))
  await panel.getByLabel('SDKAppID', { exact: true }).fill(String(app.sdkAppId))
  await panel.getByLabel('SDKSecretKey').fill(app.secretKey)
  await panel.getByLabel(/TLS\.identifier/).fill('"bob"')
  await panel.getByRole('button', { name: 'Sign it anew' }).click()
  const signed = await panel.getByLabel('Ticket to take apart').inputValue()
  expect(signer.verifyPrivateMapKey(signed, { roomId: 7, userId: 'bob' }).room.privilegeMap).toBe(42)
})

it.each([
  ['0', 'a key', 'sdkAppId'],
  ['1400000321', '-----BEGIN PRIVATE KEY-----', 'PEM'],
])('says what is wrong with the application %s, and goes on without it', async (sdkAppId, key, reason) => {
  const panel = await takeApart(signer.genUserSig('alice'))
  await panel.getByLabel('SDKAppID', { exact: true }).fill(sdkAppId)
  await panel.getByLabel('SDKSecretKey').fill(key)
  await panel.locator('.problem').getByText(reason).waitFor()
  expect(await panel.locator('[aria-invalid="true"]').count()).toBe(1)
  expect(await checksOf(panel)).toMatchObject({ Form: '✓', Signature: '?' })
})

it('frees a ticket from what is around it', async () => {
  const { page, complaints } = await pages.open()
  const panel = await openPanel(page, 'Anatomy')
  await panel.getByLabel('Ticket to take apart').fill(JSON.stringify({ userSig: signer.genUserSig('alice') }))
  await panel.getByText('was put right before').waitFor()
  expect(await panel.getByLabel(/TLS\.identifier/).inputValue()).toBe('"alice"')
  expect(complaints).toEqual([])
})
