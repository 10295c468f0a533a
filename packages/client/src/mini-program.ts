/**
 * Replacements for `fetch` and `localStorage` in mini programs (WeChat, uni-app, Taro, others with their functions).
 *
 * @module
 */
import type { SourceFetch, SourceResponse } from './ask.ts'
import type { SourceStorage } from './storage.ts'

/** What is used of `wx.request`, and of the functions in other mini programs that are made after it. */
export type RequestFunction = (options: {
  url: string
  method: 'POST'
  header: Record<string, string>
  data: string
  success(result: { statusCode: number; header?: Record<string, string>; data?: unknown }): void
  fail(result?: { errMsg?: string }): void
}) => unknown

/** What is used of `wx`, and of `uni`. */
interface MiniProgram {
  request: RequestFunction
  getStorageSync(key: string): unknown
  setStorageSync(key: string, value: string): void
  removeStorageSync(key: string): void
}

// Each file of a mini program gets them as a variable; they are not members of `globalThis`. Their functions are always
// called by their full names: where uni-app builds for browsers, nothing is left of those that it does not see.
declare const wx: MiniProgram
declare const uni: MiniProgram

/** A failure, whose message may name the address: only what comes before it is told. */
const toError = ({ errMsg = 'request:fail' }: { errMsg?: string } = {}): Error =>
  Object.assign(new Error('request failed'), { name: errMsg.replace(/\s*(\w+:\/\/).*/s, '') })

/**
 * The option `fetch` in any mini program.
 *
 * @param request - What sends a request there, such as `Taro.request` or `tt.request`.
 * @example
 * createUserSigSource({ endpoint: 'https://api.example.com/usersig', fetch: fetchOf(Taro.request) })
 */
export const fetchOf =
  (request: RequestFunction): SourceFetch =>
  (url, { method, headers, body }) =>
    new Promise<SourceResponse>((resolve, reject) => {
      const task = request({
        url,
        method,
        header: headers,
        data: body,
        success: ({ statusCode, header = {}, data }) =>
          resolve({
            status: statusCode,
            headers: { get: (name) => Object.entries(header).find(([key]) => key.toLowerCase() === name)?.[1] },
            // What is not JSON stays a text, or is nothing in a browser.
            json: () =>
              typeof data === 'string' || data == null
                ? Promise.reject(new SyntaxError('not JSON'))
                : Promise.resolve(data),
          }),
        fail: (result) => reject(toError(result)),
      })
      // Taro's task is a promise, too, whose failure nobody else hears.
      ;(task as Partial<Promise<unknown>> | undefined)?.catch?.(() => {})
    })

/** The option `fetch` in WeChat mini programs: sends with `wx.request`. */
export const wxFetch: SourceFetch = fetchOf((options) => wx.request(options))

/** The option `fetch` in uni-app: sends with `uni.request`. */
export const uniFetch: SourceFetch = fetchOf((options) => uni.request(options))

/** The storage of WeChat mini programs, for `keepIn`. */
export const wxStorage: SourceStorage = {
  getItem: (key) => wx.getStorageSync(key) as string,
  setItem: (key, value) => wx.setStorageSync(key, value),
  removeItem: (key) => wx.removeStorageSync(key),
}

/** The storage of uni-app, for `keepIn`. */
export const uniStorage: SourceStorage = {
  getItem: (key) => uni.getStorageSync(key) as string,
  setItem: (key, value) => uni.setStorageSync(key, value),
  removeItem: (key) => uni.removeStorageSync(key),
}
