/** Takes a log of any size, and keeps the lines that can matter for a login. */
export interface LogReader {
  /** Takes the next piece of the log; it may end in the middle of a line. */
  write(chunk: string): void
  /** The kept lines, in order: a text for `diagnose`. */
  end(): string
}

/** Kept lines together have up to so many characters, and one line so many. */
const MAX_KEPT = 65_536
const MAX_LINE = 16_384
/** So many lines are kept that only differ in numbers, such as times. */
const MAX_ALIKE = 2

/** What a line must hold to be kept: a ticket, a code, a word of logins. */
const TELLING =
  /e[AFJN][\w*+/=%-]{20}|user_?sig|sdk_?app_?id|identifier|secret_?key|private_?map_?key|err|fail|code|login|logon|join|enter|roomsig|tls|kick|expire|失败|错误|登录|进房|签名|过期|被踢|-?\b[1-9]\d{3,5}\b/i

/**
 * Reads a log of megabytes piece by piece, in little memory: lines without a ticket, a code or a word of logins are dropped, and
 * lines that repeat.
 *
 * @example
 * ```ts
 * import { createReadStream } from 'node:fs'
 *
 * const log = createLogReader()
 * for await (const chunk of createReadStream('app.log', 'utf8')) log.write(chunk)
 * console.log(diagnose(log.end()).causes)
 * ```
 */
export function createLogReader(): LogReader {
  const alike = new Map<string, number>()
  const kept: string[] = []
  let length = 0
  let rest = ''

  function keep(line: string): void {
    const text = line.slice(0, MAX_LINE)
    if (length >= MAX_KEPT || !TELLING.test(text)) return
    const shape = text.replace(/\d+/g, '0').slice(0, 200)
    const count = alike.get(shape) ?? 0
    if (count >= MAX_ALIKE && !/e[AFJN][\w*+/=%-]{60}/.test(text)) return
    alike.set(shape, count + 1)
    kept.push(text)
    length += text.length + 1
  }

  return {
    write(chunk) {
      if (typeof chunk !== 'string') throw new TypeError('a piece of a log must be a string')
      const lines = (rest + chunk).split('\n')
      rest = (lines.pop() ?? '').slice(0, MAX_LINE)
      lines.forEach(keep)
    },
    end() {
      if (rest !== '') keep(rest)
      rest = ''
      return kept.join('\n').slice(0, MAX_KEPT)
    },
  }
}
