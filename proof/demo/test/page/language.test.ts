import { expect, it } from 'vitest'
import { usePages } from './open-page.ts'

const pages = usePages()

/** Names of products, formats and things of code, which are the same in every language. */
const SAME = /^(UserSig|SDKAppID|UserID|JSON|PrivateMapKey|roomId|strRoomId|English|App|SVG|https?:\S+|[\d\W]+)$/

/** Every text that a function of the tables returns, told by what it is called with. */
const SAMPLES = [1, 2, true, 'x', ['x'], { message: 'a', hint: 'b', code: 'expired' }]

it('has the same texts in Chinese as in English, of the same kind', async () => {
  const { en } = await import('demo/web/texts/en')
  const { zh } = await import('demo/web/texts/zh')
  expect(shapeOf(zh)).toEqual(shapeOf(en))
})

it('leaves no English in the Chinese texts', async () => {
  const { zh } = await import('demo/web/texts/zh')
  // What `explain` says is the libraries' own.
  const { explain: _, ...texts } = zh
  const left = textsOf(texts).filter(([, text]) => !/\p{Script=Han}/u.test(text) && !SAME.test(text))
  expect(left).toEqual([])
})

it('comments every snippet in Chinese', async () => {
  const { createSnippet } = await import('demo/web/snippets/snippets')
  const input = { sdkAppId: 4_294_967_295, userId: 'alice', userSig: 'eJw' }
  for (const product of ['chat', 'trtc', 'callkit'] as const) {
    for (const platform of ['web', 'ios', 'android', 'flutter'] as const) {
      const { code } = createSnippet(product, platform, input, 'zh')
      const comments = code.match(/(?<!:)\/\/ .+/g) ?? []
      expect(comments.length).toBeGreaterThan(0)
      for (const comment of comments) expect(comment).toMatch(/\p{Script=Han}/u)
    }
  }
})

it('shows no English on any panel in Chinese', async () => {
  const { page } = await pages.open({ locale: 'zh-CN' })
  for (const [panel, example] of [
    ['doctor', '.examples button >> nth=1'],
    ['generate', '.card > .small'],
    ['anatomy', '.examples button >> nth=2'],
    ['live', '.person >> nth=0'],
  ] as const) {
    await page.locator(`#tab-page-${panel}`).click()
    await page.locator(`#panel-page-${panel} ${example}`).click()
    const texts = await page.locator(`#panel-page-${panel}`).evaluate((root) => {
      const found: string[] = []
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement
        if (!parent?.closest('code, pre, textarea, .ticket-text, a, [lang=en]'))
          found.push((walker.currentNode.textContent ?? '').trim())
      }
      return found
    })
    // Three words of small letters in a row are a sentence, unless they are quoted from what was pasted.
    const isEnglish = (text: string) => /\b[a-z]{2,} [a-z]{2,} [a-z]{2,}/.test(text.replace(/“[^”]*”/g, ''))
    expect([panel, texts.filter(isEnglish)]).toEqual([panel, []])
  }
})

type Shape = string | { readonly [name: string]: Shape }

function shapeOf(value: unknown): Shape {
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shapeOf(each)]))
}

function textsOf(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return value === '' ? [] : [[path, value]]
  if (typeof value === 'function') return SAMPLES.flatMap((sample) => call(value, sample, path))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => textsOf(each, `${path}.${name}`))
}

/** A function may be called with what it does not take: then it says nothing. */
function call(value: unknown, sample: unknown, path: string): [string, string][] {
  try {
    const said: unknown = (value as (...args: unknown[]) => unknown)(sample, sample, sample)
    return typeof said === 'string' ? [[path, said]] : []
  } catch {
    return []
  }
}
