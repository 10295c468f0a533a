import { listTencentCodes, listToolkitCodes } from '@usersig/doctor'
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { usePages } from './open-page.ts'

const pages = usePages()
const HEAD = 1
const SEARCH = 'Code, constant, message or word'

async function openCodes(hash = '#codes'): Promise<{ page: Page; panel: Locator }> {
  const { page } = await pages.open({ hash })
  const panel = page.getByRole('tabpanel', { name: 'Codes' })
  await panel.getByLabel(SEARCH).waitFor()
  return { page, panel }
}

const openOnce = pages.once(openCodes)
const answersOf = (panel: Locator) => panel.locator('.code-head code').allTextContents()

it('lists all codes, and finds them by the beginning of a number and by words', async () => {
  const { panel } = await openCodes()
  const all = listTencentCodes().length + listToolkitCodes().filter(({ origin }) => origin === 'ticket').length
  await expect.poll(() => panel.getByRole('row').count()).toBe(all + HEAD)
  await panel.getByLabel(SEARCH).fill('7000')
  expect(await panel.getByRole('row').count()).toBeGreaterThan(5)
  await panel.getByLabel(SEARCH).fill('Kicked device')
  expect(await panel.getByRole('row').nth(HEAD).textContent()).toContain('6208')
  await panel.getByLabel(SEARCH).fill('qqq zzz')
  expect(await panel.getByRole('status').first().textContent()).toBe('0 codes')
})

it.each([
  ['70009', '70009'],
  ['code: 70009', '70009'],
  ['70009,', '70009'],
  ['-70009', '70009'],
  ['ErrorCode=70009', '70009'],
  ['７０００９', '70009'],
  ['0x11179', '70009'],
  ['ERR_SVR_ACCOUNT_USERSIG_EXPIRED', '70001'],
  ['{"ActionStatus":"FAIL","ErrorCode":60012,"ErrorInfo":"Rest Api need sdkappid"}', '60012'],
  ['登录失败，错误码：6206', '6206'],
])('finds %s', async (text, code) => {
  const { panel } = await openOnce()
  await panel.getByLabel(SEARCH).clear()
  await panel.getByRole('row').first().waitFor()
  await panel.getByLabel(SEARCH).fill(text)
  expect(await answersOf(panel)).toContain(code)
  expect(await panel.getByRole('row').count()).toBe(0)
})

it('names the causes of a code in their order, with a next step each', async () => {
  const { panel } = await openCodes('#codes/70009')
  const causes = panel.getByRole('list', { name: 'Causes, the most likely first' }).getByRole('listitem')
  expect(await causes.count()).toBeGreaterThan(2)
  for (const text of await causes.allTextContents()) expect(text).toMatch(/Next step: ./)
})

it('gives each code an address of its own, and keeps messages out of it', async () => {
  const { page, panel } = await openCodes()
  await panel.getByRole('link', { name: '70001', exact: true }).first().click()
  expect(new URL(page.url()).hash).toBe('#codes/70001')
  expect(await answersOf(panel)).toEqual(['70001'])
  await panel.getByLabel(SEARCH).fill('code 70009 of user alice')
  expect(await answersOf(panel)).toEqual(['70009'])
  await expect.poll(() => new URL(page.url()).hash).toBe('#codes')
  await panel.getByLabel(SEARCH).fill('6206')
  await expect.poll(() => new URL(page.url()).hash).toBe('#codes/6206')
})

it('answers a number that means different things with each', async () => {
  const { panel } = await openCodes('#codes/-1001')
  expect(await panel.locator('.code-head .pill').allTextContents()).toEqual(['TUICallKit', 'TUIRoomKit and TUILiveKit'])
})

it('hands what it does not know to the doctor', async () => {
  const { page, panel } = await openCodes()
  await panel.getByLabel(SEARCH).fill('login failed: 70009')
  await panel.getByRole('button', { name: 'Ask the doctor' }).click()
  expect(await page.getByLabel('What you have').inputValue()).toBe('login failed: 70009')
})

it('opens at the code that the address names, in Chinese where that is preferred', async () => {
  const { page } = await pages.open({ hash: '#codes/6206', locale: 'zh-CN' })
  const panel = page.getByRole('tabpanel', { name: '错误码' })
  await panel.getByText('可能的原因').first().waitFor()
  expect(await answersOf(panel)).toEqual(['6206'])
})
