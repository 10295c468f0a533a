import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { UserSigError } from '@usersig/core'

/** Enough for a hundred keys: what has more is another file. */
const MAX_BYTES = 16 * 1024

/** The bit of a file's mode by which everybody may read it. */
const READABLE_BY_OTHERS = 0o004

/** A run of hex digits as long as half a key: a path that holds one is not repeated. */
const LIKE_A_KEY = /[0-9a-f]{32}/i

/**
 * The keys in a file, one on each line. A line break at the end does not count.
 *
 * @param path where the file is
 * @param variable the variable that names it, for messages
 * @param warn told when others can read the file
 * @throws UserSigError `invalid_secret_key`, which never holds what the file contains
 */
export function readKeyFile(
  path: string,
  variable: string,
  warn: (message: string) => void = (message) => console.warn(`usersig: ${message}`),
): string[] {
  if (LIKE_A_KEY.test(path)) {
    throw fault(`${variable} holds what looks like a key, and not the path of a file: set USERSIG_SECRETKEY to the key`)
  }
  const { bytes, mode } = read(path, variable)
  if (bytes.length > MAX_BYTES) throw fault(`${variable} names ${path}, which is too large for a file of keys`)
  if (process.platform !== 'win32' && (mode & READABLE_BY_OTHERS) !== 0) {
    warn(`every user of this machine can read the key in ${path}: run chmod o-r on it`)
  }
  return decode(bytes, path, variable).split(/\r?\n/)
}

function read(path: string, variable: string): { bytes: Uint8Array; mode: number } {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const buffer = new Uint8Array(MAX_BYTES + 1)
    let length = 0
    for (let taken = -1; taken !== 0 && length < buffer.length; length += taken) {
      taken = readSync(file, buffer, length, buffer.length - length, null)
    }
    return { bytes: buffer.subarray(0, length), mode: fstatSync(file).mode }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw fault(`${variable} names ${path}, which cannot be read: ${code}`, { cause: error })
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function decode(bytes: Uint8Array, path: string, variable: string): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replace(/\r?\n$/, '')
  } catch {
    throw fault(`${variable} names ${path}, which is not a text in UTF-8`)
  }
  if (text === '') throw fault(`${variable} names ${path}, which is empty`)
  return text
}

function fault(message: string, options?: ErrorOptions): UserSigError {
  return new UserSigError('invalid_secret_key', message, options)
}
