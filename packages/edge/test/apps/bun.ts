import { contractApp } from './contract-app.ts'

declare const Bun: {
  serve(options: { hostname: string; port: number; fetch: (request: Request) => Promise<Response> }): { url: URL }
}

const server = Bun.serve({ hostname: '127.0.0.1', port: 0, fetch: (request) => contractApp(request) })
console.log(`Listening on ${server.url}`)
