/**
 * Replacements for `fetch` and `localStorage` in mini programs (WeChat, uni-app).
 *
 * @module
 */
import type { SourceFetch, SourceResponse } from './ask.ts'
import type { SourceStorage } from './storage.ts'

/** What is used of `wx.request`, and of `uni.request`. */
interface RequestOptions {
  readonly url: string
  readonly method: 'POST'
  readonly header: Record<string, string>
  readonly data: string
  success(result: { statusCode: number; header: Record<string, string>; data: unknown }): void
  fail(result: { errMsg?: string }): void
}

/** What is used of `wx`, and of `uni`. */
interface MiniProgram {
  request(options: RequestOptions): unknown
  getStorageSync(key: string): unknown
  setStorageSync(key: string, value: string): void
  removeStorageSync(key: string): void
}

// Each file of a mini program gets them as a variable; they are not members of `globalThis`.
declare const wx: MiniProgram
declare const uni: MiniProgram

/** A failure, whose message may name the address: only what comes before it is told. */
const toError = ({ errMsg = 'request:fail' }: { errMsg?: string }): Error =>
  Object.assign(new Error('request failed'), { name: errMsg.replace(/\s*(\w+:\/\/).*/s, '') })

const createFetch =
  (program: () => MiniProgram): SourceFetch =>
  (url, { method, headers, body }) =>
    new Promise<SourceResponse>((resolve, reject) => {
      program().request({
        url,
        method,
        header: headers,
        data: body,
        success: ({ statusCode, header, data }) =>
          resolve({
            status: statusCode,
            headers: { get: (name) => Object.entries(header).find(([key]) => key.toLowerCase() === name)?.[1] },
            // What is not JSON stays a text.
            json: () =>
              typeof data === 'string' ? Promise.reject(new SyntaxError('not JSON')) : Promise.resolve(data),
          }),
        fail: (result) => reject(toError(result)),
      })
    })

const createStorage = (program: () => MiniProgram): SourceStorage => ({
  getItem: (key) => (program().getStorageSync(key) as string) || null,
  setItem: (key, value) => program().setStorageSync(key, value),
  removeItem: (key) => program().removeStorageSync(key),
})

/** The option `fetch` in WeChat mini programs: sends with `wx.request`. */
export const wxFetch: SourceFetch = createFetch(() => wx)

/** The option `fetch` in uni-app: sends with `uni.request`. */
export const uniFetch: SourceFetch = createFetch(() => uni)

/** The storage of WeChat mini programs, for `keepIn`. */
export const wxStorage: SourceStorage = createStorage(() => wx)

/** The storage of uni-app, for `keepIn`. */
export const uniStorage: SourceStorage = createStorage(() => uni)
