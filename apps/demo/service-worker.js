// Keeps the page, so that it also opens without its server. The build puts the names of its files in here.
const FILES = ['__FILES__']
const CACHE = 'usersig-console-__VERSION__'

async function keep() {
  const cache = await caches.open(CACHE)
  await cache.addAll(FILES)
  await self.skipWaiting()
}

async function forgetOthers() {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)))
  await self.clients.claim()
}

/** The server's own answer comes first: a page that was built anew must not wait for its second visit. */
async function answer(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true })
    if (kept) return kept
    throw error
  }
}

addEventListener('install', (event) => event.waitUntil(keep()))
addEventListener('activate', (event) => event.waitUntil(forgetOthers()))
addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url)
  // What the server signs is never kept.
  if (event.request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return
  event.respondWith(answer(event.request))
})
