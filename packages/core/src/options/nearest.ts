/** Words that other libraries use for what this one calls by another name. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  expire: ['expires', 'expiresin', 'expiry', 'ttl', 'lifetime', 'maxage', 'expiretime'],
  sdkAppId: ['appid', 'sdkappid', 'id'],
  secretKey: ['secret', 'key', 'sdksecretkey', 'appkey', 'privatekey'],
  authenticate: ['auth', 'getuserid', 'getuser', 'user', 'userid', 'login'],
  authorizeRoom: ['authorize', 'room', 'rooms', 'canenter', 'permissions'],
  credentials: ['app', 'config', 'keys', 'sdkappid', 'secretkey', 'env'],
  limit: ['ratelimit', 'limiter', 'throttle', 'rate'],
  callbackTimeout: ['timeout'],
  audience: ['aud'],
  jwks: ['jwksuri', 'jwksurl'],
  trtcKey: ['key', 'secret', 'callbackkey', 'webhookkey'],
  chatToken: ['token', 'callbacktoken', 'webhooktoken'],
  privileges: ['privilegemap', 'permissions', 'rights', 'role'],
  strRoomId: ['roomidstring', 'roomname', 'stringroomid'],
}

/** The longest name that is compared: what is longer is not a slip of the pen. */
const LONGEST = 40

/** The shortest part of a name that stands for it. */
const SHORTEST_PART = 5

/** The option that somebody probably meant by a name that is not one. */
export function nearestName(wrong: string, names: readonly string[]): string | undefined {
  if (wrong.length > LONGEST) return undefined
  const plain = plainName(wrong)
  const byWord = names.find((name) => plainName(name) === plain || OTHER_WORDS[name]?.includes(plain))
  if (byWord !== undefined) return byWord
  const [best] = names
    .map((name) => ({ name, distance: editDistance(plain, plainName(name)) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.distance - b.distance)
  return best?.name ?? names.find((name) => plain.length >= SHORTEST_PART && plainName(name).includes(plain))
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** How many letters have to be added, removed, replaced or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (beforeLast[j - 2] ?? replaced) + 1 : replaced
      row.push(Math.min(replaced, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
