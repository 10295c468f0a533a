import type { Platform, Product, SnippetInput } from 'demo/web/snippets/snippet'

export const PRODUCTS: readonly Product[] = ['chat', 'trtc', 'callkit']
export const PLATFORMS: readonly Platform[] = ['web', 'ios', 'android', 'flutter']
export const ALL = PRODUCTS.flatMap((product) => PLATFORMS.map((platform) => ({ product, platform })))

export const ALICE: SnippetInput = { sdkAppId: 1400000000, userId: 'alice', userSig: 'eJw-ticket' }

/** What would break out of a literal, run as code in one, or turn the text around. */
export const HOSTILE: readonly string[] = [
  '"',
  "'",
  '`',
  '\\',
  '$',
  '$$',
  '\\"',
  "\\'",
  '\\$',
  'a\\',
  '"""',
  "'''",
  '$userSig',
  '$`x`',
  `\${userSig}`,
  '\\(userSig)',
  '\\u{41}',
  '\\u0041',
  '\\x41\\n\\0',
  '// */ /*',
  '%s %@ #{x} {{x}}',
  '</script><!--',
  '"); evil("',
  "'); evil('",
  'a\nb\r\tc',
  '\0\b\v\f\u001b',
  'a\u2028b\u2029c\u0085d',
  'a\u202eb\u200bc\ufeff',
  '张三 é e\u0301',
  '👩‍👩‍👧 \u{e0001}',
  Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join(''),
]

/** Every kind of room, with and without a key for it and a role. */
export const ROOMS: readonly Partial<SnippetInput>[] = [{}, { roomId: 10000 }, { strRoomId: 'lobby' }].flatMap((room) =>
  [{}, { privateMapKey: 'eJw-key' }].flatMap((key) =>
    [{}, { role: 'anchor' as const }, { role: 'audience' as const }].map((role) => ({ ...room, ...key, ...role })),
  ),
)
