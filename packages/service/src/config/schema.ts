import { integer, KEY, LOGIN, object, ROOMS, type Schema, secret, text, variable } from './schema-parts.ts'

const APP: Schema = object(
  'An application.',
  {
    sdkAppId: {
      description: 'SDKAppID of the application, or the variable that holds it.',
      type: ['integer', 'string', 'object'],
      minimum: 1,
      maximum: 4_294_967_295,
      pattern: '^[1-9][0-9]{0,9}$',
      properties: { env: variable('Name of the variable.', 'USERSIG_SDKAPPID') },
      additionalProperties: false,
      required: ['env'],
      examples: [1_400_000_000],
    },
    key: KEY,
    login: LOGIN,
    path: text('Path at which its tickets are issued.', { pattern: '^/[\\w./~-]*$', default: '/usersig' }),
    host: text('Host name that it is asked under. By default any.', { pattern: '^[a-z0-9.-]+$' }),
    claim: object(
      'Which users it is for, by a claim of their token. By default all.',
      { name: text('Name of the claim.'), is: text('Its value.') },
      { required: ['name', 'is'] },
    ),
    expire: integer('How long tickets are valid, in seconds.', 1, 1_576_800_000, { default: 604_800 }),
    rooms: ROOMS,
    adminUserIds: {
      description: 'UserIDs that get no ticket, beside administrator.',
      type: 'array',
      maxItems: 1000,
      items: { type: 'string', minLength: 1 },
    },
  },
  { required: ['sdkAppId', 'key'] },
)

const port = (description: string, more: object = {}) => integer(description, 0, 65_535, more)
const host = (value: string) => text('Address of the network interface.', { default: value })

/** What the configuration may hold: JSON Schema, draft 7. */
export const SCHEMA: Schema = object(
  'The configuration of @usersig/service.',
  {
    $schema: { description: 'For editors.', type: 'string' },
    listen: object('Where the service listens.', {
      port: port('Port; 0 takes a free one.', { default: 3000 }),
      host: host('0.0.0.0'),
    }),
    login: LOGIN,
    apps: {
      description: 'The applications by a name of your choice, which logs and metrics use.',
      type: 'object',
      minProperties: 1,
      maxProperties: 1000,
      propertyNames: { pattern: '^[a-z0-9][a-z0-9-]{0,31}$' },
      additionalProperties: APP,
    },
    redis: object(
      'The Redis in which several processes count together.',
      {
        url: {
          ...secret(
            'Its address, as redis:// or rediss://. One with a password comes from a variable or a file.',
            'REDIS_URL',
          ),
          type: ['string', 'object'],
          pattern: '^rediss?://',
          examples: ['redis://localhost:6379', { env: 'REDIS_URL' }],
        },
        prefix: text('What its keys begin with.', { default: 'usersig:' }),
        timeout: {
          description: 'How long it may take, in seconds.',
          type: 'number',
          exclusiveMinimum: 0,
          maximum: 10,
          default: 0.5,
        },
      },
      { required: ['url'] },
    ),
    limits: object(
      'How many tickets a user gets of an application, in Redis where there is one, else in the memory of each process.',
      {
        tickets: integer('How many tickets.', 1, 1_000_000),
        seconds: integer('In how many seconds.', 1, 86_400),
        whenRedisIsDown: {
          description: 'memory: each process counts by itself; pass: nobody counts; refuse: 503.',
          enum: ['memory', 'pass', 'refuse'],
          default: 'memory',
        },
      },
      { required: ['tickets', 'seconds'] },
    ),
    revocation: object(
      'Remembers who was kicked out: POST /kick of the management port.',
      {
        token: secret('The token that POST /kick asks for.', 'KICK_TOKEN'),
        lifetime: integer('For how long a kick is remembered, in seconds.', 1, 1_576_800_000, { default: 604_800 }),
        whenRedisIsDown: {
          description: 'refuse: 503; pass: tickets are issued.',
          enum: ['refuse', 'pass'],
          default: 'refuse',
        },
      },
      { required: ['token'] },
    ),
    cors: object(
      'Pages of which origins may ask. By default none.',
      {
        origins: {
          description: 'Origins, such as https://app.example.com.',
          type: 'array',
          minItems: 1,
          maxItems: 100,
          items: { type: 'string', pattern: '^https?://[^/\\s*]+$' },
        },
        maxAge: integer('For how long browsers remember it, in seconds.', 0, 86_400, { default: 600 }),
      },
      { required: ['origins'] },
    ),
    management: object(
      'A second port, which is not for clients: /metrics, /health, /ready, /kick.',
      { port: port('Port.', { examples: [9464] }), host: host('127.0.0.1') },
      { required: ['port'] },
    ),
    log: object('What is logged.', {
      level: { description: 'From which level on.', enum: ['debug', 'info', 'warn', 'error'], default: 'info' },
    }),
    audit: {
      description: 'Where the audit log goes. By default it is among the other lines; false turns it off.',
      type: ['object', 'boolean'],
      properties: { file: text('Path of a file that is appended to. SIGHUP reopens it.') },
      additionalProperties: false,
      not: { const: true },
    },
    shutdown: object('How the service ends after SIGTERM.', {
      delay: {
        description: 'How long it still takes connections, in seconds, while /ready says no.',
        type: 'number',
        minimum: 0,
        maximum: 300,
        default: 5,
      },
      timeout: {
        description: 'How long answers may take after that, in seconds.',
        type: 'number',
        minimum: 0,
        maximum: 300,
        default: 20,
      },
    }),
  },
  { $schema: 'http://json-schema.org/draft-07/schema#', title: 'usersig.json', required: ['apps'] },
)
