import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import type { Platform, Product, SnippetInput } from 'demo/web/snippets/snippet'
import { createSnippet } from 'demo/web/snippets/snippets'
import { afterAll, describe, expect, it } from 'vitest'
import { ALICE, ALL, HOSTILE, PRODUCTS, ROOMS } from './snippets/inputs.ts'
import { LIVE, scan } from './snippets/scan.ts'

const codeOf = (product: Product, platform: Platform, input: Partial<SnippetInput> = {}) =>
  createSnippet(product, platform, { ...ALICE, ...input }).code

describe('on the web', () => {
  // Inside of the package, so that the names of the SDKs lead to their types.
  const FOLDER = fileURLToPath(new URL('./snippets/.samples/', import.meta.url))
  const TSC = createRequire(import.meta.url)
    .resolve('typescript/package.json')
    .replace(/package\.json$/, 'bin/tsc')
  afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))

  it('all of them fit the types of the SDKs, and none with a name of another product does', () => {
    const users = ['alice', ...HOSTILE]
    const right = PRODUCTS.flatMap((product) =>
      (product === 'trtc' ? ROOMS : [{}]).flatMap((room) =>
        users.map((userId) => codeOf(product, 'web', { ...room, userId })),
      ),
    )
    const chat = codeOf('chat', 'web')
    const trtc = codeOf('trtc', 'web', { roomId: 10000, privateMapKey: 'x', role: 'anchor' })
    const callkit = codeOf('callkit', 'web')
    const wrong = [
      chat.replace('SDKAppID', 'sdkAppId'),
      chat.replace('userID', 'userId'),
      trtc.replace('sdkAppId', 'SDKAppID'),
      trtc.replace('userId', 'userID'),
      trtc.replace('roomId', 'roomID'),
      trtc.replace('roomId: 10000', "roomId: '10000'"),
      trtc.replace('privateMapKey', 'privateMapkey'),
      trtc.replace('TRTC.TYPE.ROLE_ANCHOR', "'anchor'"),
      callkit.replace('SDKAppID', 'sdkAppId'),
      callkit.replace('userID', 'userId'),
    ]
    mkdirSync(FOLDER, { recursive: true })
    const write = (kind: string, codes: readonly string[]) =>
      codes.map((code, i) => {
        writeFileSync(join(FOLDER, `${kind}-${i}.ts`), code)
        return `${kind}-${i}.ts`
      })
    const rightFiles = write('right', right)
    const wrongFiles = write('wrong', wrong)
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'esnext', '--moduleResolution', 'bundler']
    const libs = ['--target', 'es2022', '--lib', 'es2022,dom', '--types', '', '--pretty', 'false']
    const files = [...rightFiles, ...wrongFiles].map((file) => join(FOLDER, file))
    const { stdout } = spawnSync(process.execPath, [TSC, '--ignoreConfig', ...options, ...libs, ...files], {
      encoding: 'utf8',
    })
    const refused = [...stdout.matchAll(/^(.*)\(\d+,\d+\): error/gm)].map(([, file]) => basename(file as string))
    expect(
      refused.filter((file) => !wrongFiles.includes(file)),
      stdout,
    ).toEqual([])
    expect([...new Set(refused)].sort(), stdout).toEqual(wrongFiles)
  })

  /** What the SDK gets from a snippet. */
  async function run(product: Product, input: Partial<SnippetInput>): Promise<{ got: unknown[]; printed: unknown[] }> {
    const got: unknown[] = []
    const printed: unknown[] = []
    const take = async (options: unknown) => void got.push(options)
    const create = (options?: unknown) => {
      if (options) got.push(options)
      return { login: take, enterRoom: take }
    }
    const log = (...parts: unknown[]) => void printed.push(...parts)
    const code = codeOf(product, 'web', input).replace(/^import .*$/m, '')
    await runInNewContext(code, {
      TencentCloudChat: { create },
      TRTC: { create, TYPE: { SCENE_LIVE: 'live', ROLE_ANCHOR: 'anchor', ROLE_AUDIENCE: 'audience' } },
      TUICallKitServer: { init: take },
      console: { log, error: log },
    })
    return { got, printed }
  }

  it.each(HOSTILE)('%j arrives as it is', async (userId) => {
    const { sdkAppId, userSig } = ALICE
    const strRoomId = userId
    const chat = [{ SDKAppID: sdkAppId }, { userID: userId, userSig }]
    expect(await run('chat', { userId })).toEqual({ got: chat, printed: ['logged in'] })
    const trtc = [{ sdkAppId, userId, userSig, strRoomId }]
    expect(await run('trtc', { userId, strRoomId })).toEqual({ got: trtc, printed: ['in the room'] })
    const callkit = [{ SDKAppID: sdkAppId, userID: userId, userSig }]
    expect(await run('callkit', { userId })).toEqual({ got: callkit, printed: ['ready for calls'] })
  })

  it.each(ROOMS)('enters a room with no more than what is given: %j', async (room) => {
    const { got } = await run('trtc', room)
    const some = room.strRoomId ? {} : { roomId: 10000 }
    expect(got).toEqual([{ ...ALICE, ...some, ...room, ...(room.role && { scene: 'live' }) }])
  })
})

