import type { Happening } from 'demo/server/activity'

/** The stream of what a demo does, as a page reads it. */
export interface ActivityStream {
  /** The next happening that fits, among all since the stream was opened. */
  next(fits: (happening: Happening) => boolean): Promise<Happening>
  /** All that came. */
  text(): string
  close(): Promise<void>
}

export async function followActivity(baseUrl: string): Promise<ActivityStream> {
  const response = await fetch(`${baseUrl}/api/activity`)
  if (!response.body) throw new Error('there is no stream')
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    async next(fits) {
      while (true) {
        const found = toHappenings(text).find(fits)
        if (found) return found
        const { done, value } = await reader.read()
        if (done) throw new Error(`the stream ended: ${text}`)
        text += value
      }
    },
    text: () => text,
    close: () => reader.cancel(),
  }
}

function toHappenings(text: string): Happening[] {
  return [...text.matchAll(/^data: (.*)\n\n/gm)].map(([, json = '']) => JSON.parse(json))
}
