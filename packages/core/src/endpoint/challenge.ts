/** What a 401 asks for. */
export const CHALLENGE: Readonly<Record<string, string>> = { 'www-authenticate': 'Bearer realm="usersig"' }

/**
 * What a 401 says to a client whose ticket was refused.
 * Source: RFC 6750, section 3.
 */
export function challengeFor(code: string): Record<string, string> {
  return { 'www-authenticate': `Bearer realm="usersig", error="invalid_token", error_description="${code}"` }
}
