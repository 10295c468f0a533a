import { type Import, literal, quote } from './code.ts'
import { type ChosenLogin, chooseLogin, type Instance, LOGINS, OWN } from './logins.ts'
import type { Project } from './project.ts'

/** The expression that makes `authenticate`. */
export function loginExpression({ login, values }: ChosenLogin): string {
  if (login.instance) return `${login.id}(${login.instance.argument})`
  const members = login.options.map(({ name, isList }) => {
    const value = values[name] ?? ''
    const list = value.split(',').map((each) => quote(each.trim()))
    return `  ${name}: ${isList ? `[${list.join(', ')}]` : quote(value)},`
  })
  if (login.secret) members.push(`  appSecret: process.env.${login.secret},`)
  return `${login.id}({\n${members.join('\n')}\n})`
}

/** The file of the app that makes what the login is made of, and exports it; nothing where there is none. */
export function findInstance({ name, maker, files }: Instance, project: Project): string | undefined {
  const exports = new RegExp(`\\bexport\\s+(?:const|let)\\s+(?:${name}\\b|\\{[^}]*\\b${name}\\b)`)
  return files.find((path) => {
    const text = project.read(path) ?? ''
    return maker.test(text) && exports.test(text)
  })
}

/**
 * What the file of the route needs for its login: imports, and the constant.
 *
 * @param instance how the file of the route names the one that has the login's instance
 */
export function loginCode(
  chosen: ChosenLogin,
  ownExample: string,
  instance: string | undefined,
): { imports: readonly Import[]; code: string } {
  if (chosen.login.id === 'own') {
    return {
      imports: [],
      code: `// Who is logged in: return the UserID that your own login knows, or nothing, which answers 401. Never take it from the
// body of the request. For example: ${ownExample}
const authenticate = () => undefined;`,
    }
  }
  const open =
    chosen.open.length > 0 ? `// Still to be replaced: ${chosen.open.join(', ')}. Until then nobody is let in.\n` : ''
  return {
    imports: [
      [`{ ${chosen.login.id} }`, '@usersig/auth'],
      ...(chosen.login.instance && instance ? [[`{ ${chosen.login.instance.name} }`, instance] as const] : []),
    ],
    code: `${open}const authenticate = ${loginExpression(chosen)};`,
  }
}

/** The stand-in for the provider, as the test makes it; nothing for a login of the app's own. */
export function providerCode({ login, values }: ChosenLogin): { issuer: string; claims: string } | undefined {
  if (!login.provider || !login.claims) return undefined
  return { issuer: literal({ ...login.provider(values) }), claims: literal(login.claims(values)) }
}

/** The login of a file that was written before; a login of the app's own where it cannot be told. */
export function readLogin(code: string): ChosenLogin {
  for (const login of LOGINS) {
    if (login.instance && code.includes(`= ${login.id}(`)) return chooseLogin(login, {})
    const [, members] = new RegExp(`= ${login.id}\\(\\{([^{}]*)\\}\\)`).exec(code) ?? []
    if (members === undefined) continue
    const texts = [...members.matchAll(/(\w+): \[?(['"])(.*?)\2/g)].map(([, name, , value]) => [name, value])
    return chooseLogin(login, Object.fromEntries(texts))
  }
  return chooseLogin(OWN, {})
}
