/**
 * Replacements for `fetch` and `localStorage` in mini programs (WeChat, uni-app, Taro, others with their functions).
 *
 * @module
 */
import type { SourceFetch, SourceResponse } from './ask.ts'
import type { SourceStorage } from './storage.ts'

/** What a mini program sends a request with: `wx`, `uni`, `Taro`, `tt` … */
export interface RequestHost {
  /** Sends a request. If it also returns a promise, as Taro does, that is ignored. */
  request(options: {
    url: string
    method: 'POST'
    header: Record<string, string>
    data: string
    success(result: { statusCode: number; header?: Record<string, string>; data?: unknown }): void
    fail(result?: { errMsg?: string }): void
  }): unknown
}

/** Where a mini program keeps texts: `wx`, `uni`, `Taro`, `tt` … */
export interface StorageHost {
  /** The value of a key; an empty one if there is none. */
  getStorageSync(key: string): unknown
  /** Keeps a text under a key. */
  setStorageSync(key: string, value: string): void
  /** Forgets it. */
  removeStorageSync(key: string): void
}

// Each file of a mini program gets them as a variable; they are not members of `globalThis`.
declare const wx: RequestHost & StorageHost
declare const uni: RequestHost & StorageHost

/** A failure, whose message may name the address: only what comes before it is told. */
const toError = ({ errMsg = 'request:fail' }: { errMsg?: string } = {}): Error =>
  Object.assign(new Error('request failed'), { name: errMsg.replace(/\s*(\w+:\/\/).*/s, '') })

const createFetch =
  (host: () => RequestHost): SourceFetch =>
  (url, { method, headers, body }) =>
    new Promise<SourceResponse>((resolve, reject) => {
      const task = host().request({
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

const createStorage = (host: () => StorageHost): SourceStorage => ({
  getItem: (key) => (host().getStorageSync(key) as string) || null,
  setItem: (key, value) => host().setStorageSync(key, value),
  removeItem: (key) => host().removeStorageSync(key),
})

/**
 * The option `fetch` in any mini program.
 *
 * @param host - What has the function `request` there, such as `Taro` or `tt`.
 * @example
 * createUserSigSource({ endpoint: 'https://api.example.com/usersig', fetch: fetchOf(Taro) })
 */
export const fetchOf = (host: RequestHost): SourceFetch => createFetch(() => host)

/**
 * The storage of any mini program, for `keepIn`.
 *
 * @param host - What has the function `getStorageSync` there, such as `Taro` or `tt`.
 * @example
 * const storage = keepIn(storageOf(Taro))
 */
export const storageOf = (host: StorageHost): SourceStorage => createStorage(() => host)

/** The option `fetch` in WeChat mini programs: sends with `wx.request`. */
export const wxFetch: SourceFetch = createFetch(() => wx)

/** The option `fetch` in uni-app: sends with `uni.request`. */
export const uniFetch: SourceFetch = createFetch(() => uni)

/** The storage of WeChat mini programs, for `keepIn`. */
export const wxStorage: SourceStorage = createStorage(() => wx)

/** The storage of uni-app, for `keepIn`. */
export const uniStorage: SourceStorage = createStorage(() => uni)
