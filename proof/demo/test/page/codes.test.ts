import { listTencentCodes, listToolkitCodes } from '@usersig/doctor'
import { expect, it } from 'vitest'
import { usePages } from './open-page.ts'

const pages = usePages()
const HEAD = 1

it('lists all codes, and finds them by number and by word', async () => {
  const { page } = await pages.open({ hash: '#codes' })
  const panel = page.getByRole('tabpanel', { name: 'Codes' })
  const all = listTencentCodes().length + listToolkitCodes().filter(({ origin }) => origin === 'ticket').length
  expect(await panel.getByRole('row').count()).toBe(all + HEAD)
  await panel.getByLabel('Code or word').fill('70009')
  expect(await panel.getByRole('row').nth(HEAD).textContent()).toContain('signed with another key')
  expect(await panel.getByRole('row').count()).toBe(1 + HEAD)
  await panel.getByLabel('Code or word').fill('Kicked device')
  expect(await panel.getByRole('row').nth(HEAD).textContent()).toContain('6208')
  await panel.getByLabel('Code or word').fill('no such thing')
  expect(await panel.getByRole('status').textContent()).toBe('0 codes')
})

it('opens at the code that the address names, in Chinese where that is preferred', async () => {
  const { page } = await pages.open({ hash: '#codes/6206', locale: 'zh-CN' })
  const panel = page.getByRole('tabpanel', { name: '错误码' })
  expect(await panel.getByRole('row').count()).toBe(1 + HEAD)
  expect(await panel.getByRole('row').nth(HEAD).textContent()).toMatch(/^6206.*UserSig 已/)
})
