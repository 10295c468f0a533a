import type { ConfigFault } from './config-error.ts'
import type { Path, SourceText } from './source-text.ts'

/** An SDKSecretKey as the console shows it, or several. */
const LIKE_A_KEY = /^[0-9a-f]{64}(\s*,\s*[0-9a-f]{64})*$/i

/** Members whose value may look like one: what a KMS has encrypted, and names that providers make. */
const NOT_SECRET = new Set(['ciphertext', 'audience', 'clientId', 'is'])

/** Members that other programs put a secret into. */
const SECRET_NAME = /^(key|secret|secretkey|sdksecretkey|password|token)$/i

/** Finds secrets that stand in the configuration itself. No message repeats one. */
export function findSecrets(source: SourceText): ConfigFault[] {
  const faults: ConfigFault[] = []
  function search(value: unknown, path: Path): void {
    const name = path.at(-1)
    if (typeof value === 'string') {
      const remedy = remedyFor(value, name)
      if (remedy !== undefined) faults.push({ path: path.join('.'), message: remedy, ...source.place(path) })
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value))
        search(member, [...path, Array.isArray(value) ? Number(key) : key])
    }
  }
  search(source.value, [])
  return faults
}

function remedyFor(value: string, name: string | number | undefined): string | undefined {
  if (name === 'url' && hasPassword(value)) {
    return 'the configuration must not contain a password. Put the whole address into an environment variable, and write its name: "url": { "env": "REDIS_URL" }'
  }
  if (typeof name === 'string' && NOT_SECRET.has(name)) return undefined
  // The name of a key in Vault is not a key.
  const isNamed = typeof name === 'string' && SECRET_NAME.test(name) && !/^[\w.-]{1,40}$/.test(value)
  if (!isNamed && !LIKE_A_KEY.test(value.trim())) return undefined
  return 'the configuration must not contain a key, because it gets copied, committed and printed. Put it into an environment variable or a file, and reference it: "key": { "env": "USERSIG_SECRETKEY" }'
}

function hasPassword(value: string): boolean {
  return URL.canParse(value) && new URL(value).password !== ''
}
