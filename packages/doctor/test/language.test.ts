import { describe, expect, it } from 'vitest'
import { CODES } from '../src/codes/all.ts'
import { SENTENCES } from '../src/codes/sentences.ts'
import { meaningOf } from '../src/explain.ts'
import { diagnose, explainCode, listTencentCodes, listToolkitCodes, repairTicket, showDuration } from '../src/index.ts'
import { EN } from '../src/words/en/index.ts'
import { ZH } from '../src/words/zh/index.ts'

type Pair = readonly [name: string, en: string, zh: string]

/** Every text of a language under the path that leads to it. */
function textsOf(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([name, each]) => textsOf(each, `${path} ${name}`.trim()))
}

const english = new Map(textsOf(EN))
const chinese = new Map(textsOf(ZH))
// The actions for tickets are the hints of their errors in English.
const isHint = (path: string) => /^ownCodes ticket \w+ action$/.test(path)

/** Every text that there is, in both languages. */
const TEXTS: readonly Pair[] = [...chinese]
  .filter(([path]) => path !== 'language' && !isHint(path))
  .map(([path, zh]) => [path, english.get(path) ?? '', zh])

/** What stays as it is in Chinese: names, units, code. */
const KEPT =
  /(?<![A-Za-z])(?:LOGIN_ISSUER|LOGIN_AUDIENCE|Authorization|discovery|issuer|iss|aud|access token|resource|usersig demo-login|node --env-file=\.env|env|zlib\.compress|contenttype=json|SecretId|SecretKey|UserSig|userSig|UserID|userId|SDKAppID|sdkAppId|SDKSecretKey|SECRETKEY|SDKAPPID|PrivateMapKey|privateMapKey|strRoomId|roomId|usersig|identifier|TLS(?:\.\w+)?|JSON|URL|HTTP|HTTPS|HMAC(?:-SHA256)?|SHA-256|ECDSA|PEM|CAM|AKID|BOM|zlib|gzip|gzencode|gzcompress|pako\.deflate|deflateSync|zlib\.compress|deflate|raw|base64(?:url)?|Base64|hex|Bearer|Agora|ZEGO|RTC|JWT|Token|token|TRTC(?:Calling\.js|Params)?|TUICallKit|TUIRoomKit|TUILiveKit|Chat|IM|SDK|API|REST|CORS|Access-Control-Allow-Origin|NTP|FAQ|README|PHP|Python|Node|Swift|Xcode|Release|HarmonyOS|JavaScript|React|GenerateTestUserSig(?:\.swift)?|lib-generate-test-usersig(?:\.min\.js)?|createTestUserSig|createLogReader|toUserId|account_import|administrator|autoLogin|enterRoom|login|init|ready|Promise|await|async|Buffer|Math\.floor|Date\.now|Number|Integer\.parseInt|int|digest|hash_hmac|true|undefined|MAC|UTF-8|Latin-1|EF BF BD|ASCII|CR LF|CR|Windows|UUID|Unix|AppID|APPID|App|IP|WebSocket|ICE|License|TinyId|tinyID|a2key|accountType|userID|userSig|streamId|streamType|bussInfo|HTMLElement|HTML|curl|https|http|localhost|Cookie|doctor|watch|POST|shell|extraCode|audience|createRoom|sendVideo|sendSubstream|receiveVideo|sendAudio|expire|contenttype|sdkappid|script|import|dist|iOS|Desk|VPN|new|ID|userbuf|debug|core|es|adminapisgp\.im\.qcloud\.com|unInit|MsgBody|MsgRandom|MsgTimeStamp|To_Account|ErrorCode|RequestTime|Sign|SDP)(?![A-Za-z])/g

it('the languages have the same texts', () => {
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].filter((path) => !isHint(path)).sort())
  const meanings = [...english.keys()].filter((path) => path.startsWith('meanings '))
  expect(meanings).toHaveLength(CODES.length)
  for (const row of CODES) expect([row.code, meaningOf(row, EN)]).not.toEqual([row.code, ''])
})

/** Names in code: options, callbacks, headers. */
const CODE =
  /\b[a-z]+(?:[A-Z]\w*)+|\b(?:authenticate|cookie|limit|now|source|stop|tenant|timeout|webhook|application|Authorization|Retry-After|content-type|KMS|POST|TRTC|Web|LiveRoom|WebRTC|Date|KiB|json|Bearer)\b/g

describe('Chinese', () => {
  it.each(TEXTS)('%s', (name, en, zh) => {
    expect(zh === '').toBe(en === '')
    if (zh === '') return
    // The same values, in whatever order.
    const values = (text: string) => [...text.matchAll(/\{\w+(?::\w+)?\}/g)].map(([value]) => value).sort()
    expect(new Set(values(zh))).toEqual(new Set(values(en)))
    const rest = zh
      .replace(/\{[^}]*\}/g, '')
      .replace(/@usersig\/core\/debug/g, '')
      .replace(KEPT, '')
      .replace(/^ownCodes|^sources/.test(name) ? CODE : '', '')
    expect(rest).not.toMatch(/[A-Za-z]{3,}/)
    // The name of a product may be all.
    if (!name.startsWith('sources ')) expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).not.toMatch(/\p{Script=Han}/u)
  })

  it('is there for every code', () => {
    const zh = listTencentCodes({ language: 'zh' })
    listTencentCodes().forEach(({ code, meaning, action }, i) => {
      const other = zh[i]
      expect([code, other?.code]).toEqual([code, code])
      for (const text of [other?.meaning, other?.action]) expect(text).toMatch(/\p{Script=Han}/u)
      for (const text of [meaning, action]) expect(text).not.toMatch(/\p{Script=Han}/u)
      expect(other?.meaning.replace(KEPT, '')).not.toMatch(/[A-Za-z]{3,}/)
    })
    for (const { meaning } of listToolkitCodes({ language: 'zh' })) expect(meaning).toMatch(/\p{Script=Han}/u)
  })

  it('is what every function speaks when asked', () => {
    expect(diagnose('70009', { language: 'zh' }).causes[0]?.message).toContain('密钥')
    expect(explainCode(70009, { language: 'zh' })[0]?.answeredBy).toBe(ZH.sources.server)
    expect(repairTicket('"eJwabc"', { language: 'zh' }).repairs[0]?.message).toContain('引号')
    expect([showDuration(90_000, 'zh'), showDuration(0, 'zh')]).toEqual(['1 天 1 小时', '0 秒'])
  })
})

it('every sentence is found, and has a source', () => {
  for (const { text, document, code, causes } of SENTENCES) {
    expect(text).toBe(text.toLowerCase())
    expect(document).not.toBe('')
    expect([text, code !== undefined || (causes?.length ?? 0) > 0]).toEqual([text, true])
    if (code !== undefined) expect(explainCode(code).length).toBeGreaterThan(0)
  }
})
