import { type DestinationStream, destination, type Logger, pino } from 'pino'
import type { ServiceConfig } from '../config/types.ts'

/** One line of the audit log: it holds no ticket, no key and no token. */
export interface AuditEvent {
  /** What became of the request. */
  readonly event: 'issued' | 'refused' | 'kicked'
  /** The application, by its name in the configuration. */
  readonly app: string
  readonly sdkAppId?: number | undefined
  /** The UserID, where the login was accepted. */
  readonly userId?: string | undefined
  /** `sub` of the token. */
  readonly subject?: string | undefined
  readonly roomId?: number | undefined
  readonly strRoomId?: string | undefined
  readonly privileges?: readonly string[] | undefined
  /** Last second in which the tickets are valid, in Unix seconds. */
  readonly expiresAt?: number | undefined
  readonly status: number
  /** `ok`, or the code of the problem document. */
  readonly code: string
  readonly requestId: string
  readonly traceId?: string | undefined
}

/** Where the service writes what happens. */
export interface Logs {
  readonly log: Logger
  audit(event: AuditEvent): void
  /** Reopens the file of the audit log, after somebody has moved it away. */
  reopen(): void
  /** Writes what is waiting. */
  flush(): void
}

const FORM = {
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level: string) => ({ level }) },
}

/**
 * @param stream where lines go @defaultValue the standard output
 */
export function createLogs(
  { log = {}, audit = {} }: Pick<ServiceConfig, 'log' | 'audit'>,
  stream?: DestinationStream,
): Logs {
  const out = stream ?? destination({ dest: 1, sync: true })
  const logger = pino({ ...FORM, level: log.level ?? 'info' }, out)
  const file =
    audit && audit.file !== undefined ? destination({ dest: audit.file, sync: true, append: true }) : undefined
  // What is logged is for operators to choose, what is audited is not.
  const auditor = audit === false ? undefined : pino({ ...FORM, level: 'info' }, file ?? out)
  return {
    log: logger,
    audit: (event) => auditor?.info({ log: 'audit', ...event }),
    reopen: () => file?.reopen(),
    flush: () => file?.flushSync(),
  }
}
