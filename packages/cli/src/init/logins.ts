/** A value that a login has to be told. */
export interface LoginOption {
  readonly name: string
  /** Shown beside the question. */
  readonly example: string
  /** What is written as long as nobody says better: a name that can belong to nobody, so that nobody is let in. */
  readonly placeholder: string
  readonly isList?: true
}

type Values = Readonly<Record<string, string>>

/** A login of `@usersig/auth`, or one of the app's own. */
export interface Login {
  readonly id: string
  readonly title: string
  readonly options: readonly LoginOption[]
  /** Who issues its tokens, and where its keys are; nothing for a login of the app's own. */
  readonly provider?: (values: Values) => { readonly issuer: string; readonly jwksUri?: string }
  /** The claims of a token for alice. */
  readonly claims?: (values: Values) => Readonly<Record<string, string | number>>
  /** Where middleware of the app has put the user; a test puts it there itself. */
  readonly user?: 'session' | 'user'
  /** The object of the app's own that the function takes, as the file has it that makes it. */
  readonly instance?: Instance
  /** A secret that it reads from the environment, under this name. */
  readonly secret?: string
  /** The stacks that have it; without a list all have. */
  readonly stacks?: readonly string[]
}

/** What a file of the app exports, which a login is made of. */
export interface Instance {
  /** Name of the export. */
  readonly name: string
  /** What the file calls to make it. */
  readonly maker: RegExp
  /** Where it may be. */
  readonly files: readonly string[]
  /** The argument of the function. */
  readonly argument: string
}

/** A host of the top-level domain that is reserved for names that do not exist. Source: RFC 2606, section 2. */
const NOWHERE = 'login.invalid'
const option = (name: string, example: string, placeholder: string): LoginOption => ({ name, example, placeholder })
const AUDIENCE = option('audience', 'https://api.example.com', 'https://api.invalid')

/** Folders in which generators and documents of these libraries put the file, and its names. */
const filesOf = (...names: readonly string[]): string[] =>
  ['', 'src/', 'lib/', 'src/lib/', 'app/', 'utils/'].flatMap((folder) =>
    names.flatMap((name) => ['ts', 'js', 'mjs'].map((end) => `${folder}${name}.${end}`)),
  )
const SESSIONS = ['express', 'nest', 'koa', 'fastify', 'hono']

/** A login that is none of them. */
export const OWN: Login = { id: 'own', title: '', options: [] }

