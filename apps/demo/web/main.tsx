import './style/main.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { meetServer } from './live/server.ts'
import { restoreLanguage } from './state/language.ts'

await restoreLanguage()
render(<App />, document.getElementById('page') as HTMLElement)
await meetServer()

// For the page alone: without it everything works, but only as long as the server is there.
if (import.meta.env.PROD) await navigator.serviceWorker?.register('/service-worker.js').catch(() => {})
