import { integer, KEY, LOGIN, object, ROOMS, type Schema, secret, text, variable } from './schema-parts.ts'

const APP: Schema = object(
  'An application.',
  {
    sdkAppId: {
      description: 'SDKAppID of the application, or a variable with it.',
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
    path: text('Path of the endpoint.', { pattern: '^/[\\w./~-]*$', default: '/usersig' }),
    host: text('Host name of the endpoint. By default any.', { pattern: '^[a-z0-9.-]+$' }),
    claim: object(
      'Only for users with this claim in their token. By default all.',
      { name: text('Name of the claim.'), is: text('Its value.') },
      { required: ['name', 'is'] },
    ),
    expire: integer('How long tickets are valid, in seconds.', 1, 1_576_800_000, { default: 604_800 }),
    rooms: ROOMS,
    adminUserIds: {
      description: 'UserIDs that get no ticket, in addition to administrator.',
      type: 'array',
      maxItems: 1000,
      items: { type: 'string', minLength: 1 },
    },
  },
  { required: ['sdkAppId', 'key'] },
)

const port = (description: string, more: object = {}) => integer(description, 0, 65_535, more)
const host = (value: string) => text('Address of the network interface.', { default: value })

/** Schema of the configuration: JSON Schema, draft 7. */
export const SCHEMA: Schema = object(
  'The configuration of @usersig/service.',
  {
    $schema: { description: 'For editors.', type: 'string' },
    listen: object('Where the service listens.', {
      port: port('Port; 0 chooses a free one.', { default: 3000 }),
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
      'A Redis server, in which several processes count together.',
      {
        url: {
          ...secret('Address, as redis:// or rediss://. With a password, use a variable or a file.', 'REDIS_URL'),
          type: ['string', 'object'],
          pattern: '^rediss?://',
          examples: ['redis://localhost:6379', { env: 'REDIS_URL' }],
        },
        prefix: text('Prefix of the keys in Redis.', { default: 'usersig:' }),
        timeout: {
          description: 'Time limit, in seconds.',
          type: 'number',
          exclusiveMinimum: 0,
          maximum: 10,
          default: 0.5,
        },
      },
      { required: ['url'] },
    ),
    limits: object(
      'Limits the tickets of each user per application; counted in Redis, or without it in the memory of each process.',
      {
        tickets: integer('Number of requests for tickets, refused rooms included.', 1, 1_000_000),
        seconds: integer('Length of the window, in seconds.', 1, 86_400),
        whenRedisIsDown: {
          description: 'memory: each process counts separately; pass: no limit; refuse: 503.',
          enum: ['memory', 'pass', 'refuse'],
          default: 'memory',
        },
      },
      { required: ['tickets', 'seconds'] },
    ),
    revocation: object(
      'Remembers kicked users: POST /kick of the management port.',
      {
        token: secret('Token for POST /kick.', 'KICK_TOKEN'),
        lifetime: integer('How long the service remembers a kick, in seconds.', 1, 1_576_800_000, { default: 604_800 }),
        whenRedisIsDown: {
          description: 'refuse: 503; pass: tickets are issued.',
          enum: ['refuse', 'pass'],
          default: 'refuse',
        },
      },
      { required: ['token'] },
    ),
    cors: object(
      'Other origins that may call the service. By default none.',
      {
        origins: {
          description: 'Origins, such as https://app.example.com.',
          type: 'array',
          minItems: 1,
          maxItems: 100,
          items: { type: 'string', pattern: '^https?://[^/\\s*]+$' },
        },
        maxAge: integer('How long browsers cache a preflight, in seconds.', 0, 86_400, { default: 600 }),
      },
      { required: ['origins'] },
    ),
    management: object(
      'A second port, not for clients: /metrics, /health, /ready, /kick.',
      { port: port('Port.', { examples: [9464] }), host: host('127.0.0.1') },
      { required: ['port'] },
    ),
    log: object('The log.', {
      level: { description: 'Lowest level to log.', enum: ['debug', 'info', 'warn', 'error'], default: 'info' },
    }),
    audit: {
      description: 'The audit log. By default it is part of the log; false turns it off.',
      type: ['object', 'boolean'],
      properties: { file: text('Path of a file to append to. SIGHUP reopens it.') },
      additionalProperties: false,
      not: { const: true },
    },
    shutdown: object('Shutdown after SIGTERM.', {
      delay: {
        description: 'How long the service still accepts connections while /ready answers 503, in seconds.',
        type: 'number',
        minimum: 0,
        maximum: 300,
        default: 5,
      },
      timeout: {
        description: 'Time limit for open requests after that, in seconds.',
        type: 'number',
        minimum: 0,
        maximum: 300,
        default: 20,
      },
    }),
  },
  { $schema: 'http://json-schema.org/draft-07/schema#', title: 'usersig.json', required: ['apps'] },
)
