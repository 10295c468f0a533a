import { createUserSigner } from '@usersig/core'
import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { openPanel, ticketOf, usePages } from './open-page.ts'

const pages = usePages()
const app = { sdkAppId: 1400000321, secretKey: 'a key that only this test uses' }
const signer = createUserSigner(app)

async function consult(text: string): Promise<Locator> {
  const { page } = await pages.open()
  const panel = await openPanel(page, 'Doctor')
  await panel.getByLabel('Ticket that does not work').fill(text)
  return panel
}

const verdictOf = (panel: Locator) => panel.locator('.verdict').textContent()
const codesOf = (panel: Locator) =>
  panel.locator('.findings li').evaluateAll((all) => all.map((each) => each.getAttribute('data-code')))

it('says what is wrong, what Tencent would answer, and what to do', async () => {
  const panel = await consult(`"${signer.genUserSig('alice')}"`)
  await panel.getByLabel('UserID', { exact: true }).fill('Alice')
  await panel.getByLabel('SDKAppID of the client').fill('7')
  expect(await verdictOf(panel)).toContain('This ticket does not work.')
  expect(await verdictOf(panel)).toContain('"alice" of SDKAppID 1400000321')
  expect(await verdictOf(panel)).toContain('70003')
  expect((await codesOf(panel)).slice(0, 3)).toEqual(['quotes', 'app_mismatch', 'user_mismatch_case'])
  const findings = await panel.getByRole('list', { name: 'Findings' }).textContent()
  for (const text of ['differ in the case of letters', '70013', '70014']) expect(findings).toContain(text)
})

it('finds the key that signed among several', async () => {
  const panel = await consult(signer.genUserSig('alice'))
  expect(await verdictOf(panel)).toContain('Nothing is wrong that can be seen without its key')
  const ids = panel.getByLabel('SDKAppID', { exact: true })
  const secrets = panel.getByLabel('SDKSecretKey')
  await ids.fill('7')
  await secrets.fill('some key')
  await panel.getByRole('button', { name: 'Add a key' }).click()
  await ids.nth(1).fill(String(app.sdkAppId))
  await secrets.nth(1).fill(app.secretKey)
  expect(await verdictOf(panel)).toContain('This ticket works.')
  await panel.getByRole('button', { name: 'Remove' }).nth(1).click()
  expect(await verdictOf(panel)).toContain('without its key')
})

it('compares the room', async () => {
  const panel = await consult(signer.genPrivateMapKey('alice', { roomId: 7 }))
  await panel.getByText('String', { exact: true }).click()
  await panel.getByLabel('strRoomId').fill('7')
  expect(await codesOf(panel)).toContain('room_mismatch')
  // What was typed is kept.
  await panel.getByText('Number', { exact: true }).click()
  expect(await panel.getByLabel('roomId').inputValue()).toBe('7')
  expect(await codesOf(panel)).not.toContain('room_mismatch')
})

it('knows what the ticket is meant to be', async () => {
  const panel = await consult(signer.genPrivateMapKey('alice', { roomId: 7 }))
  expect(await verdictOf(panel)).toContain('which opens a room and is no login')
  await panel.getByText('UserSig', { exact: true }).click()
  expect(await codesOf(panel)).toContain('unexpected_user_buf')
})

it('looks at much more than a ticket, and says that it is too much', async () => {
  const panel = await consult('x'.repeat(200_000))
  expect(await codesOf(panel)).toEqual(['nothing_found'])
})

it('goes on with the other keys where one of them is wrong', async () => {
  const panel = await consult(signer.genUserSig('alice'))
  await panel.getByLabel('SDKAppID', { exact: true }).fill('0')
  await panel.getByLabel('SDKSecretKey').fill('some key')
  await panel.locator('.problem').waitFor()
  await panel.getByRole('button', { name: 'Add a key' }).click()
  await panel.getByLabel('SDKAppID', { exact: true }).nth(1).fill(String(app.sdkAppId))
  await panel.getByLabel('SDKSecretKey').nth(1).fill(app.secretKey)
  expect(await verdictOf(panel)).toContain('This ticket works.')
})

it('puts right what can be put right', async () => {
  const ticket = signer.genUserSig('alice')
  const panel = await consult(encodeURIComponent(encodeURIComponent(`{"userSig":"${ticket}"}`)))
  expect(await ticketOf(panel, 'The ticket, put right')).toBe(ticket)
})

it.each([
  ['in a JSON answer', 'from_json', 'This ticket works'],
  ['cut off', 'cut_off_at_limit', 'does not work'],
  ['URL-encoded twice', 'url_encoded', 'does not work'],
  ['with line breaks', 'white_space', 'does not work'],
  ['expired', 'expired', 'does not work'],
  ['key in upper case', 'key_changed', 'does not work'],
  ['a JWT', 'jwt', 'There is no ticket'],
])('shows the example of a ticket that is %s', async (name, code, verdict) => {
  const { page, complaints } = await pages.open()
  const panel = await openPanel(page, 'Doctor')
  await panel.getByRole('button', { name, exact: true }).click()
  expect(await codesOf(panel)).toContain(code)
  expect(await verdictOf(panel)).toContain(verdict)
  expect(complaints).toEqual([])
})

it('leads from a code to what it means', async () => {
  const panel = await consult(signer.genUserSig('alice').slice(0, 100))
  await panel.getByRole('link', { name: '70003' }).first().click()
  const codes = panel.page().getByRole('tabpanel', { name: 'Codes' })
  expect(await codes.getByLabel('Code or word').inputValue()).toBe('70003')
  expect(await codes.getByRole('row').count()).toBe(2)
  expect(new URL(panel.page().url()).hash).toBe('#codes/70003')
})

it('says in Chinese what it found, with all values', async () => {
  const { page } = await pages.open({ locale: 'zh-CN', hash: '#doctor' })
  const panel = page.getByRole('tabpanel', { name: '诊断' })
  // A week, and some minutes that may pass.
  await panel.getByLabel('不能用的票据').fill(signer.genUserSig('alice', { expire: 607_000 }))
  await panel.getByLabel('UserID', { exact: true }).fill('bob')
  const findings = (await panel.getByRole('list', { name: '诊断结果' }).textContent()) ?? ''
  expect(findings).toContain('票据属于 UserID "alice"，而不是 "bob"')
  expect(findings).toContain('剩余有效时间 7 天')
  expect(findings).toContain('没有 SDKAppID 1400000321 的密钥')
  expect(await panel.locator('.findings [lang="en"]').count()).toBe(0)
})
