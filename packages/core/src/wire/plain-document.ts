import { MAX_DOCUMENT_BYTES, MAX_SDK_APP_ID, MAX_USER_ID_BYTES } from '../limits.ts'
import { encodeBase64, readBase64, STANDARD_BASE64 } from './base64.ts'
import { MAC_BYTES } from './mac.ts'
import type { SignedFields } from './signed-text.ts'
import { decodeAscii, encodeUtf8 } from './text.ts'

const VERSION_NAME = /* @__PURE__ */ encodeUtf8('"TLS.ver":')
const USER_ID_NAME = /* @__PURE__ */ encodeUtf8('"TLS.identifier":')
const SDK_APP_ID_NAME = /* @__PURE__ */ encodeUtf8('"TLS.sdkappid":')
const TIME_NAME = /* @__PURE__ */ encodeUtf8('"TLS.time":')
const EXPIRE_NAME = /* @__PURE__ */ encodeUtf8('"TLS.expire":')
const USER_BUF_NAME = /* @__PURE__ */ encodeUtf8('"TLS.userbuf":')
const SIGNATURE_NAME = /* @__PURE__ */ encodeUtf8('"TLS.sig":')
const OPENING = /* @__PURE__ */ encodeUtf8('{')
const VERSION = /* @__PURE__ */ encodeUtf8('"2.0"')

/** Where the names begin to differ, and the letters that stand there. */
const LETTER_AT = 5
const LETTER_V = 0x76
const LETTER_I = 0x69
const LETTER_T = 0x74
const LETTER_E = 0x65
const LETTER_U = 0x75

const LINE_FEED = 0x0a
const SPACE = 0x20
const QUOTE = 0x22
const COMMA = 0x2c
const SLASH = 0x2f
const ZERO = 0x30
const NINE = 0x39
const CLOSE_BRACE = 0x7d
const BACKSLASH = 0x5c
const TILDE = 0x7e

const SIGNATURE_LENGTH = 44
/** Fewer than a number holds exactly. */
const MAX_DIGITS = 15

/** Stands for a user buffer that cannot be decoded. */
const NOT_BASE64 = /* @__PURE__ */ new Uint8Array(0)

/**
 * Reads a document byte by byte, in the spellings that programs write: every member once, in any order, at most one space
 * after a colon or a comma, a UserID of printable ASCII, numbers in plain digits. It answers for what it recognises and
 * leaves the rest, right or wrong, to `readDocument`, which would answer the same and takes several times as long.
 */
export class PlainDocument {
  #bytes: Uint8Array = new Uint8Array(0)
  /** Where it reads. */
  #at = 0
  #version = false
  #userIdAt = 0
  #userIdEnd = 0
  #sdkAppId = -1
  #issuedAt = -1
  #expire = -1
  #userBufLength = -1
  #signatureLength = -1
  // Zeros but between `read` and `forget`: two members without their escapes, and the signature that should be there.
  readonly #userBuf = new Uint8Array(MAX_DOCUMENT_BYTES)
  readonly #signature = new Uint8Array(SIGNATURE_LENGTH)
  readonly #expected = new Uint8Array(SIGNATURE_LENGTH)

  /** Whether the first `length` bytes are recognised. They have to stay until the fields are taken. */
  read(bytes: Uint8Array, length: number): boolean {
    this.#begin(bytes)
    if (!this.#skip(OPENING)) return false
    while (this.#member() && this.#at < length) {
      const byte = bytes[this.#at++]
      if (byte === CLOSE_BRACE) return this.#endsAt(length) && this.#isComplete()
      if (byte !== COMMA) return false
      this.#skipSpace()
    }
    return false
  }

  #begin(bytes: Uint8Array): void {
    this.#bytes = bytes
    this.#at = 0
    this.#version = false
    this.#userIdEnd = 0
    this.#sdkAppId = -1
    this.#issuedAt = -1
    this.#expire = -1
    this.#userBufLength = -1
    this.#signatureLength = -1
  }

  /** The official program for Go ends the document with a line feed. */
  #endsAt(length: number): boolean {
    return this.#at === length || (this.#at === length - 1 && this.#bytes[this.#at] === LINE_FEED)
  }

