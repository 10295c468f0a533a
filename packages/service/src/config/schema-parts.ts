import { PRIVILEGE_PRESETS, PRIVILEGES } from '@usersig/core/internal'

/** A JSON Schema, as far as this package writes it. */
export interface Schema {
  readonly [keyword: string]: unknown
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
}

/** An object that takes these names and no other. */
export function object(description: string, properties: Record<string, Schema>, more: object = {}): Schema {
  return { description, type: 'object', properties, additionalProperties: false, ...more }
}

/** An object with exactly one of these names. */
export function oneOf(description: string, properties: Record<string, Schema>, more: object = {}): Schema {
  return object(description, properties, { minProperties: 1, maxProperties: 1, ...more })
}

export function text(description: string, more: object = {}): Schema {
  return { description, type: 'string', minLength: 1, maxLength: 1024, ...more }
}

export function integer(description: string, minimum: number, maximum: number, more: object = {}): Schema {
  return { description, type: 'integer', minimum, maximum, ...more }
}

export const url = (description: string, more: object = {}): Schema =>
  text(description, { pattern: '^https?://[^\\s?#]+$', ...more })

export const variable = (description: string, example: string): Schema =>
  text(description, { pattern: '^[A-Za-z_][A-Za-z0-9_]*$', examples: [example] })

export function secret(description: string, example: string): Schema {
  return oneOf(
    description,
    {
      env: variable('Name of the environment variable with the value.', example),
      file: text('Path of a file that contains only the value.', { examples: ['/run/secrets/name'] }),
    },
    { examples: [{ env: example }] },
  )
}

const texts = (description: string): Schema => ({
  description,
  type: ['string', 'array'],
  minLength: 1,
  minItems: 1,
  items: { type: 'string', minLength: 1 },
})

const common = {
  userId: text('The claim with the user; toUserId maps its value.'),
  clockTolerance: integer('Seconds by which clocks may differ.', 0, 300, { default: 5 }),
}

/** The logins of `@usersig/auth`; what their functions check is theirs to say. */
export const LOGIN: Schema = oneOf(
  'The login of the users: exactly one, with the options of the function of that name in @usersig/auth.',
  {
    jwt: object(
      'Any OpenID Connect provider.',
      {
        issuer: url('iss of the tokens, exactly.', { examples: ['https://example.eu.auth0.com/'] }),
        audience: texts('aud of the tokens, one or several.'),
        jwks: url('Address of the keys. By default it is found by discovery.'),
        algorithms: { description: 'Accepted signatures.', type: 'array', minItems: 1, items: { type: 'string' } },
        ...common,
      },
      { required: ['issuer', 'audience'] },
    ),
    auth0: object(
      'Auth0.',
      { domain: text('Such as example.eu.auth0.com.'), audience: text('Audience of your API.'), ...common },
      { required: ['domain', 'audience'] },
    ),
    clerk: object(
      'Clerk.',
      {
        issuer: url('Frontend API of the instance.'),
        authorizedParties: {
          description: 'Origins of your app.',
          type: 'array',
          minItems: 1,
          items: { type: 'string' },
        },
        ...common,
      },
      { required: ['issuer', 'authorizedParties'] },
    ),
    cognito: object(
      'Amazon Cognito.',
      {
        region: text('Region of the user pool.'),
        userPoolId: text('ID of the user pool.'),
        clientId: texts('ID of the app client, one or several.'),
        ...common,
      },
      { required: ['region', 'userPoolId', 'clientId'] },
    ),
    entra: object(
      'Microsoft Entra ID.',
      { tenantId: text('ID of the tenant.'), audience: text('ID of the application.'), ...common },
      { required: ['tenantId', 'audience'] },
    ),
    firebase: object('Firebase.', { projectId: text('ID of the project.'), ...common }, { required: ['projectId'] }),
    keycloak: object(
      'Keycloak.',
      {
        url: url('Address of Keycloak, without /realms.'),
        realm: text('Name of the realm.'),
        audience: texts('aud of the tokens, one or several.'),
        ...common,
      },
      { required: ['url', 'realm', 'audience'] },
    ),
    okta: object(
      'Okta.',
      {
        domain: text('Such as example.okta.com.'),
        authorizationServer: text('ID of the authorization server.', { default: 'default' }),
        audience: text('Audience of the authorization server.', { default: 'api://default' }),
        ...common,
      },
      { required: ['domain'] },
    ),
    supabase: object(
      'Supabase.',
      {
        url: url('Address of the project.'),
        allowAnonymous: { description: 'true: anonymous users get tickets.', type: 'boolean', default: false },
        ...common,
      },
      { required: ['url'] },
    ),
  },
  { examples: [{ jwt: { issuer: 'https://example.eu.auth0.com/', audience: 'https://api.example.com' } }] },
)

