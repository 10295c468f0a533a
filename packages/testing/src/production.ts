interface Platform {
  readonly process?: { readonly env?: { readonly NODE_ENV?: string | undefined } }
}

/**
 * What stands in for a login must not run where logins count.
 *
 * @throws Error if NODE_ENV is production
 */
export function refuseProduction(): void {
  if ((globalThis as Platform).process?.env?.NODE_ENV !== 'production') return
  throw new Error('@usersig/testing does not run with NODE_ENV=production: import it in tests only')
}
