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
  const provider = providerCode(chosen)
  const [fromTesting, others] = [
    own.filter(([, from]) => from === '@usersig/testing'),
    own.filter(([, from]) => from !== '@usersig/testing'),
  ]
  const names = [
    ...(provider ? ['createFakeProvider', 'createTestSigner'] : []),
    ...fromTesting.map(([each]) => each.slice(2, -2)),
  ]
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
${provider ? withLogin(provider, dialect.equal) : ''}`
}

const typed = (ask: string): string =>
  ask
    .replace('body = await answer.json()', 'body = (await answer.json()) as { userSig: string }')
    .replace('body = answer.json()', 'body = answer.json<{ userSig: string }>()')

const indent = (code: string): string => code.replace(/^(?=.)/gm, '  ')

const inside = (code: string): string => indent(indent(code)).trimStart()

const withLogin = (
  { issuer, claims }: { issuer: string; claims: string },
  equal: (a: string, b: string) => string,
): string => `
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
