import { createUserSigner } from '@usersig/core'
import { diagnose, shareDiagnosis } from '@usersig/doctor'
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { type OpenPage, openPanel, type PageOptions, ticketOf, usePages } from './open-page.ts'

const pages = usePages()
const app = { sdkAppId: 1400000321, secretKey: '0123456789abcdef'.repeat(4) }
const signer = createUserSigner(app)
const PHONE = { width: 375, height: 667 }

async function consult(text: string, options: PageOptions = {}): Promise<Locator> {
  const { page } = await pages.open(options)
  return await ask(page, text)
}

async function ask(page: Page, text: string): Promise<Locator> {
  const panel = page.getByRole('tabpanel').first()
  await panel.getByRole('textbox').first().fill(text)
  await panel.locator('.verdict').waitFor()
  return panel
}

/** A page that shows what it shows before anything is typed. */
const openOnce = pages.once(pages.open)
async function openAgain(): Promise<OpenPage> {
  const opened = await openOnce()
  const clear = opened.page.getByRole('button', { name: 'Clear' })
  if (await clear.isVisible()) await clear.click()
  await opened.page.getByText('Why the login fails, and what to do').waitFor()
  return opened
}

/** Opens what is folded up: what else is known, and all that was seen. */
async function unfold(panel: Locator): Promise<void> {
  await panel.getByText('Add what else you know').click()
  await panel.getByLabel('SDKSecretKey').waitFor()
}

const verdictOf = (panel: Locator) => panel.locator('.verdict').textContent()
const codesOf = (panel: Locator) =>
  panel.locator('.findings li').evaluateAll((all) => all.map((each) => each.getAttribute('data-code')))
const causesOf = (panel: Locator) =>
  panel.locator('.causes li').evaluateAll((all) => all.map((each) => each.getAttribute('data-code')))

it('is what the page opens with', async () => {
  const { page, complaints } = await pages.open()
  expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Doctor')
  await page.getByText('Why the login fails, and what to do').waitFor()
  expect(complaints).toEqual([])
})

it('says what is wrong, what Tencent would answer, and what to do', async () => {
  const panel = await consult(`"${signer.genUserSig('alice')}"`)
  await unfold(panel)
  await panel.getByLabel('UserID', { exact: true }).fill('Alice')
  await panel.getByLabel('SDKAppID of the client').fill('7')
  expect(await verdictOf(panel)).toContain('This ticket does not work.')
  expect(await verdictOf(panel)).toContain('"alice" of SDKAppID 1400000321')
  expect(await verdictOf(panel)).toContain('70003')
  expect((await codesOf(panel)).slice(0, 3)).toEqual(['quotes', 'app_mismatch', 'user_mismatch_case'])
  expect((await causesOf(panel)).slice(0, 3)).toEqual(['quotes', 'app_mismatch', 'user_mismatch_case'])
  const findings = await panel.getByRole('list', { name: 'Findings', includeHidden: true }).textContent()
  for (const text of ['differ in the case of letters', '70013', '70014']) expect(findings).toContain(text)
})

it.each([
  ['70009', '70009', 'signed with another key'],
  ['login failed, code: -70009', '70009', 'signed with another key'],
  ['登录失败 code=6206', '6206', 'expired'],
  ['{"ActionStatus":"FAIL","ErrorInfo":"Rest Api need sdkappid","ErrorCode":60012}', '60012', 'SDKAppID'],
])('explains %s', async (text, code, meaning) => {
  const { page } = await openAgain()
  const panel = await ask(page, text)
  expect(await verdictOf(panel)).toContain(code)
  expect((await verdictOf(panel))?.toLowerCase()).toContain(meaning.toLowerCase())
  const causes = panel.locator('.causes li')
  expect(await causes.count()).toBeGreaterThan(0)
  // One next step for each cause, and what speaks for the first.
  expect(await panel.locator('.causes .next').count()).toBe(await causes.count())
  expect(await causes.first().locator('.evidence').count()).toBeGreaterThan(0)
})

it('does not take a good ticket beside a code for a broken one', async () => {
  const panel = await consult(`sdkAppId: ${app.sdkAppId}, userSig: ${signer.genUserSig('alice')}, code=70009`)
  await unfold(panel)
  await panel.getByLabel('SDKAppID', { exact: true }).fill(String(app.sdkAppId))
  await panel.getByLabel('SDKSecretKey').fill(app.secretKey)
  expect(await verdictOf(panel)).toContain('This ticket works.')
  expect((await causesOf(panel))[0]).toBe('another_ticket_sent')
})

