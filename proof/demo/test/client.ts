/** A client of the demo that keeps its cookie, as a browser does. */
export function createClient(baseUrl: string) {
  let cookie = ''
  async function send(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
    const response = await fetch(baseUrl + path, {
      method,
      headers: {
        origin: baseUrl,
        ...(body && { 'content-type': 'application/json' }),
        ...(cookie && { cookie }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const set = response.headers.get('set-cookie')
    if (set) cookie = set.split(';')[0] ?? ''
    return response
  }
  return {
    send,
    login: (user: string) => send('POST', '/api/login', { user }),
    cookie: () => cookie,
    useCookie(value: string) {
      cookie = value
    },
  }
}
