import { type Import, imports, kindOf } from './code.ts'
import { providerCode } from './login-code.ts'
import type { ChosenLogin } from './logins.ts'
import type { Project, Runner } from './project.ts'
import type { TestDraft } from './stacks/stack.ts'

/** How a runner is told what is expected. */
const DIALECTS: Readonly<Record<Runner, { imports: readonly Import[]; equal: (a: string, b: string) => string }>> = {
  vitest: { imports: [['{ expect, test }', 'vitest']], equal: (a, b) => `expect(${a}).toBe(${b});` },
  // Its functions are global.
  jest: { imports: [], equal: (a, b) => `expect(${a}).toBe(${b});` },
  node: {
    imports: [
      ['assert', 'node:assert/strict'],
      ['{ test }', 'node:test'],
    ],
    equal: (a, b) => `assert.equal(${a}, ${b});`,
  },
}

/** The test of the route, for the project's own runner, with a stand-in for the provider of the login. */
export function testCode({ path, imports: own, ask }: TestDraft, chosen: ChosenLogin, project: Project): string {
  const dialect = DIALECTS[project.runner]
  const kind = kindOf(path, project)
  const letsIn = aliceOf(chosen)
  const [fromTesting, others] = [
    own.filter(([, from]) => from === '@usersig/testing'),
    own.filter(([, from]) => from !== '@usersig/testing'),
  ]
  const names = [...(letsIn?.names ?? []), ...fromTesting.map(([each]) => each.slice(2, -2))]
  const isTyped = /ts$/.test(path)
  const list: Import[] = [
    ['', '@usersig/testing/environment'],
    ...(names.length > 0 ? [[`{ ${names.join(', ')} }`, '@usersig/testing'] as const] : []),
    ...dialect.imports,
    ...others,
  ]
  return `// This comes first: the app reads its key when it is loaded, and here it gets one that guards nothing.
${imports(list, kind)}

async function ask(headers${isTyped ? ': Record<string, string>' : ''}) {
${indent(isTyped ? typed(ask) : ask)}
}

test('without a login there is no ticket', async () => {
  const { status } = await ask({});
  ${dialect.equal('status', '401')}
});
${letsIn ? letsIn.code(dialect.equal) : ''}`
}

type Equal = (a: string, b: string) => string

/** How alice logs in within a test; nothing for a login that only the app itself knows. */
function aliceOf(chosen: ChosenLogin): { names: readonly string[]; code: (equal: Equal) => string } | undefined {
  const provider = providerCode(chosen)
  if (provider) {
    return { names: ['createFakeProvider', 'createTestSigner'], code: (equal) => withLogin(provider, equal) }
  }
  const names = ['createTestSigner']
  if (chosen.login.user) return { names, code: (equal) => withHeaders("{ 'x-user': 'alice' }", equal) }
  return chosen.login.secret ? { names, code: withWechat } : undefined
}

const typed = (ask: string): string =>
  ask
    .replace('body = await answer.json()', 'body = (await answer.json()) as { userSig: string }')
    .replace('body = answer.json()', 'body = answer.json<{ userSig: string }>()')

const indent = (code: string): string => code.replace(/^(?=.)/gm, '  ')

const inside = (code: string): string => indent(indent(code)).trimStart()

const withHeaders = (headers: string, equal: Equal): string => `
test('alice gets a ticket of her own', async () => {
  const { status, body } = await ask(${headers});
  ${equal('status', '200')}
  ${equal('createTestSigner().verifyUserSig(body.userSig).userId', "'alice'")}
});
`

const withWechat = (equal: Equal): string => `
test('alice gets a ticket of her own', async () => {
  // A stand-in for WeChat, which takes any code.
  const others = globalThis.fetch;
  globalThis.fetch = async (input, init) =>
    String(input).startsWith('https://api.weixin.qq.com/')
      ? Response.json({ openid: 'alice' })
      : others(input, init);
  try {
    const { status, body } = await ask({ authorization: 'WxLogin code' });
    ${equal('status', '200')}
    ${equal('createTestSigner().verifyUserSig(body.userSig).userId', "'alice'")}
  } finally {
    globalThis.fetch = others;
  }
});
`

const withLogin = ({ issuer, claims }: { issuer: string; claims: string }, equal: Equal): string => `
test('alice gets a ticket of her own', async () => {
  const provider = await createFakeProvider(${indent(issuer).trimStart()});
  const restore = provider.install();
  try {
    const token = await provider.token(${inside(claims)});
    const { status, body } = await ask({ authorization: \`Bearer \${token}\` });
    ${equal('status', '200')}
    ${equal('createTestSigner().verifyUserSig(body.userSig).userId', "'alice'")}
  } finally {
    restore();
  }
});
`