it.each([
  ['a code', '70009'],
  ['a ticket', signer.genUserSig('alice').slice(0, 120)],
])('shows the verdict on %s on a phone without scrolling', async (_, text) => {
  const panel = await consult(text, { viewport: PHONE })
  const { y = 0, height = 0 } = (await panel.locator('.verdict').boundingBox()) ?? {}
  expect(y).toBeGreaterThan(0)
  expect(y + Math.min(height, 120)).toBeLessThan(PHONE.height)
})

it('shows the verdict beside the box on a desk', async () => {
  const panel = await consult('70009')
  const box = await panel.getByLabel('What you have').boundingBox()
  const verdict = await panel.locator('.verdict').boundingBox()
  expect(verdict?.x).toBeGreaterThan((box?.x ?? 0) + (box?.width ?? 0))
  expect(verdict?.y).toBeLessThan((box?.y ?? 0) + (box?.height ?? 0))
})

it('finds the key that signed among several', async () => {
  const panel = await consult(signer.genUserSig('alice'))
  await unfold(panel)
  expect(await verdictOf(panel)).toContain('Nothing is wrong that can be seen without its key')
  const ids = panel.getByLabel('SDKAppID', { exact: true })
  const secrets = panel.getByLabel('SDKSecretKey')
  await ids.fill('7')
  await secrets.fill('f'.repeat(64))
  await panel.getByRole('button', { name: 'Add a key' }).click()
  await ids.nth(1).fill(String(app.sdkAppId))
  await secrets.nth(1).fill(app.secretKey)
  expect(await verdictOf(panel)).toContain('This ticket works.')
  await panel.getByRole('button', { name: 'Remove' }).nth(1).click()
  expect(await verdictOf(panel)).toContain('without its key')
})

const consultOnce = pages.once(async () => {
  const panel = await consult('70009')
  await unfold(panel)
  return { page: panel.page(), panel }
})

it.each([
  [`"${app.secretKey}"`, 'quotes'],
  [app.secretKey.toUpperCase(), 'upper case'],
  [app.secretKey.slice(1), '63 characters'],
  [`USERSIG_SECRETKEY=${app.secretKey}`, 'name of the variable'],
  [`${app.secretKey} `, 'white space'],
  ['AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE', 'cloud API'],
  [Buffer.from(app.secretKey).toString('base64'), 'base64'],
])('doubts the key %s where it is typed', async (key, reason) => {
  const { panel } = await consultOnce()
  await panel.getByLabel('SDKAppID', { exact: true }).fill(String(app.sdkAppId))
  await panel.getByLabel('SDKSecretKey').fill(key)
  const doubt = panel.locator('.app-row .problem')
  expect(await doubt.textContent()).toContain(reason)
  expect(await panel.getByLabel('SDKSecretKey').getAttribute('aria-describedby')).toBe(await doubt.getAttribute('id'))
  expect(await panel.textContent()).not.toContain(app.secretKey)
})

it('compares the room', async () => {
  const panel = await consult(signer.genPrivateMapKey('alice', { roomId: 7 }))
  await unfold(panel)
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
  await unfold(panel)
  expect(await verdictOf(panel)).toContain('which opens a room and is no login')
  await panel.getByText('UserSig', { exact: true }).click()
  expect(await codesOf(panel)).toContain('unexpected_user_buf')
})

it('looks at much more than a ticket', async () => {
  const panel = await consult('x'.repeat(200_000))
  expect(await codesOf(panel)).toEqual(['nothing_found'])
})

it('takes a log of a megabyte that is pasted', async () => {
  const line = '12:00:00 I nothing of interest happens here\n'
  const { page } = await pages.open()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const log = `${line.repeat(30_000)}12:00:01 E login failed, code: 70009\n`
  await page.evaluate((text) => navigator.clipboard.writeText(text), log)
  await page.getByLabel('What you have').focus()
  await page.keyboard.press('ControlOrMeta+V')
  await page.locator('.verdict').getByText('70009').waitFor()
  expect((await page.getByLabel('What you have').inputValue()).length).toBeLessThan(1000)
})

it('opens a log of megabytes', async () => {
  const { page } = await pages.open()
  const line = '12:00:00 I nothing of interest happens here\n'
  const log = `${line.repeat(60_000)}12:00:01 E login failed, code: 70009\n${line.repeat(10_000)}`
  const name = 'app.log'
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(log) })
  await page.locator('.verdict').getByText('70009').waitFor()
  expect((await page.getByLabel('What you have').inputValue()).length).toBeLessThan(1000)
})

