import { contractApp } from './contract-app.ts'

declare const Deno: {
  serve(options: { hostname: string; port: number }, handler: (request: Request) => Promise<Response>): unknown
}

Deno.serve({ hostname: '127.0.0.1', port: 0 }, (request) => contractApp(request))