describe.each(ALL)('$product on $platform', ({ product, platform }) => {
  const read = (input: Partial<SnippetInput>) => {
    const { code, language } = createSnippet(product, platform, { ...ALICE, ...input })
    return scan(code, language)
  }
  const VALUES = {
    userId: 'USER',
    userSig: 'SIG',
    ...(product === 'trtc' && { strRoomId: 'ROOM', privateMapKey: 'KEY' }),
  }

  it('holds each value once', () => {
    const { texts } = read(VALUES)
    for (const value of Object.values(VALUES)) expect(texts.filter((text) => text === value)).toHaveLength(1)
  })

  it.each(HOSTILE)('%j stays text, and changes nothing else', (value) => {
    const plain = read(VALUES)
    const hostile = read(Object.fromEntries(Object.keys(VALUES).map((name) => [name, value])))
    const values: readonly string[] = Object.values(VALUES)
    expect(hostile.texts).toEqual(plain.texts.map((text) => (values.includes(text) ? value : text)))
    expect(hostile.rest).toBe(plain.rest)
    expect(value).not.toContain(LIVE)
  })

  it('uses the names of this product', () => {
    const names = /\b(?:sdkAppId|userId|userSig|roomId|strRoomId|privateMapKey|groupId|callId)\b/gi
    const found = (input: Partial<SnippetInput>) => [...new Set(read(input).rest.match(names))].join(' ')
    expect(found({})).toBe(SPELLINGS[product][platform])
    if (product !== 'trtc') {
      expect(found({ roomId: 1, strRoomId: 'x', privateMapKey: 'x', role: 'anchor' })).toBe(
        SPELLINGS[product][platform],
      )
      return
    }
    expect(found({ strRoomId: 'x', privateMapKey: 'x' })).toBe('sdkAppId userId userSig strRoomId privateMapKey')
    expect(found({ roomId: 1, strRoomId: 'x', privateMapKey: '' })).toBe('sdkAppId userId userSig roomId')
  })

  it('calls this product and no other', () => {
    const marks = { chat: /V2TIM|V2Tim|TencentCloudChat|TencentIm|ImSDK/, trtc: /TRTC/, callkit: /TUI/ }
    const found = PRODUCTS.filter((name) => marks[name].test(codeOf(product, platform, { role: 'anchor' })))
    expect(found).toEqual([product])
  })

  it('holds no key, even if it is given one', () => {
    const secretKey = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
    const given = createSnippet(product, platform, { ...ALICE, secretKey } as SnippetInput)
    expect(given).toEqual(createSnippet(product, platform, ALICE))
    expect(given.code).not.toMatch(/secret|gen(?:erate)?TestUserSig/i)
  })

  it('says where it comes from', () => {
    const { code, install, source } = createSnippet(product, platform, ALICE)
    expect(code).toMatch(/^\/\/ For trying out\. A real app fetches the ticket from its own server\.\nimport /)
    expect(install).not.toMatch(/\n/)
    expect(new URL(source).protocol).toBe('https:')
  })
})

/** In the order in which they stand there. */
const SPELLINGS: Record<Product, Record<Platform, string>> = {
  chat: {
    web: 'SDKAppID userID userSig',
    ios: 'sdkAppID userID userSig',
    android: 'sdkAppID userID userSig',
    flutter: 'sdkAppID userID userSig',
  },
  trtc: {
    web: 'sdkAppId userId userSig roomId',
    ios: 'sdkAppId userId userSig roomId',
    android: 'sdkAppId userId userSig roomId',
    flutter: 'sdkAppId userId userSig roomId',
  },
  callkit: {
    web: 'SDKAppID userID userSig',
    ios: 'sdkAppID userID userSig',
    android: 'sdkAppId userId userSig',
    flutter: 'sdkAppId userId userSig',
  },
}

describe('numbers', () => {
  it.each([
    [1, 'roomId = 1\n'],
    [2147483647, 'roomId = 2147483647\n'],
    [2147483648, 'roomId = 2147483648L.toInt() // an int'],
    [4294967294, 'roomId = 4294967294L.toInt() // an int'],
  ])('the room %i fits an int of Java', (roomId, expected) => {
    expect(codeOf('trtc', 'android', { roomId })).toContain(expected)
    expect(codeOf('trtc', 'ios', { roomId })).toContain(`params.roomId = ${roomId}\n`)
    expect(codeOf('trtc', 'flutter', { roomId })).toContain(`roomId: ${roomId},\n`)
  })

  it.each(PRODUCTS)('the largest SDKAppID fits its type in %s', (product) => {
    expect(codeOf(product, 'android', { sdkAppId: 4294967295 })).toMatch(/\b4294967295L\.toInt\(\)/)
    const swift = product === 'trtc' ? 'params.sdkAppId = 4294967295\n' : 'Int32(bitPattern: 4294967295)'
    expect(codeOf(product, 'ios', { sdkAppId: 4294967295 })).toContain(swift)
  })
})

it('a role means a room for live streaming', () => {
  const scene = (role?: 'anchor') =>
    (['ios', 'android', 'flutter'] as const).map(
      (platform) =>
        /\.LIVE|\.live|\.videoCall|TRTC_APP_SCENE_\w+/.exec(codeOf('trtc', platform, role && { role }))?.[0],
    )
  expect(scene()).toEqual(['.videoCall', 'TRTC_APP_SCENE_VIDEOCALL', '.videoCall'])
  expect(scene('anchor')).toEqual(['.LIVE', 'TRTC_APP_SCENE_LIVE', '.live'])
})
