import { readFileSync } from 'node:fs'
import { createUserSigner } from '@usersig/core'
import type { Locator } from 'playwright-core'
import decodeQR from 'qr/decode.js'
import { expect, it } from 'vitest'
import { openPanel, type PageOptions, usePages } from './open-page.ts'
import { readPixels } from './pixels.ts'

const pages = usePages()
const app = { sdkAppId: 1400000321, secretKey: '0123456789abcdef'.repeat(4) }
const signer = createUserSigner(app)

async function openMany(users: string, options: PageOptions = {}): Promise<Locator> {
  const { page } = await pages.open(options)
  const panel = await openPanel(page, 'Generate')
  await panel.getByLabel('SDKAppID', { exact: true }).fill(String(app.sdkAppId))
  await panel.getByLabel('SDKSecretKey').fill(app.secretKey)
  await panel.getByText('Many users').click()
  await panel.getByLabel('UserIDs').fill(users)
  return panel
}

const usersOf = (panel: Locator) => panel.locator('.batch tbody th').allTextContents()

async function downloaded(panel: Locator, name: string): Promise<string> {
  const [file] = await Promise.all([
    panel.page().waitForEvent('download'),
    panel.getByRole('button', { name, exact: true }).click(),
  ])
  return readFileSync(await file.path(), 'utf8')
}

it.each([
  ['lines', 'alice\nbob\n\ncarol', ['alice', 'bob', 'carol']],
  ['commas', 'alice, bob，carol', ['alice', 'bob', 'carol']],
  ['a range', 'test8..test11', ['test8', 'test9', 'test10', 'test11']],
  ['a short range with zeros', 'user-008..010', ['user-008', 'user-009', 'user-010']],
  ['CSV', 'name,userId\n"Smith, John",john\nAnn,ann', ['john', 'ann']],
])('signs for users in %s', async (_, text, users) => {
  const panel = await openMany(text)
  expect(await usersOf(panel)).toEqual(users)
  await panel.getByText(`Signed ${users.length} tickets.`).waitFor()
  for (const code of await panel.locator('.batch code').allTextContents()) {
    expect(users).toContain(signer.verifyUserSig(code).userId)
  }
})

it('reports duplicates, what is not a UserID and what is not a range, each with its line', async () => {
  const panel = await openMany(`alice\nbob, alice\n${'x'.repeat(40)}\nb9..b2\nzero\u200bwidth`)
  expect(await usersOf(panel)).toEqual(['alice', 'bob', 'zero\u200bwidth'])
  const remarks = await panel.getByRole('list', { name: 'Remarks on the list' }).getByRole('listitem').allTextContents()
  expect(remarks).toHaveLength(4)
  expect(remarks.join('\n')).toMatch(/Line 2: "alice" is named twice/)
  expect(remarks.join('\n')).toMatch(/Line 3: nothing signed for "x+"\. UserID .* has 40 bytes/)
  expect(remarks.join('\n')).toMatch(/Line 4: "b9\.\.b2" is not a range/)
  expect(remarks.join('\n')).toMatch(/Line 5: .*invisible/)
})

it('signs for a thousand at most, and says so', async () => {
  const panel = await openMany('u1..u5000')
  await panel.getByText('Signed 1000 tickets.').waitFor()
  await panel.getByText('The list is too long: the first 1000 users are signed.').waitFor()
  await panel.getByText('900 more are in the files.').waitFor()
})

it('writes CSV that a spreadsheet shows and does not run', async () => {
  const panel = await openMany('=1+1\n+1\n-1\n@sum\nalice')
  const [head, ...rows] = (await downloaded(panel, 'Download CSV')).replace(/\r\n$/, '').split('\r\n')
  expect(head).toBe('\ufeff"userId","userSig","sdkAppId","expiresAt"')
  const ids = rows.map((row) => /^"([^"]*)"/.exec(row)?.[1])
  expect(ids).toEqual(["'=1+1", "'+1", "'-1", "'@sum", 'alice'])
  const [, ticket = ''] = /^"alice","([^"]+)"/.exec(rows.at(-1) ?? '') ?? []
  expect(signer.verifyUserSig(ticket).userId).toBe('alice')
})

it('writes all tickets as JSON, with the rights in a room', async () => {
  const panel = await openMany('alice, bob')
  await panel.getByText('Number', { exact: true }).click()
  const issued = JSON.parse(await downloaded(panel, 'Download JSON'))
  expect(issued.map(({ userId }: { userId: string }) => userId)).toEqual(['alice', 'bob'])
  expect(signer.verifyPrivateMapKey(issued[1].privateMapKey, { roomId: 10000 }).userId).toBe('bob')
})

it('draws a sheet of QR codes that a camera reads, to print and to keep', async () => {
  // A service worker would ask for the picture past the route of the test.
  const panel = await openMany('alice, bob, <b>', { serviceWorkers: 'block' })
  const page = panel.page()
  await panel.getByRole('button', { name: 'Show QR codes' }).click()
  await panel.getByRole('button', { name: 'Print the sheet' }).waitFor()
  expect(await panel.locator('.sheet li').count()).toBe(3)
  const pixels = await readPixels(page, pages.baseUrl(), panel.getByRole('img', { name: 'QR code of bob' }))
  const { userId, userSig } = JSON.parse(decodeQR(pixels))
  expect([userId, signer.verifyUserSig(userSig).userId]).toEqual(['bob', 'bob'])

  const sheet = await downloaded(panel, 'Download the sheet')
  expect(sheet.match(/<svg /g)).toHaveLength(3)
  expect(sheet).toContain('<b>&#60;b&#62;</b>')
  expect(await downloaded(panel, 'SVG alice')).toMatch(/^<svg xmlns/)

  await page.emulateMedia({ media: 'print' })
  expect(await panel.locator('.sheet').isVisible()).toBe(true)
  expect(await page.getByRole('tablist').isVisible()).toBe(false)
  expect(await panel.getByLabel('UserIDs').isVisible()).toBe(false)
  expect(await panel.getByRole('button', { name: 'Print the sheet' }).isVisible()).toBe(false)
})
