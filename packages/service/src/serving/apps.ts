import { createRevocations, type Revocations } from '@usersig/core/revocation'
import { readSecret, type Warn } from '../config/secret-ref.ts'
import type { AppConfig, RoomRule, ServiceConfig } from '../config/types.ts'
import { createAskApp } from '../rooms/ask-app.ts'
import type { PreparedRule } from '../rooms/rules.ts'
import { type AppKey, createAppKey } from './app-key.ts'
import type { SharedRedis } from './redis.ts'

/** One application, ready to serve. */
export interface App {
  readonly name: string
  readonly config: AppConfig
  readonly key: AppKey
  readonly rules: readonly PreparedRule[]
  readonly revocations: Revocations | undefined
}

/** @throws ConfigError for a key or a token that is not there */
export function createApps(config: ServiceConfig, redis: SharedRedis | undefined, warn: Warn): App[] {
  return Object.entries(config.apps).map(([name, app]) => {
    const key = createAppKey(name, app, warn)
    const rules = (app.rooms ?? []).map((rule, i) => prepare(rule, `apps.${name}.rooms.${i}.ask.token`, warn))
    return { name, config: app, key, rules, revocations: createKicks(config, key.sdkAppId, redis, warn) }
  })
}

function prepare(rule: RoomRule, path: string, warn: Warn): PreparedRule {
  const { ask } = rule
  if (!ask) return { rule, ask: undefined }
  return { rule, ask: createAskApp(ask.url, ask.timeout, ask.token && readSecret(ask.token, path, warn)) }
}

/** Kicks are kept by SDKAppID, so that the app's own guards find them with `createRevocations`. */
function createKicks(
  { revocation }: ServiceConfig,
  sdkAppId: number,
  redis: SharedRedis | undefined,
  warn: Warn,
): Revocations | undefined {
  if (!revocation) return undefined
  const { lifetime, whenRedisIsDown } = revocation
  return createRevocations({
    ...(redis && {
      redis: redis.client as never,
      prefix: `${redis.prefix}kicked:${sdkAppId}:`,
      timeout: redis.timeout,
    }),
    ...(lifetime !== undefined && { lifetime }),
    ...(whenRedisIsDown !== undefined && { whenDown: whenRedisIsDown }),
    onError: (error) => warn(`a kick could not be looked up: ${(error as Error).message}`),
  })
}
