import type { PrivilegeName, PrivilegePreset } from '@usersig/core'

/** Location of a secret. The configuration never contains the secret itself. */
export type SecretRef =
  | {
      /** Name of an environment variable. */
      readonly env: string
      readonly file?: never
    }
  | {
      /** Path of a file that contains only the secret. */
      readonly file: string
      readonly env?: never
    }

/** Where the SDKSecretKey of an application is: exactly one of these. */
export interface KeyRef {
  /** Name of an environment variable with the key; during a rotation several keys, separated by commas. */
  readonly env?: string
  /** Path of a file with a key on each line. */
  readonly file?: string
  /** A key inside the transit engine of Vault: it never reaches this process. */
  readonly vaultTransit?: {
    /** Address of Vault. */
    readonly address: string
    /** Name of the key. */
    readonly key: string
    /** Path of the transit engine. @defaultValue 'transit' */
    readonly mount?: string
    /** Namespace of Vault Enterprise. @defaultValue none */
    readonly namespace?: string
    /** The token for Vault. The service reads a file again for each request. */
    readonly token: SecretRef
  }
  /** An SDKSecretKey that AWS KMS has encrypted. */
  readonly awsKms?: EncryptedRef
  /** An SDKSecretKey that Tencent Cloud KMS has encrypted. */
  readonly tencentKms?: EncryptedRef
  /** An SDKSecretKey in Tencent Cloud Secrets Manager (SSM). */
  readonly tencentSsm?: {
    /** Name of the secret. */
    readonly secretName: string
    /** Its version. @defaultValue 'SSM_Current' */
    readonly versionId?: string
    /** Region of the SSM. */
    readonly region: string
    /** Another address, such as an internal endpoint. */
    readonly endpoint?: string
  }
}

/** A key encrypted by a KMS. */
export interface EncryptedRef {
  /** The encrypted SDKSecretKey, in base64. */
  readonly ciphertext: string
  /** Region of the KMS. */
  readonly region: string
  /** Another address of the KMS, such as a VPC endpoint. */
  readonly endpoint?: string
}

/** The login of the users: exactly one of these, with the options of its function in `@usersig/auth`. */
export interface LoginConfig {
  /** Any OpenID Connect provider. */
  readonly jwt?: LoginOptions
  /** Auth0. */
  readonly auth0?: LoginOptions
  /** Clerk. */
  readonly clerk?: LoginOptions
  /** Amazon Cognito. */
  readonly cognito?: LoginOptions
  /** Microsoft Entra ID. */
  readonly entra?: LoginOptions
  /** Firebase. */
  readonly firebase?: LoginOptions
  /** Keycloak. */
  readonly keycloak?: LoginOptions
  /** Okta. */
  readonly okta?: LoginOptions
  /** Supabase. */
  readonly supabase?: LoginOptions
}

/** Options of a function of `@usersig/auth` that JSON can express. */
export type LoginOptions = Readonly<Record<string, unknown>>

/** A rule for rooms. All its conditions must match; the first matching rule decides. */
export interface RoomRule {
  /** A scope that the token must have, in `scope` or `scp`. */
  readonly scope?: string
  /** A claim that must name the room: a string for a string room, a number for a numeric one, or an array of them. */
  readonly claim?: string
  /** Rooms: a number, a name, or a prefix of a name and `*`. */
  readonly rooms?: readonly (string | number)[]
  /** Rights of the user in the room. @defaultValue 'audience' */
  readonly rights?: PrivilegePreset | readonly PrivilegeName[]
  /** Asks the app, which returns the rights. */
  readonly ask?: {
    /** Address of the app. */
    readonly url: string
    /** Time limit of the answer, in seconds, up to 10. @defaultValue 2 */
    readonly timeout?: number
    /** Token with which the service authenticates to the app: `Authorization: Bearer`. */
    readonly token?: SecretRef
  }
}

