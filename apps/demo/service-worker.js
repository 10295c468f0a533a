// Keeps the page, so that it also opens without its server. The build puts the names of its files in here.
const FILES = ['__FILES__']
// Other pages of the same origin have caches of their own.
const PREFIX = `usersig-console ${registration.scope} `
const CACHE = `${PREFIX}__VERSION__`

async function keep() {
  const cache = await caches.open(CACHE)
  await cache.addAll(FILES)
  await self.skipWaiting()
}

async function forgetOthers() {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE)
  await Promise.all(old.map((name) => caches.delete(name)))
  await self.clients.claim()
}

/** The server's own answer comes first: a page that was built anew must not wait for its second visit. */
async function answer(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const cache = await caches.open(CACHE)
    const kept = await cache.match(request, { ignoreSearch: true })
    if (kept) return kept
    throw error
  }
}

addEventListener('install', (event) => event.waitUntil(keep()))
addEventListener('activate', (event) => event.waitUntil(forgetOthers()))
addEventListener('fetch', (event) => {
  const { scope } = registration
  // What the server signs is never kept.
  if (
    event.request.method !== 'GET' ||
    !event.request.url.startsWith(scope) ||
    event.request.url.startsWith(`${scope}api/`)
  )
    return
  event.respondWith(answer(event.request))
})