it('goes on with the other keys where one of them is wrong', async () => {
  const panel = await consult(signer.genUserSig('alice'))
  await unfold(panel)
  await panel.getByLabel('SDKAppID', { exact: true }).fill('0')
  await panel.getByLabel('SDKSecretKey').fill('f'.repeat(64))
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
  ['70009', 'signed with another key'],
  ['a log line', 'This ticket does not work'],
  ['a message', '6206'],
  ['a curl line', 'This ticket does not work'],
  ['an .env', 'There is no ticket'],
  ['a ticket, cut off', 'This ticket does not work'],
  ['URL-encoded twice', 'This ticket does not work'],
  ['key in upper case', 'This ticket does not work'],
])('shows the example %s', async (name, verdict) => {
  const { page, complaints } = await openAgain()
  const panel = await openPanel(page, 'Doctor')
  await panel.getByRole('button', { name, exact: true }).click()
  await panel.locator('.verdict').waitFor()
  expect(await verdictOf(panel)).toContain(verdict)
  expect(await panel.locator('.causes li').count()).toBeGreaterThan(0)
  await panel.getByRole('button', { name: 'Clear' }).click()
  await panel.getByText('Why the login fails, and what to do').waitFor()
  expect(complaints).toEqual([])
})

it('leads from a code to what it means', async () => {
  const panel = await consult(signer.genUserSig('alice').slice(0, 100))
  await panel.getByRole('link', { name: '70003' }).first().click()
  const page = panel.page()
  const codes = page.getByRole('tabpanel', { name: 'Codes' })
  expect(await codes.getByLabel('Code, constant, message or word').inputValue()).toBe('70003')
  expect(await codes.locator('.code-head code').first().textContent()).toBe('70003')
  expect(new URL(page.url()).hash).toBe('#codes/70003')
})

async function copyLink(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy a link to this diagnosis' }).click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  return await page.evaluate(() => navigator.clipboard.readText())
}

it('shares a diagnosis as a link that holds no ticket, no key and no UserID', async () => {
  const ticket = createUserSigner({ ...app, secretKey: 'f'.repeat(64) }).genUserSig('alice-in-chains')
  const panel = await consult(`code=70009 SDKSECRETKEY=${app.secretKey} sdkappid=${app.sdkAppId} ${ticket}`)
  const causes = await causesOf(panel)
  const link = new URL(await copyLink(panel.page()))
  const clear = Buffer.from(link.hash.replace('#doctor/', ''), 'base64url').toString()
  for (const text of [link.href, clear]) {
    for (const secret of [ticket, ticket.slice(5, 30), app.secretKey, 'alice']) expect(text).not.toContain(secret)
  }
  const { page } = await pages.open({ hash: link.hash, locale: 'zh-CN' })
  await page.getByText('他人分享的诊断').waitFor()
  expect(await causesOf(page.getByRole('tabpanel'))).toEqual(causes)
  // What is typed takes its place, in the address, too.
  await page.getByLabel('你手里的内容').fill('70001')
  await page.getByText('他人分享的诊断').waitFor({ state: 'detached' })
  expect(new URL(page.url()).hash).toBe('#doctor')
})

it('does not let the words of a link in', async () => {
  const forged = Buffer.from('[1,"none","code",null,[["send your key to mallory",{}]]]').toString('base64url')
  const { page } = await pages.open({ hash: `#doctor/${forged}` })
  await page.getByText('A diagnosis that somebody shared').waitFor()
  expect(await page.locator('main').textContent()).not.toContain('mallory')
  await page.goto(`${pages.baseUrl()}/#doctor/nonsense`)
  await page.getByText('The address holds no diagnosis').waitFor()
  await page.goto(`${pages.baseUrl()}/#doctor/${shareDiagnosis(diagnose('70009'))}`)
  await page.locator('.causes li').first().waitFor()
})

it('says in Chinese what it found, with all values', async () => {
  const { page } = await pages.open({ locale: 'zh-CN', hash: '#doctor' })
  const panel = page.getByRole('tabpanel', { name: '诊断' })
  // A week, and some minutes that may pass.
  await panel.getByLabel('你手里的内容').fill(signer.genUserSig('alice', { expire: 607_000 }))
  await panel.getByText('补充已知信息').click()
  await panel.getByLabel('UserID', { exact: true }).fill('bob')
  const findings = (await panel.getByRole('list', { name: '诊断结果', includeHidden: true }).textContent()) ?? ''
  expect(findings).toContain('票据属于 UserID "alice"，而不是 "bob"')
  expect(findings).toContain('剩余有效时间 7 天')
  expect(findings).toContain('没有 SDKAppID 1400000321 的密钥')
})
