import { randomBytes } from 'node:crypto'
import type { Request } from 'playwright-core'
import { expect, it } from 'vitest'
import { fetchTicket, openPanel, ticketOf, usePages } from './open-page.ts'

const pages = usePages()

/** All that leaves the page with a request, in every spelling that hides a text. */
async function contentOf(request: Request): Promise<string> {
  const parts = [request.url(), request.postData() ?? '', JSON.stringify(await request.allHeaders())]
  return parts.flatMap((part) => [part, decodeURIComponent(part.replace(/%(?![0-9a-f]{2})/gi, '%25'))]).join('\n')
}

it('a key that is typed never leaves the page, and is not kept', async () => {
  const { page } = await pages.open()
  const key = randomBytes(32).toString('hex')
  const requests: Request[] = []
  page.context().on('request', (request) => requests.push(request))

  const generate = await openPanel(page, 'Generate')
  await generate.getByLabel('SDKAppID', { exact: true }).fill('1400000321')
  await generate.getByLabel('SDKSecretKey').fill(key)
  await generate.getByText('Number', { exact: true }).click()
  await generate.getByRole('img').waitFor()
  const ticket = await ticketOf(generate)
  await generate.getByRole('button', { name: 'Anatomy' }).first().click()
  const doctor = await openPanel(page, 'Doctor')
  await doctor.getByLabel('What you have').fill(ticket)
  await doctor.getByText('Add what else you know').click()
  await doctor.getByRole('button', { name: 'Show SDKSecretKey' }).click()
  await openPanel(page, 'Codes')
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('button', { name: 'English' }).click()
  await fetchTicket(page)

  // Something was asked for, so that the listener is known to hear.
  expect(requests.some((request) => request.url().endsWith('/api/usersig'))).toBe(true)
  const encodings = [key, Buffer.from(key).toString('base64'), Buffer.from(key, 'hex').toString('base64'), ticket]
  for (const request of requests) {
    expect(new URL(request.url()).origin).toBe(pages.baseUrl())
    const sent = await contentOf(request)
    for (const secret of encodings) expect(sent).not.toContain(secret)
  }

  const kept = await page.evaluate(async () => {
    const caches = await Promise.all((await globalThis.caches.keys()).map((name) => globalThis.caches.open(name)))
    const answers = (await Promise.all(caches.map((cache) => cache.matchAll()))).flat()
    return JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      await indexedDB.databases(),
      location.href,
      history.state,
      await Promise.all(answers.map((answer) => answer.text())),
    ])
  })
  expect(kept).not.toContain(key)
  expect(kept).not.toContain(ticket)
  await page.reload()
  await openPanel(page, 'Generate')
  expect(await page.getByRole('tabpanel', { name: 'Generate' }).getByLabel('SDKSecretKey').inputValue()).toBe('')
})
