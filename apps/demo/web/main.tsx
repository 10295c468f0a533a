import './style/main.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { restoreLanguage } from './state/texts.ts'

// For the page alone: without it everything works, but only as long as the server is there.
if (import.meta.env.PROD) navigator.serviceWorker?.register('service-worker.js').catch(() => {})

await restoreLanguage()
render(<App />, document.getElementById('page') as HTMLElement)