/** One application. */
export interface AppConfig {
  /** SDKAppID of the application, or a variable with it. */
  readonly sdkAppId:
    | number
    | string
    | {
        /** Name of the variable. */
        readonly env: string
      }
  /** Where its SDKSecretKey is. */
  readonly key: KeyRef
  /** Its login. @defaultValue the `login` of the service */
  readonly login?: LoginConfig
  /** Path of the endpoint. @defaultValue '/usersig' */
  readonly path?: string
  /** Host name of the endpoint. @defaultValue any */
  readonly host?: string
  /** Only for users with this claim in their token. @defaultValue all */
  readonly claim?: {
    /** Name of the claim. */
    readonly name: string
    /** Its value. */
    readonly is: string
  }
  /** How long tickets are valid, in seconds, from 1 to 1 576 800 000. @defaultValue 604800 */
  readonly expire?: number
  /** Who may enter which room. @defaultValue no room for anyone */
  readonly rooms?: readonly RoomRule[]
  /** UserIDs that get no ticket, in addition to `administrator`. @defaultValue none */
  readonly adminUserIds?: readonly string[]
}

/** The configuration of the service. */
export interface ServiceConfig {
  /** For editors: address of the schema. */
  readonly $schema?: string
  /** Where the service listens. */
  readonly listen?: {
    /** Port; 0 chooses a free one. @defaultValue 3000 */
    readonly port?: number
    /** Address of the network interface. @defaultValue '0.0.0.0' */
    readonly host?: string
  }
  /** The login of all applications without their own `login`. */
  readonly login?: LoginConfig
  /** The applications by a name of your choice, which logs and metrics use. */
  readonly apps: Readonly<Record<string, AppConfig>>
  /** A Redis server, in which several processes count together. */
  readonly redis?: {
    /** Address; with a password, use a variable or a file. */
    readonly url: string | SecretRef
    /** Prefix of the keys in Redis. @defaultValue 'usersig:' */
    readonly prefix?: string
    /** Time limit, in seconds, up to 10. @defaultValue 0.5 */
    readonly timeout?: number
  }
  /** Limits the tickets of each user per application. */
  readonly limits?: {
    /** Number of requests for tickets, refused rooms included. */
    readonly tickets: number
    /** Length of the window, in seconds. */
    readonly seconds: number
    /** `memory`: each process counts separately; `pass`: no limit; `refuse`: 503. @defaultValue 'memory' */
    readonly whenRedisIsDown?: 'memory' | 'pass' | 'refuse'
  }
  /** Remembers kicked users: `POST /kick` of the management port. */
  readonly revocation?: {
    /** Token for `POST /kick`: 16 characters or more. */
    readonly token: SecretRef
    /** How long the service remembers a kick, in seconds. @defaultValue 604800 */
    readonly lifetime?: number
    /** `refuse`: 503; `pass`: tickets are issued. @defaultValue 'refuse' */
    readonly whenRedisIsDown?: 'refuse' | 'pass'
  }
  /** Other origins that may call the service. @defaultValue none */
  readonly cors?: {
    /** Origins, such as `https://app.example.com`. */
    readonly origins: readonly string[]
    /** How long browsers cache a preflight, in seconds. @defaultValue 600 */
    readonly maxAge?: number
  }
  /** A second port, not for clients: metrics, probes, kicks. @defaultValue none */
  readonly management?: {
    /** Port. */
    readonly port: number
    /** Address of the network interface. @defaultValue '127.0.0.1' */
    readonly host?: string
  }
  /** The log. */
  readonly log?: {
    /** Lowest level to log. @defaultValue 'info' */
    readonly level?: 'debug' | 'info' | 'warn' | 'error'
  }
  /** The audit log; `false` turns it off. @defaultValue part of the log */
  readonly audit?:
    | {
        /** Path of a file to append to. */
        readonly file?: string
      }
    | false
  /** Shutdown after SIGTERM. */
  readonly shutdown?: {
    /** How long the service still accepts connections while `/ready` answers 503, in seconds. @defaultValue 5 */
    readonly delay?: number
    /** Time limit for open requests after that, in seconds. @defaultValue 20 */
    readonly timeout?: number
  }
}
