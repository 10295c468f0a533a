// Written by scripts/documents.mjs from spec/openapi.yaml.

interface Response {
  readonly description: string
  readonly [name: string]: unknown
}

type Responses = Readonly<Record<string, Response>>

/** The operation that issues tickets. */
export const ISSUING: {
  readonly summary: string
  readonly description: string
  readonly body: object
  readonly responses: Responses
} = {
  summary: 'Issues a UserSig, and a PrivateMapKey when a room is asked for.',
  description:
    'Faults are looked for in this order: method, login, UserID, limit, body, room. An empty body asks for no room, whatever its type.',
  body: {
    required: false,
    description: 'At most 16 KiB, not compressed, in UTF-8.',
    schema: {
      type: 'object',
      description: 'The room to enter, if any; 123 and "123" are two rooms.',
      additionalProperties: false,
      properties: {
        roomId: {
          type: 'integer',
          minimum: 1,
          maximum: 4294967294,
        },
        strRoomId: {
          type: 'string',
          minLength: 1,
          maxLength: 64,
        },
      },
      not: {
        required: ['roomId', 'strRoomId'],
      },
    },
  },
  responses: {
    '200': {
      description: 'The tickets with which the client logs in.',
      headers: {
        'Cache-Control': {
          description: 'Tickets and refusals are for one client at one moment.',
          required: true,
          schema: {
            type: 'string',
            const: 'no-store',
          },
        },
      },
      content: {
        'application/json': {
          schema: {
            type: 'object',
            additionalProperties: false,
            required: ['sdkAppId', 'userId', 'userSig', 'issuedAt', 'expire', 'expiresAt'],
            properties: {
              sdkAppId: {
                type: 'integer',
                minimum: 1,
                maximum: 4294967295,
              },
              userId: {
                type: 'string',
                minLength: 1,
                maxLength: 32,
              },
              userSig: {
                type: 'string',
                description: "A UserSig or a PrivateMapKey in Tencent's own base64 alphabet.",
                pattern: '^[A-Za-z0-9*-]+_{0,2}$',
              },
              privateMapKey: {
                type: 'string',
                description: "A UserSig or a PrivateMapKey in Tencent's own base64 alphabet.",
                pattern: '^[A-Za-z0-9*-]+_{0,2}$',
              },
              roomId: {
                type: 'integer',
                minimum: 1,
                maximum: 4294967294,
              },
              strRoomId: {
                type: 'string',
                minLength: 1,
                maxLength: 64,
              },
              privileges: {
                type: 'array',
                uniqueItems: true,
                items: {
                  type: 'string',
                  enum: [
                    'createRoom',
                    'enterRoom',
                    'sendAudio',
                    'receiveAudio',
                    'sendVideo',
                    'receiveVideo',
                    'sendSubstream',
                    'receiveSubstream',
                  ],
                },
              },
              issuedAt: {
                type: 'integer',
                minimum: 0,
              },
              expire: {
                type: 'integer',
                minimum: 1,
                maximum: 1576800000,
              },
              expiresAt: {
                type: 'integer',
                minimum: 0,
              },
            },
            dependentRequired: {
              privateMapKey: ['privileges'],
              privileges: ['privateMapKey'],
              roomId: ['privateMapKey'],
              strRoomId: ['privateMapKey'],
            },
          },
        },
      },
    },
    '400': {
      description: 'The body is not a valid request, or the room is not valid.',
      headers: {
        'Cache-Control': {
          description: 'Tickets and refusals are for one client at one moment.',
          required: true,
          schema: {
            type: 'string',
            const: 'no-store',
          },
        },
      },
      content: {
        'application/problem+json': {
          schema: {
            allOf: [
              {
                type: 'object',
                description: 'Problem document (RFC 9457).',
                additionalProperties: false,
                required: ['type', 'title', 'status', 'detail', 'code'],
                properties: {
                  type: {
                    type: 'string',
                    pattern: '^urn:usersig:problem:[a-z_]+$',
                  },
                  title: {
                    type: 'string',
                    minLength: 1,
                  },
                  status: {
                    type: 'integer',
                  },
                  detail: {
                    type: 'string',
                    minLength: 1,
                  },
                  code: {
                    type: 'string',
                    pattern: '^[a-z_]+$',
                  },
                },
              },
              {
                properties: {
                  status: {
                    const: 400,
                  },
                  code: {
                    enum: ['invalid_body', 'invalid_room'],
                  },
                },
              },
            ],
            unevaluatedProperties: false,
          },
        },
      },
    },
    '401': {
      description: 'The caller is not logged in to the app.',
      headers: {
        'Cache-Control': {
          description: 'Tickets and refusals are for one client at one moment.',
          required: true,
          schema: {
            type: 'string',
            const: 'no-store',
          },
        },
        'WWW-Authenticate': {
          description: 'How to authenticate (RFC 9110, section 11.6.1; RFC 6750, section 3).',
          required: true,
          schema: {
            type: 'string',
            pattern: '^Bearer realm="usersig"(, error="invalid_token", error_description="[a-z_]+")?$',
          },
        },
      },
      content: {
        'application/problem+json': {
          schema: {
            allOf: [
              {
                type: 'object',
                description: 'Problem document (RFC 9457).',
                additionalProperties: false,
                required: ['type', 'title', 'status', 'detail', 'code'],
                properties: {
                  type: {
                    type: 'string',
                    pattern: '^urn:usersig:problem:[a-z_]+$',
                  },
                  title: {
                    type: 'string',
                    minLength: 1,
                  },
                  status: {
                    type: 'integer',
                  },
                  detail: {
                    type: 'string',
                    minLength: 1,
                  },
                  code: {
                    type: 'string',
                    pattern: '^[a-z_]+$',
                  },
                },
              },
              {
                properties: {
                  status: {
                    const: 401,
                  },
                  code: {
                    const: 'unauthenticated',
                  },
                },
              },
            ],
            unevaluatedProperties: false,
          },
        },
      },
    },
    '403': {
      description:
        'The app does not let this user into this room; or the UserID is that of an administrator, who gets no ticket here.',
      headers: {
        'Cache-Control': {
          description: 'Tickets and refusals are for one client at one moment.',
          required: true,
          schema: {
            type: 'string',
            const: 'no-store',
          },
        },
      },
      content: {
        'application/problem+json': {
          schema: {
            allOf: [
              {
                type: 'object',
                description: 'Problem document (RFC 9457).',
                additionalProperties: false,
                required: ['type', 'title', 'status', 'detail', 'code'],
                properties: {
                  type: {
                    type: 'string',
                    pattern: '^urn:usersig:problem:[a-z_]+$',
                  },
                  title: {
                    type: 'string',
                    minLength: 1,
                  },
                  status: {
                    type: 'integer',
                  },
                  detail: {
                    type: 'string',
                    minLength: 1,
                  },
                  code: {
                    type: 'string',
                    pattern: '^[a-z_]+$',
                  },
                },
              },
              {
                properties: {
                  status: {
                    const: 403,
                  },
                  code: {
                    enum: ['room_refused', 'user_refused'],
                  },
                },
              },
            ],
            unevaluatedProperties: false,
          },
        },
      },
    },
    '405': {
      description: 'Tickets are fetched with POST.',
      headers: {
        'Cache-Control': {
          description: 'Tickets and refusals are for one client at one moment.',
          required: true,
          schema: {
            type: 'string',
            const: 'no-store',
          },
        },
        Allow: {
          description: 'The method that is allowed.',
          required: true,
          schema: {
            type: 'string',
            const: 'POST',
          },
        },
      },
      content: {
        'application/problem+json': {
          schema: {
            allOf: [
              {
                type: 'object',
                description: 'Problem document (RFC 9457).',
                additionalProperties: false,
                required: ['type', 'title', 'status', 'detail', 'code'],
                properties: {
                  type: {
                    type: 'string',
                    pattern: '^urn:usersig:problem:[a-z_]+$',
                  },
                  title: {
                    type: 'string',
                    minLength: 1,
                  },
                  status: {
                    type: 'integer',
                  },
                  detail: {
                    type: 'string',
                    minLength: 1,
                  },
                  code: {
                    type: 'string',
                    pattern: '^[a-z_]+$',
                  },
                },
              },
              {
                properties: {
                  status: {
                    const: 405,
                  },
                  code: {
                    const: 'method_not_allowed',
                  },
                },
              },
            ],
            unevaluatedProperties: false,
          },
        },
      },
    },
    '408': {
      description: 'The body took too long to arrive.',
      headers: {
        'Cache-Control': {
          description: 'Tickets and refusals are for one client at one moment.',
          required: true,
          schema: {
            type: 'string',
            const: 'no-store',
          },
        },
      },
      content: {
        'application/problem+json': {
          schema: {
            allOf: [
              {
                type: 'object',
                description: 'Problem document (RFC 9457).',
                additionalProperties: false,
                required: ['type', 'title', 'status', 'detail', 'code'],
                properties: {
                  type: {
                    type: 'string',
                    pattern: '^urn:usersig:problem:[a-z_]+$',
                  },
                  title: {
                    type: 'string',
                    minLength: 1,
                  },
                  status: {
                    type: 'integer',
                  },
                  detail: {
                    type: 'string',
                    minLength: 1,
                  },
                  code: {
                    type: 'string',
                    pattern: '^[a-z_]+$',
                  },
                },
              },
              {
                properties: {
                  status: {
                    const: 408,
                  },
                  code: {
                    const: 'body_timeout',
                  },
                },
              },
            ],
            unevaluatedProperties: false,
          },
        },
      },
    },
    '413': {
      description: 'The body has more than 16 KiB.',
      headers: {
        'Cache-Control': {
          description: 'Tickets and refusals are for one client at one moment.',
          required: true,
          schema: {
            type: 'string',
            const: 'no-store',
          },
        },
      },
      content: {
        'application/problem+json': {
          schema: {
            allOf: [
              {
                type: 'object',
                description: 'Problem document (RFC 9457).',
                additionalProperties: false,
                required: ['type', 'title', 'status', 'detail', 'code'],
                properties: {
                  type: {
                    type: 'string',
                    pattern: '^urn:usersig:problem:[a-z_]+$',
                  },
                  title: {
                    type: 'string',
                    minLength: 1,
                  },
                  status: {
                    type: 'integer',
                  },
                  detail: {
                    type: 'string',
                    minLength: 1,
                  },
                  code: {
                    type: 'string',
                    pattern: '^[a-z_]+$',
                  },
                },
              },
              {
                properties: {
                  status: {
                    const: 413,
                  },
                  code: {
                    const: 'body_too_large',
                  },
                },
              },
            ],
            unevaluatedProperties: false,
          },
        },
      },
    },
    '415': {
      description: 'The body is not JSON in UTF-8, or compressed.',
      headers: {
        'Cache-Control': {
          description: 'Tickets and refusals are for one client at one moment.',
          required: true,
          schema: {
            type: 'string',
            const: 'no-store',
          },
        },
      },
      content: {
        'application/problem+json': {
          schema: {
            allOf: [
              {
                type: 'object',
                description: 'Problem document (RFC 9457).',
                additionalProperties: false,
                required: ['type', 'title', 'status', 'detail', 'code'],
                properties: {
                  type: {
                    type: 'string',
                    pattern: '^urn:usersig:problem:[a-z_]+$',
                  },
                  title: {
                    type: 'string',
                    minLength: 1,
                  },
                  status: {
                    type: 'integer',
                  },
                  detail: {
                    type: 'string',
                    minLength: 1,
                  },
                  code: {
                    type: 'string',
                    pattern: '^[a-z_]+$',
                  },
                },
              },
              {
                properties: {
                  status: {
                    const: 415,
                  },
                  code: {
                    const: 'unsupported_media_type',
                  },
                },
              },
            ],
            unevaluatedProperties: false,
          },
        },
      },
    },
    '429': {
      description: 'The user asked too often.',
      headers: {
        'Cache-Control': {
          description: 'Tickets and refusals are for one client at one moment.',
          required: true,
          schema: {
            type: 'string',
            const: 'no-store',
          },
        },
        'Retry-After': {
          description: 'After how many seconds to try again.',
          required: true,
          schema: {
            type: 'string',
            pattern: '^[0-9]+$',
          },
        },
      },
      content: {
        'application/problem+json': {
          schema: {
            allOf: [
              {
                type: 'object',
                description: 'Problem document (RFC 9457).',
                additionalProperties: false,
                required: ['type', 'title', 'status', 'detail', 'code'],
                properties: {
                  type: {
                    type: 'string',
                    pattern: '^urn:usersig:problem:[a-z_]+$',
                  },
                  title: {
                    type: 'string',
                    minLength: 1,
                  },
                  status: {
                    type: 'integer',
                  },
                  detail: {
                    type: 'string',
                    minLength: 1,
                  },
                  code: {
                    type: 'string',
                    pattern: '^[a-z_]+$',
                  },
                },
              },
              {
                properties: {
                  status: {
                    const: 429,
                  },
                  code: {
                    const: 'too_many_requests',
                  },
                },
              },
            ],
            unevaluatedProperties: false,
          },
        },
      },
    },
    '500': {
      description: 'The server failed; the body does not say how.',
      headers: {
        'Cache-Control': {
          description: 'Tickets and refusals are for one client at one moment.',
          required: true,
          schema: {
            type: 'string',
            const: 'no-store',
          },
        },
      },
      content: {
        'application/problem+json': {
          schema: {
            allOf: [
              {
                type: 'object',
                description: 'Problem document (RFC 9457).',
                additionalProperties: false,
                required: ['type', 'title', 'status', 'detail', 'code'],
                properties: {
                  type: {
                    type: 'string',
                    pattern: '^urn:usersig:problem:[a-z_]+$',
                  },
                  title: {
                    type: 'string',
                    minLength: 1,
                  },
                  status: {
                    type: 'integer',
                  },
                  detail: {
                    type: 'string',
                    minLength: 1,
                  },
                  code: {
                    type: 'string',
                    pattern: '^[a-z_]+$',
                  },
                },
              },
              {
                properties: {
                  status: {
                    const: 500,
                  },
                  code: {
                    const: 'internal_error',
                  },
                },
              },
            ],
            unevaluatedProperties: false,
          },
        },
      },
    },
    '503': {
      description: 'The keys cannot be reached, or a callback of the app took too long.',
      headers: {
        'Cache-Control': {
          description: 'Tickets and refusals are for one client at one moment.',
          required: true,
          schema: {
            type: 'string',
            const: 'no-store',
          },
        },
        'Retry-After': {
          description: 'After how many seconds to try again.',
          required: true,
          schema: {
            type: 'string',
            pattern: '^[0-9]+$',
          },
        },
      },
      content: {
        'application/problem+json': {
          schema: {
            allOf: [
              {
                type: 'object',
                description: 'Problem document (RFC 9457).',
                additionalProperties: false,
                required: ['type', 'title', 'status', 'detail', 'code'],
                properties: {
                  type: {
                    type: 'string',
                    pattern: '^urn:usersig:problem:[a-z_]+$',
                  },
                  title: {
                    type: 'string',
                    minLength: 1,
                  },
                  status: {
                    type: 'integer',
                  },
                  detail: {
                    type: 'string',
                    minLength: 1,
                  },
                  code: {
                    type: 'string',
                    pattern: '^[a-z_]+$',
                  },
                },
              },
              {
                properties: {
                  status: {
                    const: 503,
                  },
                  code: {
                    const: 'unavailable',
                  },
                },
              },
            ],
            unevaluatedProperties: false,
          },
        },
      },
    },
  },
}