  #isComplete(): boolean {
    const isNumbered =
      this.#sdkAppId >= 1 && this.#sdkAppId <= MAX_SDK_APP_ID && this.#issuedAt >= 0 && this.#expire >= 1
    return isNumbered && this.#version && this.#userIdEnd > 0 && this.#signatureLength === SIGNATURE_LENGTH
  }

  /** Reads a member that was not there before. */
  #member(): boolean {
    switch (this.#bytes[this.#at + LETTER_AT]) {
      case LETTER_V:
        if (this.#version || !this.#name(VERSION_NAME)) return false
        this.#version = this.#skip(VERSION)
        return this.#version
      case LETTER_I:
        return this.#userIdEnd === 0 && this.#name(USER_ID_NAME) && this.#readUserId()
      case LETTER_T:
        if (this.#issuedAt >= 0 || !this.#name(TIME_NAME)) return false
        this.#issuedAt = this.#integer()
        return this.#issuedAt >= 0
      case LETTER_E:
        if (this.#expire >= 0 || !this.#name(EXPIRE_NAME)) return false
        this.#expire = this.#integer()
        return this.#expire >= 0
      case LETTER_U:
        if (this.#userBufLength >= 0 || !this.#name(USER_BUF_NAME)) return false
        this.#userBufLength = this.#text(this.#userBuf)
        return this.#userBufLength >= 0
      default:
        return this.#bytes[this.#at + LETTER_AT + 1] === LETTER_I ? this.#readSignature() : this.#readSdkAppId()
    }
  }

  #readSignature(): boolean {
    if (this.#signatureLength >= 0 || !this.#name(SIGNATURE_NAME)) return false
    this.#signatureLength = this.#text(this.#signature)
    return this.#signatureLength >= 0
  }

  #readSdkAppId(): boolean {
    if (this.#sdkAppId >= 0 || !this.#name(SDK_APP_ID_NAME)) return false
    this.#sdkAppId = this.#integer()
    return this.#sdkAppId >= 0
  }

  #readUserId(): boolean {
    const bytes = this.#bytes
    if (bytes[this.#at] !== QUOTE) return false
    const start = this.#at + 1
    let end = start
    for (; bytes[end] !== QUOTE; end++) {
      const byte = bytes[end]!
      if (!(byte >= SPACE && byte <= TILDE) || byte === BACKSLASH || end - start === MAX_USER_ID_BYTES) return false
    }
    this.#userIdAt = start
    this.#userIdEnd = end
    this.#at = end + 1
    return end > start
  }

  #skip(text: Uint8Array): boolean {
    const bytes = this.#bytes
    const at = this.#at
    for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text[i]) return false
    this.#at = at + text.length
    return true
  }

  #skipSpace(): void {
    if (this.#bytes[this.#at] === SPACE) this.#at++
  }

  #name(name: Uint8Array): boolean {
    const isNext = this.#skip(name)
    this.#skipSpace()
    return isNext
  }

  /** A number in its canonical digits, or -1. */
  #integer(): number {
    const bytes = this.#bytes
    const start = this.#at
    let at = start
    let value = 0
    for (; bytes[at]! >= ZERO && bytes[at]! <= NINE; at++) value = value * 10 + bytes[at]! - ZERO
    this.#at = at
    const isCanonical = bytes[start] === ZERO ? at - start === 1 : at - start <= MAX_DIGITS
    return at > start && isCanonical ? value : -1
  }

  /** Copies a text that may hold slashes with a backslash, as PHP writes them; returns its length, or -1. */
  #text(out: Uint8Array): number {
    const bytes = this.#bytes
    let at = this.#at
    if (bytes[at++] !== QUOTE) return -1
    let length = 0
    for (;;) {
      let byte: number | undefined = bytes[at++]
      if (byte === QUOTE) break
      if (byte === BACKSLASH) byte = bytes[at] === SLASH ? bytes[at++] : undefined
      if (byte === undefined || length === out.length) {
        out.fill(0)
        return -1
      }
      out[length++] = byte
    }
    this.#at = at
    return length
  }

  /** The fields of the document that was read, or `undefined` where its user buffer is not base64. */
  fields(): SignedFields | undefined {
    const userBuf = this.#decodeUserBuf()
    if (userBuf === NOT_BASE64) return undefined
    return {
      sdkAppId: this.#sdkAppId,
      userId: decodeAscii(this.#bytes.subarray(this.#userIdAt, this.#userIdEnd)),
      issuedAt: this.#issuedAt,
      expire: this.#expire,
      userBuf,
    }
  }

  #decodeUserBuf(): Uint8Array | undefined {
    const length = this.#userBufLength
    if (length < 0) return undefined
    const decoded = readBase64(this.#userBuf, length, this.#userBuf, STANDARD_BASE64)
    return decoded < 0 ? NOT_BASE64 : this.#userBuf.slice(0, decoded)
  }

  /** Whether this MAC is the signature of the document; in a time that does not depend on where they differ. */
  isSignedBy(mac: Uint8Array): boolean {
    const expected = this.#expected
    encodeBase64(mac, MAC_BYTES, STANDARD_BASE64, expected, 0)
    let difference = 0
    for (let i = 0; i < SIGNATURE_LENGTH; i++) difference |= expected[i]! ^ this.#signature[i]!
    expected.fill(0)
    return difference === 0
  }

  forget(): void {
    this.#signature.fill(0)
    this.#userBuf.fill(0, 0, Math.max(0, this.#userBufLength))
  }
}
