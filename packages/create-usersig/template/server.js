import express from 'express'
import { app } from './app.js'

if (process.env.NODE_ENV === 'production') app.use(express.static('dist'))
else {
  const { createServer } = await import('vite')
  const vite = await createServer({ server: { middlewareMode: true, hmr: { port: 0 } } })
  app.use(vite.middlewares)
}

const port = process.env.PORT ?? 3000
app.listen(port, () => console.log(`http://localhost:${port}`))