const ENCRYPTED = {
  ciphertext: text('The encrypted SDKSecretKey, in base64.', { maxLength: 8192 }),
  region: text('Region of the KMS.'),
  endpoint: url('Another address, such as a VPC endpoint.'),
}

/** Where a key is. */
export const KEY: Schema = oneOf(
  'Where the SDKSecretKey is: exactly one. The configuration never contains the key itself.',
  {
    env: variable(
      'Name of the variable with the key, or with several keys, separated by commas; the first signs.',
      'USERSIG_SECRETKEY',
    ),
    file: text('Path of a file with a key on each line; the first signs. The service reads it again when it changes.'),
    vaultTransit: object(
      'A key of type hmac in the transit engine of Vault. It never reaches this process.',
      {
        address: url('Address of Vault.'),
        key: text('Name of the key.', { pattern: '^[\\w.-]+$' }),
        mount: text('Path of the transit engine.', { default: 'transit', pattern: '^[\\w./-]+$' }),
        namespace: text('Namespace of Vault Enterprise.'),
        token: secret('The token for Vault. The service reads a file again for each request.', 'VAULT_TOKEN'),
      },
      { required: ['address', 'key', 'token'] },
    ),
    awsKms: object('Decrypted by AWS KMS at start and every five minutes.', ENCRYPTED, {
      required: ['ciphertext', 'region'],
    }),
    tencentKms: object('Decrypted by Tencent Cloud KMS at start and every five minutes.', ENCRYPTED, {
      required: ['ciphertext', 'region'],
    }),
    tencentSsm: object(
      'Read from Tencent Cloud Secrets Manager (SSM) at start and every five minutes.',
      {
        secretName: text('Name of the secret.'),
        versionId: text('Its version.', { default: 'SSM_Current' }),
        region: text('Region of the SSM.'),
        endpoint: url('Another address, such as an internal endpoint.'),
      },
      { required: ['secretName', 'region'] },
    ),
  },
  { examples: [{ env: 'USERSIG_SECRETKEY' }] },
)

/** Who may enter which room. */
export const ROOMS: Schema = {
  description: 'Who may enter which room. All conditions of a rule must match; the first matching rule decides.',
  type: 'array',
  maxItems: 100,
  items: object(
    'A rule.',
    {
      scope: text('A scope that the token must have, in scope or scp.'),
      claim: text(
        'A claim that must name the room: a string for a string room, a number for a numeric one, or an array.',
      ),
      rooms: {
        description: 'Rooms: a number, a name, or a prefix of a name and *.',
        type: 'array',
        minItems: 1,
        maxItems: 1000,
        items: { type: ['string', 'integer'], minLength: 1 },
      },
      rights: {
        description: 'Rights of the user in the room: a preset, or names of rights.',
        default: 'audience',
        anyOf: [{ enum: Object.keys(PRIVILEGE_PRESETS) }, { type: 'array', items: { enum: Object.keys(PRIVILEGES) } }],
      },
      ask: object(
        'Asks the app, which returns the rights.',
        {
          url: url('Address of the app. It gets a POST with app, userId and the room.'),
          timeout: {
            description: 'Time limit, in seconds.',
            type: 'number',
            exclusiveMinimum: 0,
            maximum: 10,
            default: 2,
          },
          token: secret('Token with which the service authenticates to the app: Authorization: Bearer.', 'ROOMS_TOKEN'),
        },
        { required: ['url'] },
      ),
    },
    { minProperties: 1 },
  ),
}
