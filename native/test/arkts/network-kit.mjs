// Sends what HarmonyOS' http module sends, by fetch. That module follows redirects by itself.
export const http = {
  RequestMethod: { POST: 'POST' },
  HttpDataType: { STRING: 0 },
  createHttp: () => ({
    async request(url, { method, header, extraData, maxLimit }) {
      const response = await fetch(url, { method, headers: header, body: extraData, redirect: 'manual' })
      const result = await response.text()
      if (result.length > maxLimit) throw Object.assign(new Error('the answer is too long'), { code: 2300023 })
      return { result, responseCode: response.status, header: Object.fromEntries(response.headers) }
    },
    destroy() {},
  }),
}
