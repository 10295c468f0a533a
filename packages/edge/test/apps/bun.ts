import { contractApp } from './contract-app.ts'
import { honoApp } from './hono-app.ts'

declare const Bun: {
  serve(options: { hostname: string; port: number; fetch: (request: Request) => Response | Promise<Response> }): {
    url: URL
  }
}

const app = process.argv.includes('hono') ? honoApp.fetch : contractApp
console.log(`Listening on ${Bun.serve({ hostname: '127.0.0.1', port: 0, fetch: (request) => app(request) }).url}`)
