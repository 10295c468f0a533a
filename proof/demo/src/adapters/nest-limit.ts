import type { IncomingMessage } from 'node:http'
import type { ExecutionContext } from '@nestjs/common'
import { ThrottlerGuard, type ThrottlerModuleOptions, type ThrottlerStorage } from '@nestjs/throttler'
import { UserSigGuardException } from '@usersig/nestjs-module'
import type { Demo } from 'demo/server/demo'
import { LIMITED, REFUSAL, REFUSAL_HEADERS, WINDOW } from 'demo/server/limit/limit'
import { SharedStore } from '../shared-store.ts'

/** What `@nestjs/throttler` is to count: the tickets of each user. */
export function createThrottling({ limit: { tickets, redis }, userOf }: Demo): ThrottlerModuleOptions {
  return {
    throttlers: [{ limit: tickets, ttl: WINDOW * 1000 }],
    // By an address one user could use up the tickets of another.
    getTracker: async ({ headers }) => (await userOf(headers.cookie)) ?? '',
    generateKey: (_context, userId) => userId,
    ...(redis && { storage: createStorage(new SharedStore(redis)) }),
  }
}

function createStorage(store: SharedStore): ThrottlerStorage {
  return {
    async increment(key, _ttl, limit) {
      const { totalHits, resetTime } = await store.increment(key)
      const seconds = Math.max(0, Math.ceil((resetTime.getTime() - Date.now()) / 1000))
      return { totalHits, timeToExpire: seconds, isBlocked: totalHits > limit, timeToBlockExpire: seconds }
    },
  }
}

/** A guard that answers as the endpoint does. */
export function createTicketGuard({ userOf, activity }: Demo): typeof ThrottlerGuard {
  return class TicketGuard extends ThrottlerGuard {
    protected override headerPrefix = 'RateLimit'

    // Who is not logged in gets no ticket.
    protected override async shouldSkip(context: ExecutionContext): Promise<boolean> {
      const { method, headers } = context.switchToHttp().getRequest<IncomingMessage>()
      return method !== 'POST' || !(await userOf(headers.cookie))
    }

    protected override async throwThrottlingException(context: ExecutionContext): Promise<void> {
      const { headers } = context.switchToHttp().getRequest<IncomingMessage>()
      activity.record({ kind: 'refused', ...LIMITED, userId: (await userOf(headers.cookie)) ?? undefined })
      const answer = { status: REFUSAL.status, headers: REFUSAL_HEADERS, body: JSON.stringify(REFUSAL) }
      throw new UserSigGuardException(answer, new Error(REFUSAL.title))
    }
  }
}
