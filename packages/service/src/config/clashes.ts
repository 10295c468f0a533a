import { isDeepStrictEqual } from 'node:util'
import type { Path } from './source-text.ts'
import type { AppConfig, ServiceConfig } from './types.ts'

/** Something that is valid by itself, but not together with the rest. */
interface Clash {
  readonly path: Path
  readonly message: string
}

/** Path of an application that names none. */
export const DEFAULT_PATH = '/usersig'

/** Paths that the service answers itself. */
const OWN_PATHS = ['/health', '/ready']

/** Finds what does not fit together. */
export function findClashes(config: ServiceConfig): Clash[] {
  return [...findWithoutLogin(config), ...findSharedDoors(config), ...findOwnPaths(config), ...findMissingParts(config)]
}

function findWithoutLogin({ login, apps }: ServiceConfig): Clash[] {
  if (login) return []
  return Object.entries(apps)
    .filter(([, app]) => !app.login)
    .map(([name]) => ({
      path: ['apps', name],
      message:
        'login is missing: UserIDs come from the login of your app. Add "login": { "jwt": { "issuer": "https://example.eu.auth0.com/", "audience": "https://api.example.com" } } here, or once for all applications',
    }))
}

/** Applications at one address are told apart by a claim, so that one login has to vouch for all of them. */
function findSharedDoors({ login, apps }: ServiceConfig): Clash[] {
  const doors = new Map<string, [name: string, app: AppConfig][]>()
  for (const [name, app] of Object.entries(apps)) {
    const door = `${app.host ?? ''} ${app.path ?? DEFAULT_PATH}`
    doors.set(door, [...(doors.get(door) ?? []), [name, app]])
  }
  return [...doors.values()].flatMap(([first, ...others]) => others.flatMap((other) => compare(first, other, login)))
}

function compare(
  first: [string, AppConfig] | undefined,
  [name, app]: [string, AppConfig],
  login: ServiceConfig['login'],
): Clash[] {
  if (!first) return []
  const [otherName, other] = first
  const clash = (message: string): Clash[] => [{ path: ['apps', name], message }]
  if (!app.claim || !other.claim) {
    return clash(`it has the same path and host as ${otherName}: set another path or host, or a claim for both`)
  }
  if (app.claim.name !== other.claim.name) {
    return clash(`it shares path and host with ${otherName}, but looks at another claim: look at the same`)
  }
  if (app.claim.is === other.claim.is) return clash(`it has the same path, host and claim as ${otherName}`)
  if (!isDeepStrictEqual(app.login ?? login, other.login ?? login)) {
    return clash(`it shares path and host with ${otherName}, but has another login: the claim is known after the login`)
  }
  return []
}

function findOwnPaths({ apps }: ServiceConfig): Clash[] {
  return Object.entries(apps)
    .filter(([, { path }]) => path !== undefined && OWN_PATHS.includes(path))
    .map(([name]) => ({
      path: ['apps', name, 'path'],
      message: `the service itself answers ${OWN_PATHS.join(' and ')}: choose another path`,
    }))
}

function findMissingParts({ revocation, management, limits, redis }: ServiceConfig): Clash[] {
  const clashes: Clash[] = []
  if (revocation && !management) {
    clashes.push({
      path: ['revocation'],
      message: 'users are kicked out at the management port: add "management": { "port": 9464 }',
    })
  }
  for (const [name, part] of Object.entries({ limits, revocation })) {
    if (part?.whenRedisIsDown !== undefined && !redis) {
      clashes.push({
        path: [name, 'whenRedisIsDown'],
        message: 'there is no Redis: add "redis": { "url": "redis://localhost:6379" }, or leave this out',
      })
    }
  }
  return clashes
}
