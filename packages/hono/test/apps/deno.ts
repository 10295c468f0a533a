import { app } from './contract-app.ts'

declare const Deno: {
  serve(options: { hostname: string; port: number }, handler: typeof app.fetch): unknown
}

Deno.serve({ hostname: '127.0.0.1', port: 0 }, app.fetch)
