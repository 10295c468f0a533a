import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const USERSIG = fileURLToPath(new URL('../../node_modules/usersig/dist/main.js', import.meta.url))

/** Where the pages say that it is. */
const ORIGIN = 'http://localhost:4100'

/** `usersig demo-login`, as the pages have their readers start it, on a port of its own. */
export interface DemoLogin {
  /** The same text with the port that it has here. */
  inPlace(text: string): string
  /** Does what `$(curl -fsS …)` of a line does. */
  substitute(line: string): Promise<string>
  close(): Promise<void>
}

export async function startDemoLogin(): Promise<DemoLogin> {
  const child = spawn(process.execPath, [USERSIG, 'demo-login', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let said = ''
  const origin = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`usersig demo-login ended with ${code}`)))
    child.stdout.on('data', (chunk) => {
      said += chunk
      const [, issuer] = /^LOGIN_ISSUER=(.+)$/m.exec(said) ?? []
      if (issuer) resolve(issuer)
    })
  })
  const inPlace = (text: string) => text.replaceAll(ORIGIN, origin)
  return {
    inPlace,
    substitute: async (line) => {
      const [whole = '', address = ''] = /\$\(curl -fsS (\S+)\)/.exec(line) ?? []
      return whole === '' ? line : line.replace(whole, await (await fetch(inPlace(address))).text())
    },
    close: async () => {
      const ended = once(child, 'exit')
      child.kill()
      await ended
    },
  }
}
