import { redact } from './terminal.ts'

/** A scheme is kept, as it may be the fault; a name needs a letter at its end, as versions and numbers have none. */
const HOST =
  /(?<![\w@])(?:(?:https?|wss?):\/\/[^\s/"'<>]+|(?:\d{1,3}\.){3}\d{1,3}|(?:[a-z0-9-]+\.)+(?:com|cn|net|org|io|dev|app|local|internal|lan)\b)(?::\d+)?/gi
/** Pages that messages name themselves, and hosts of Tencent's, say nothing of anybody. */
const PUBLIC_HOST =
  /(?:^|\.|\/)(?:tencent\.com|tencentcloudapi\.com|trtc\.io|qcloud\.com|tencentyun\.com|github\.com)(?::\d+)?$/i

/**
 * Makes a function that masks what a public text must not hold. One UserID, and one room, has one number in the whole text,
 * so that it still says which are the same.
 */
export function createMask(
  users: readonly (string | undefined)[],
  rooms: readonly string[] = [],
): (text: string) => string {
  const names = [...numbered(users, 'user'), ...numbered(rooms, 'room')]
    // The longest first: a name may be part of another.
    .sort(([a], [b]) => b.length - a.length)
  return (text) => {
    const hidden = names.reduce((all, [name, label]) => all.replaceAll(spelled(name), label), text)
    return redact(hidden).replace(HOST, (host) => (PUBLIC_HOST.test(host) ? host : maskHost(host)))
  }
}

function numbered(names: readonly (string | undefined)[], kind: string): (readonly [name: string, label: string])[] {
  const all = [...new Set(names)].filter((name) => name !== undefined && name !== '') as string[]
  return all.map((name, i) => [name, `<${kind} ${i + 1}>`])
}

/** As messages hold it: between quotes, or it would be found inside of words. */
const spelled = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}_])`, 'gu')

const maskHost = (host: string): string => host.replace(/^((?:https?|wss?):\/\/)?.*$/i, '$1<host>')
