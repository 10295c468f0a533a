import { readdirSync, readFileSync } from 'node:fs'
import { findEntries, toPageName } from '../../generate/api/entries.ts'

/** An example of a docstring, as the API reference shows it. */
export interface Example {
  /** `doctor-3`: the page, and the place on it. */
  readonly name: string
  readonly code: string
  /** The entry point, as in `@usersig/doctor`. */
  readonly specifier: string
  /** What the entry point exports. */
  readonly exports: readonly string[]
}

const PAGES = new URL('../../api/', import.meta.url)

export function findExamples(): Example[] {
  const specifiers = new Map(findEntries().map(({ specifier }) => [`${toPageName(specifier)}.md`, specifier]))
  return readdirSync(PAGES).flatMap((page) => {
    const specifier = specifiers.get(page)
    if (specifier === undefined) return []
    const text = readFileSync(new URL(page, PAGES), 'utf8')
    const exports = exportsOf(text)
    return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language, code = ''], index) => {
      if (language !== 'ts') throw new Error(`docs/api/${page} has an example that is not in TypeScript`)
      return { name: `${page.slice(0, -3)}-${index + 1}`, code, specifier, exports }
    })
  })
}

/** The names in the list at the head of a page. */
function exportsOf(page: string): string[] {
  const lines = page.split('\n').filter((line) => /^- (?!Types that are not exported)[A-Z][\w ]+: \[`/.test(line))
  return lines.flatMap((line) => [...line.matchAll(/\[`(\w+)`\]/g)].map(([, name = '']) => name))
}

/** What examples use of other packages, without saying where it comes from. */
const IMPORTS: Readonly<Record<string, string>> = {
  createServer: 'node:http',
  IncomingMessage: 'node:http',
  pipeline: 'node:stream/promises',
  createWriteStream: 'node:fs',
  Get: '@nestjs/common',
  HttpCode: '@nestjs/common',
  Post: '@nestjs/common',
  UseGuards: '@nestjs/common',
  UserSigClaims: '@usersig/core',
  createUserSigner: '@usersig/core',
  createWebhookGuard: '@usersig/core/endpoint',
  createUserSigEndpoint: '@usersig/core/endpoint',
  issueUserSig: '@usersig/express-middleware',
  requireUserSig: '@usersig/express-middleware',
}

/** What examples of a package have at hand. */
const AT_HAND: Readonly<Record<string, string>> = {
  '@usersig/auth': 'declare const auth: any\n',
  '@usersig/rest': 'declare const revocations: { kick(userId: string): Promise<void> }\n',
  '@usersig/testing': 'declare const expect: any\ndeclare const get: any\ndeclare const answer: any\n',
  '@usersig/nestjs-module': "declare const app: import('@nestjs/common').INestApplication\n",
  '@usersig/fastify':
    "declare const app: import('fastify').FastifyInstance\ndeclare const request: import('fastify').FastifyRequest\n" +
    "declare module 'fastify' {\n  interface FastifyRequest {\n    session: { userId?: string }\n  }\n}\n",
  '@usersig/koa': "declare const router: import('@koa/router').default\ndeclare const ctx: import('koa').Context\n",
  '@usersig/functions':
    'declare const exports: Record<string, unknown>\ndeclare const event: object\n' +
    'declare const cloud: { getWXContext(): { OPENID?: string } }\n',
  '@usersig/hono': "declare const app: import('hono').Hono\ndeclare const c: import('hono').Context\n",
}

/** An example as a program: with its imports, and in a class where it shows members of one. */
export function toProgram({ code, specifier, exports }: Example): string {
  const imports = new Map(exports.map((name) => [name, specifier]))
  for (const [name, from] of Object.entries(IMPORTS)) if (!imports.has(name)) imports.set(name, from)
  const lines = [...imports]
    .filter(([name]) => new RegExp(`(?<![.\\w])${name}\\b`).test(code) && !declares(code, name))
    .map(([name, from]) => `import { ${name} } from '${from}'`)
  const app = AT_HAND[specifier] ?? ''
  return `${lines.join('\n')}\n${app}${inClass(code)}\nexport {}\n`
}

function declares(code: string, name: string): boolean {
  return new RegExp(`\\bimport \\{[^}]*\\b${name}\\b|\\b(const|let|class|function) ${name}\\b`).test(code)
}

function inClass(code: string): string {
  if (!/^(@|constructor\(|\w+\([^()]*\) \{$)/m.test(code)) return code
  // A decorator alone decorates what the reader has.
  const member = /^@.*\n$/.test(code) ? 'member() {}' : ''
  return `class Example {\n${code}${member}\n}`
}

/** Lines such as `toPrivilegeMap('audience') // 42`, where the comment is the value. */
export function findResults({ code, exports }: Example): { call: string; value: string }[] {
  return code.split('\n').flatMap((line) => {
    const {
      name = '',
      call = '',
      value = '',
    } = /^(?<call>(?<name>\w+)\(.*\S) \/\/ (?<value>.*)$/.exec(line)?.groups ?? {}
    return exports.includes(name) && isLiteral(value) ? [{ call, value }] : []
  })
}

function isLiteral(text: string): boolean {
  return /^(-?\d+|'[^']*'|\[.*\]|\{.*\})$/.test(text)
}
