import type { Locator, Page } from 'playwright-core'

/** A picture as a camera sees it. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** Takes a picture of a part of the page. The browser knows how to read its own pictures. */
export async function readPixels(page: Page, baseUrl: string, part: Locator): Promise<Pixels> {
  // The page may load pictures of its own site alone, so this one is served there.
  const url = `${baseUrl}/picture-of-a-test.png`
  const body = await part.screenshot()
  await page.route(url, (route) => route.fulfill({ contentType: 'image/png', body }))
  const { width, height, data } = await page.evaluate(async (src) => {
    const image = new Image()
    image.src = src
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
    const context = canvas.getContext('2d') as CanvasRenderingContext2D
    context.drawImage(image, 0, 0)
    const pixels = context.getImageData(0, 0, image.width, image.height)
    return { width: pixels.width, height: pixels.height, data: Array.from(pixels.data) }
  }, url)
  return { width, height, data: Uint8Array.from(data) }
}
