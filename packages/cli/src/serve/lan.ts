import { randomInt } from 'node:crypto'
import { networkInterfaces } from 'node:os'
import { CliError } from '../exit.ts'
import { err, note } from '../output/terminal.ts'
import { words } from '../words/index.ts'

/** Phones in the network, each of which uses up a code. */
export interface Lan {
  readonly addresses: readonly string[]
  /** The code that the next phone of a user has to send. */
  codeOf(user: string): string | undefined
  /** Whom a code stands for when it comes from this address. */
  userOf(code: string, address: string): string | undefined
}

/** Without letters and digits that look alike. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const CODE_LENGTH = 8
const MAX_PHONES = 50
/** So many wrong codes may come from all phones together; nobody guesses 40 bits in them. */
const MAX_FAULTS = 200

export function createLan(users: readonly string[]): Lan {
  const addresses = findAddresses()
  if (addresses.length === 0) throw new CliError(words.serve.noNetwork, words.serve.noNetworkHint)
  const open = new Map(users.map((user) => [user, makeCode()]))
  const taken = new Map<string, { readonly user: string; readonly address: string }>()
  let faults = 0

  function claim(code: string, address: string): string | undefined {
    const [user] = [...open].find(([, each]) => each === code) ?? []
    if (user === undefined) {
      faults++
      return undefined
    }
    taken.set(code, { user, address })
    note(err.green(words.serve.claimed(user, address)))
    if (taken.size >= MAX_PHONES) {
      open.clear()
      note(err.yellow(words.serve.tooManyPhones))
      return user
    }
    const next = makeCode()
    open.set(user, next)
    note(`${words.serve.codeFor(user)}${words.colon}${next}`)
    return user
  }

  return {
    addresses,
    codeOf: (user) => open.get(user),
    userOf(code, address) {
      const phone = taken.get(code)
      if (phone) return phone.address === address ? phone.user : undefined
      return faults < MAX_FAULTS ? claim(code, address) : undefined
    },
  }
}

const makeCode = (): string => Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** IPv4, which every phone of a network has; the likely ones of a home or an office first. */
function findAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  const own = all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address)
  return own.sort((a, b) => Number(b.startsWith('192.168.')) - Number(a.startsWith('192.168.')))
}
