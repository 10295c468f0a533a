import { contestants, type Sign, signMany } from './contestants.ts'

const loaded = new Map<string, Sign>()

// Clocks of Workers stand still while they compute, so that it is measured from outside.
// biome-ignore lint/style/noDefaultExport: Workers look for it here
export default {
  async fetch(request: Request): Promise<Response> {
    const { searchParams } = new URL(request.url)
    const name = searchParams.get('name') ?? ''
    try {
      const sign = loaded.get(name) ?? (await contestants[name]?.())
      if (!sign) return new Response('unknown', { status: 404 })
      loaded.set(name, sign)
      await signMany(sign, Number(searchParams.get('count')))
      return new Response('done')
    } catch (error) {
      return new Response(error instanceof Error ? error.message : String(error), { status: 500 })
    }
  },
}
