import { app } from './app.ts'

const server = Bun.serve({ fetch: (request) => app.fetch(request) })
console.log(`Listening on ${server.url}`)
