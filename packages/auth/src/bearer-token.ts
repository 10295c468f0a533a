import { authorization } from './authorization.ts'

/** The bearer token of a request. */
export function bearerToken(request: unknown): string | undefined {
  return /^Bearer +([^\s,]+) *$/i.exec(authorization(request) ?? '')?.[1]
}