/** What a route answers after the guard has refused. */
export const GUARD_RESPONSES: Responses = {
  '401': {
    description: 'What a route behind the guard answers when the UserSig is missing or not valid.',
    headers: {
      'Cache-Control': {
        description: 'Tickets and refusals are for one client at one moment.',
        required: true,
        schema: {
          type: 'string',
          const: 'no-store',
        },
      },
      'WWW-Authenticate': {
        description: 'How to authenticate (RFC 9110, section 11.6.1; RFC 6750, section 3).',
        required: true,
        schema: {
          type: 'string',
          pattern: '^Bearer realm="usersig"(, error="invalid_token", error_description="[a-z_]+")?$',
        },
      },
    },
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            {
              type: 'object',
              description: 'Problem document (RFC 9457).',
              additionalProperties: false,
              required: ['type', 'title', 'status', 'detail', 'code'],
              properties: {
                type: {
                  type: 'string',
                  pattern: '^urn:usersig:problem:[a-z_]+$',
                },
                title: {
                  type: 'string',
                  minLength: 1,
                },
                status: {
                  type: 'integer',
                },
                detail: {
                  type: 'string',
                  minLength: 1,
                },
                code: {
                  type: 'string',
                  pattern: '^[a-z_]+$',
                },
              },
            },
            {
              properties: {
                status: {
                  const: 401,
                },
                code: {
                  enum: [
                    'missing_user_sig',
                    'too_large',
                    'malformed',
                    'unsupported_version',
                    'bad_signature',
                    'app_mismatch',
                    'expired',
                    'not_yet_valid',
                    'unexpected_user_buf',
                    'revoked',
                  ],
                },
              },
            },
          ],
          unevaluatedProperties: false,
        },
      },
    },
  },
  '404': {
    description:
      'What an adapter that serves one path alone answers at every other one, and for applications it does not know.',
    headers: {
      'Cache-Control': {
        description: 'Tickets and refusals are for one client at one moment.',
        required: true,
        schema: {
          type: 'string',
          const: 'no-store',
        },
      },
    },
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            {
              type: 'object',
              description: 'Problem document (RFC 9457).',
              additionalProperties: false,
              required: ['type', 'title', 'status', 'detail', 'code'],
              properties: {
                type: {
                  type: 'string',
                  pattern: '^urn:usersig:problem:[a-z_]+$',
                },
                title: {
                  type: 'string',
                  minLength: 1,
                },
                status: {
                  type: 'integer',
                },
                detail: {
                  type: 'string',
                  minLength: 1,
                },
                code: {
                  type: 'string',
                  pattern: '^[a-z_]+$',
                },
              },
            },
            {
              properties: {
                status: {
                  const: 404,
                },
                code: {
                  const: 'not_found',
                },
              },
            },
          ],
          unevaluatedProperties: false,
        },
      },
    },
  },
  '500': {
    description: 'The server failed; the body does not say how.',
    headers: {
      'Cache-Control': {
        description: 'Tickets and refusals are for one client at one moment.',
        required: true,
        schema: {
          type: 'string',
          const: 'no-store',
        },
      },
    },
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            {
              type: 'object',
              description: 'Problem document (RFC 9457).',
              additionalProperties: false,
              required: ['type', 'title', 'status', 'detail', 'code'],
              properties: {
                type: {
                  type: 'string',
                  pattern: '^urn:usersig:problem:[a-z_]+$',
                },
                title: {
                  type: 'string',
                  minLength: 1,
                },
                status: {
                  type: 'integer',
                },
                detail: {
                  type: 'string',
                  minLength: 1,
                },
                code: {
                  type: 'string',
                  pattern: '^[a-z_]+$',
                },
              },
            },
            {
              properties: {
                status: {
                  const: 500,
                },
                code: {
                  const: 'internal_error',
                },
              },
            },
          ],
          unevaluatedProperties: false,
        },
      },
    },
  },
  '503': {
    description: 'The keys cannot be reached, or a callback of the app took too long.',
    headers: {
      'Cache-Control': {
        description: 'Tickets and refusals are for one client at one moment.',
        required: true,
        schema: {
          type: 'string',
          const: 'no-store',
        },
      },
      'Retry-After': {
        description: 'After how many seconds to try again.',
        required: true,
        schema: {
          type: 'string',
          pattern: '^[0-9]+$',
        },
      },
    },
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            {
              type: 'object',
              description: 'Problem document (RFC 9457).',
              additionalProperties: false,
              required: ['type', 'title', 'status', 'detail', 'code'],
              properties: {
                type: {
                  type: 'string',
                  pattern: '^urn:usersig:problem:[a-z_]+$',
                },
                title: {
                  type: 'string',
                  minLength: 1,
                },
                status: {
                  type: 'integer',
                },
                detail: {
                  type: 'string',
                  minLength: 1,
                },
                code: {
                  type: 'string',
                  pattern: '^[a-z_]+$',
                },
              },
            },
            {
              properties: {
                status: {
                  const: 503,
                },
                code: {
                  const: 'unavailable',
                },
              },
            },
          ],
          unevaluatedProperties: false,
        },
      },
    },
  },
}

