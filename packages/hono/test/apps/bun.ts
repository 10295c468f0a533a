import { app } from './contract-app.ts'

declare const Bun: {
  serve(options: { hostname: string; port: number; fetch: typeof app.fetch }): { url: URL }
}

console.log(`Listening on ${Bun.serve({ hostname: '127.0.0.1', port: 0, fetch: app.fetch }).url}`)