/** The functions of `@usersig/auth`, each with what its provider's tokens claim. */
export const LOGINS: readonly Login[] = [
  {
    id: 'jwt',
    title: 'OpenID Connect',
    options: [option('issuer', 'https://login.example.com', `https://${NOWHERE}`), AUDIENCE],
    provider: ({ issuer = '' }) => ({ issuer }),
    claims: ({ audience = '' }) => ({ sub: 'alice', aud: audience }),
  },
  {
    id: 'auth0',
    title: 'Auth0',
    options: [option('domain', 'example.eu.auth0.com', NOWHERE), AUDIENCE],
    provider: ({ domain }) => ({ issuer: `https://${domain}/` }),
    claims: ({ audience = '' }) => ({ sub: 'alice', aud: audience }),
  },
  {
    id: 'clerk',
    title: 'Clerk',
    options: [
      option('issuer', 'https://clerk.example.com', `https://${NOWHERE}`),
      { ...option('authorizedParties', 'https://app.example.com', 'https://app.invalid'), isList: true },
    ],
    provider: ({ issuer = '' }) => ({ issuer: issuer.replace(/\/+$/, '') }),
    claims: ({ authorizedParties = '' }) => ({ sub: 'alice', azp: authorizedParties.split(',')[0]?.trim() ?? '' }),
  },
  {
    id: 'supabase',
    title: 'Supabase',
    options: [option('url', 'https://abcdefgh.supabase.co', `https://${NOWHERE}`)],
    provider: ({ url = '' }) => ({ issuer: `${url.replace(/\/+$/, '')}/auth/v1` }),
    claims: () => ({ sub: 'alice', aud: 'authenticated', role: 'authenticated' }),
  },
  {
    id: 'firebase',
    title: 'Firebase',
    // A project's own name has no capitals.
    options: [option('projectId', 'my-project', 'YOUR_PROJECT')],
    provider: ({ projectId }) => ({
      issuer: `https://securetoken.google.com/${projectId}`,
      jwksUri: 'https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com',
    }),
    claims: ({ projectId = '' }) => ({ sub: 'alice', aud: projectId, auth_time: 1_700_000_000 }),
  },
  {
    id: 'cognito',
    title: 'Amazon Cognito',
    options: [
      option('region', 'eu-central-1', 'eu-central-1'),
      // A pool's own ID has letters and digits only after its region.
      option('userPoolId', 'eu-central-1_AbCdEfGhI', 'eu-central-1_YOUR-POOL'),
      option('clientId', '1example23456789', 'YOUR_CLIENT'),
    ],
    provider: ({ region, userPoolId }) => ({ issuer: `https://cognito-idp.${region}.amazonaws.com/${userPoolId}` }),
    claims: ({ clientId = '' }) => ({ sub: 'alice', token_use: 'access', client_id: clientId }),
  },
  {
    id: 'keycloak',
    title: 'Keycloak',
    options: [
      option('url', 'https://sso.example.com', `https://${NOWHERE}`),
      option('realm', 'main', 'main'),
      option('audience', 'usersig-api', 'usersig-api'),
    ],
    provider: ({ url = '', realm }) => {
      const issuer = `${url.replace(/\/+$/, '')}/realms/${realm}`
      return { issuer, jwksUri: `${issuer}/protocol/openid-connect/certs` }
    },
    claims: ({ audience = '' }) => ({ sub: 'alice', aud: audience, typ: 'Bearer' }),
  },
  {
    id: 'entra',
    title: 'Microsoft Entra ID',
    options: [
      option('tenantId', '8a1b2c3d-0000-4000-8000-000000000000', '00000000-0000-0000-0000-000000000000'),
      option('audience', '4c2d5e6f-0000-4000-8000-000000000000', '00000000-0000-0000-0000-000000000000'),
    ],
    provider: ({ tenantId = '' }) => {
      const host = `https://login.microsoftonline.com/${tenantId.toLowerCase()}`
      return { issuer: `${host}/v2.0`, jwksUri: `${host}/discovery/v2.0/keys` }
    },
    claims: ({ tenantId = '', audience = '' }) => ({
      sub: 'alice',
      oid: 'alice',
      aud: audience,
      ver: '2.0',
      tid: tenantId.toLowerCase(),
    }),
  },
  {
    id: 'okta',
    title: 'Okta',
    options: [option('domain', 'example.okta.com', NOWHERE)],
    provider: ({ domain }) => {
      const issuer = `https://${domain}/oauth2/default`
      return { issuer, jwksUri: `${issuer}/v1/keys` }
    },
    claims: () => ({ sub: 'alice@example.com', uid: 'alice', aud: 'api://default' }),
  },
  {
    id: 'sessionUser',
    title: 'express-session, @fastify/session, koa-session',
    options: [option('key', 'userId', 'userId')],
    user: 'session',
    stacks: SESSIONS,
  },
  {
    id: 'passportUser',
    title: 'Passport, req.user',
    options: [option('key', 'id', 'id')],
    user: 'user',
    stacks: SESSIONS.filter((id) => id !== 'hono'),
  },
  {
    id: 'betterAuth',
    title: 'Better Auth',
    options: [],
    instance: { name: 'auth', maker: /\bbetterAuth\(/, files: filesOf('auth'), argument: 'auth' },
    stacks: [...SESSIONS, 'next', 'node'],
  },
  {
    id: 'authJs',
    title: 'Auth.js (NextAuth)',
    options: [],
    instance: { name: 'auth', maker: /\bNextAuth\(/, files: filesOf('auth'), argument: '() => auth()' },
    stacks: ['next'],
  },
  {
    id: 'wechat',
    title: 'wx.login',
    options: [option('appId', 'wx0123456789abcdef', 'wx0000000000000000')],
    secret: 'WECHAT_APP_SECRET',
    stacks: [...SESSIONS, 'next', 'node', 'functions'],
  },
  OWN,
]

/** The logins that a stack can have. */
export const loginsFor = (stack: string): readonly Login[] =>
  LOGINS.filter(({ stacks }) => stacks === undefined || stacks.includes(stack))

/** A login with its values. */
export interface ChosenLogin {
  readonly login: Login
  readonly values: Values
  /** Names of the values that are placeholders still. */
  readonly open: readonly string[]
}

/** Fills in what was said, and placeholders for the rest. */
export function chooseLogin(login: Login, said: Values): ChosenLogin {
  const values = Object.fromEntries(login.options.map(({ name, placeholder }) => [name, said[name] || placeholder]))
  const open = login.options.filter(
    ({ name, placeholder, example }) => values[name] === placeholder && placeholder !== example,
  )
  return { login, values, open: open.map(({ name }) => name) }
}