/** What a route answers after the guard for webhooks has refused. */
export const WEBHOOK_RESPONSES: Responses = {
  '400': {
    description: 'The body is not a valid request, or the room is not valid.',
    headers: {
      'Cache-Control': {
        description: 'Tickets and refusals are for one client at one moment.',
        required: true,
        schema: {
          type: 'string',
          const: 'no-store',
        },
      },
    },
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            {
              type: 'object',
              description: 'Problem document (RFC 9457).',
              additionalProperties: false,
              required: ['type', 'title', 'status', 'detail', 'code'],
              properties: {
                type: {
                  type: 'string',
                  pattern: '^urn:usersig:problem:[a-z_]+$',
                },
                title: {
                  type: 'string',
                  minLength: 1,
                },
                status: {
                  type: 'integer',
                },
                detail: {
                  type: 'string',
                  minLength: 1,
                },
                code: {
                  type: 'string',
                  pattern: '^[a-z_]+$',
                },
              },
            },
            {
              properties: {
                status: {
                  const: 400,
                },
                code: {
                  enum: ['invalid_body', 'invalid_room'],
                },
              },
            },
          ],
          unevaluatedProperties: false,
        },
      },
    },
  },
  '403': {
    description: 'What a guard for webhooks of Tencent answers when the signature does not fit, or is too old.',
    headers: {
      'Cache-Control': {
        description: 'Tickets and refusals are for one client at one moment.',
        required: true,
        schema: {
          type: 'string',
          const: 'no-store',
        },
      },
    },
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            {
              type: 'object',
              description: 'Problem document (RFC 9457).',
              additionalProperties: false,
              required: ['type', 'title', 'status', 'detail', 'code'],
              properties: {
                type: {
                  type: 'string',
                  pattern: '^urn:usersig:problem:[a-z_]+$',
                },
                title: {
                  type: 'string',
                  minLength: 1,
                },
                status: {
                  type: 'integer',
                },
                detail: {
                  type: 'string',
                  minLength: 1,
                },
                code: {
                  type: 'string',
                  pattern: '^[a-z_]+$',
                },
              },
            },
            {
              properties: {
                status: {
                  const: 403,
                },
                code: {
                  const: 'invalid_webhook',
                },
              },
            },
          ],
          unevaluatedProperties: false,
        },
      },
    },
  },
  '408': {
    description: 'The body took too long to arrive.',
    headers: {
      'Cache-Control': {
        description: 'Tickets and refusals are for one client at one moment.',
        required: true,
        schema: {
          type: 'string',
          const: 'no-store',
        },
      },
    },
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            {
              type: 'object',
              description: 'Problem document (RFC 9457).',
              additionalProperties: false,
              required: ['type', 'title', 'status', 'detail', 'code'],
              properties: {
                type: {
                  type: 'string',
                  pattern: '^urn:usersig:problem:[a-z_]+$',
                },
                title: {
                  type: 'string',
                  minLength: 1,
                },
                status: {
                  type: 'integer',
                },
                detail: {
                  type: 'string',
                  minLength: 1,
                },
                code: {
                  type: 'string',
                  pattern: '^[a-z_]+$',
                },
              },
            },
            {
              properties: {
                status: {
                  const: 408,
                },
                code: {
                  const: 'body_timeout',
                },
              },
            },
          ],
          unevaluatedProperties: false,
        },
      },
    },
  },
  '413': {
    description: 'The body has more than 16 KiB.',
    headers: {
      'Cache-Control': {
        description: 'Tickets and refusals are for one client at one moment.',
        required: true,
        schema: {
          type: 'string',
          const: 'no-store',
        },
      },
    },
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            {
              type: 'object',
              description: 'Problem document (RFC 9457).',
              additionalProperties: false,
              required: ['type', 'title', 'status', 'detail', 'code'],
              properties: {
                type: {
                  type: 'string',
                  pattern: '^urn:usersig:problem:[a-z_]+$',
                },
                title: {
                  type: 'string',
                  minLength: 1,
                },
                status: {
                  type: 'integer',
                },
                detail: {
                  type: 'string',
                  minLength: 1,
                },
                code: {
                  type: 'string',
                  pattern: '^[a-z_]+$',
                },
              },
            },
            {
              properties: {
                status: {
                  const: 413,
                },
                code: {
                  const: 'body_too_large',
                },
              },
            },
          ],
          unevaluatedProperties: false,
        },
      },
    },
  },
  '500': {
    description: 'The server failed; the body does not say how.',
    headers: {
      'Cache-Control': {
        description: 'Tickets and refusals are for one client at one moment.',
        required: true,
        schema: {
          type: 'string',
          const: 'no-store',
        },
      },
    },
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            {
              type: 'object',
              description: 'Problem document (RFC 9457).',
              additionalProperties: false,
              required: ['type', 'title', 'status', 'detail', 'code'],
              properties: {
                type: {
                  type: 'string',
                  pattern: '^urn:usersig:problem:[a-z_]+$',
                },
                title: {
                  type: 'string',
                  minLength: 1,
                },
                status: {
                  type: 'integer',
                },
                detail: {
                  type: 'string',
                  minLength: 1,
                },
                code: {
                  type: 'string',
                  pattern: '^[a-z_]+$',
                },
              },
            },
            {
              properties: {
                status: {
                  const: 500,
                },
                code: {
                  const: 'internal_error',
                },
              },
            },
          ],
          unevaluatedProperties: false,
        },
      },
    },
  },
  '503': {
    description: 'The keys cannot be reached, or a callback of the app took too long.',
    headers: {
      'Cache-Control': {
        description: 'Tickets and refusals are for one client at one moment.',
        required: true,
        schema: {
          type: 'string',
          const: 'no-store',
        },
      },
      'Retry-After': {
        description: 'After how many seconds to try again.',
        required: true,
        schema: {
          type: 'string',
          pattern: '^[0-9]+$',
        },
      },
    },
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            {
              type: 'object',
              description: 'Problem document (RFC 9457).',
              additionalProperties: false,
              required: ['type', 'title', 'status', 'detail', 'code'],
              properties: {
                type: {
                  type: 'string',
                  pattern: '^urn:usersig:problem:[a-z_]+$',
                },
                title: {
                  type: 'string',
                  minLength: 1,
                },
                status: {
                  type: 'integer',
                },
                detail: {
                  type: 'string',
                  minLength: 1,
                },
                code: {
                  type: 'string',
                  pattern: '^[a-z_]+$',
                },
              },
            },
            {
              properties: {
                status: {
                  const: 503,
                },
                code: {
                  const: 'unavailable',
                },
              },
            },
          ],
          unevaluatedProperties: false,
        },
      },
    },
  },
}
