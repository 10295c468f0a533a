import type { PrivilegeName, PrivilegePreset } from '@usersig/core'

/** Where a secret is: the configuration only says where, never what. */
export type SecretRef =
  | {
      /** Name of an environment variable. */
      readonly env: string
      readonly file?: never
    }
  | {
      /** Path of a file that holds nothing else. */
      readonly file: string
      readonly env?: never
    }

/** Where the SDKSecretKey of an application is: exactly one of these. */
export interface KeyRef {
  /** Name of an environment variable; during a rotation it holds several keys, with commas between them. */
  readonly env?: string
  /** Path of a file with a key on each line. */
  readonly file?: string
  /** A key inside the transit engine of Vault: it never reaches this process. */
  readonly vaultTransit?: {
    readonly address: string
    readonly key: string
    readonly mount?: string
    readonly namespace?: string
    readonly token: SecretRef
  }
  /** An SDKSecretKey that AWS KMS has encrypted. */
  readonly awsKms?: EncryptedRef
  /** An SDKSecretKey that Tencent Cloud KMS has encrypted. */
  readonly tencentKms?: EncryptedRef
  /** An SDKSecretKey in Tencent Cloud Secrets Manager (SSM). */
  readonly tencentSsm?: {
    readonly secretName: string
    readonly versionId?: string
    readonly region: string
    readonly endpoint?: string
  }
}

/** What a KMS has encrypted. */
export interface EncryptedRef {
  /** The encrypted SDKSecretKey, in base64. */
  readonly ciphertext: string
  /** Region of the KMS. */
  readonly region: string
  /** Another address of the KMS, such as a VPC endpoint. */
  readonly endpoint?: string
}

/** Which login vouches for users: exactly one of these, each with the options of its function in `@usersig/auth`. */
export interface LoginConfig {
  readonly jwt?: LoginOptions
  readonly auth0?: LoginOptions
  readonly clerk?: LoginOptions
  readonly cognito?: LoginOptions
  readonly entra?: LoginOptions
  readonly firebase?: LoginOptions
  readonly keycloak?: LoginOptions
  readonly okta?: LoginOptions
  readonly supabase?: LoginOptions
}

/** Options of a function of `@usersig/auth`, as far as JSON can hold them. */
export type LoginOptions = Readonly<Record<string, unknown>>

/** A rule for rooms. What it names has to fit, all of it; the first rule that fits decides. */
export interface RoomRule {
  /** A scope that the token has to hold, in `scope` or `scp`. */
  readonly scope?: string
  /** A claim that has to name the room: text for a string room, a number for a numeric one, or an array of them. */
  readonly claim?: string
  /** Rooms: a number, a name, or the beginning of a name and `*`. */
  readonly rooms?: readonly (string | number)[]
  /** What the user may do there. @defaultValue 'audience' */
  readonly rights?: PrivilegePreset | readonly PrivilegeName[]
  /** Asks the app: it decides, and on the rights, too. */
  readonly ask?: {
    /** The app's own address. */
    readonly url: string
    /** How long the answer may take, in seconds, up to 10. @defaultValue 2 */
    readonly timeout?: number
    /** A token that the app knows this service by: `Authorization: Bearer`. */
    readonly token?: SecretRef
  }
}

/** One application. */
export interface AppConfig {
  /** SDKAppID of the application, or the variable that holds it. */
  readonly sdkAppId: number | string | { readonly env: string }
  /** Where its SDKSecretKey is. */
  readonly key: KeyRef
  /** Its login. @defaultValue the `login` of the service */
  readonly login?: LoginConfig
  /** Path at which its tickets are issued. @defaultValue '/usersig' */
  readonly path?: string
  /** Host name that it is asked under. @defaultValue any */
  readonly host?: string
  /** Which users it is for, by a claim of their token. @defaultValue all */
  readonly claim?: { readonly name: string; readonly is: string }
  /** How long tickets are valid, in seconds, from 1 to 1 576 800 000. @defaultValue 604800 */
  readonly expire?: number
  /** Who may enter which room. @defaultValue nobody any */
  readonly rooms?: readonly RoomRule[]
  /** UserIDs that get no ticket, beside `administrator`. @defaultValue none */
  readonly adminUserIds?: readonly string[]
}

/** The configuration of the service. */
export interface ServiceConfig {
  /** For editors: where the schema is. */
  readonly $schema?: string
  /** Where the service listens. */
  readonly listen?: { readonly port?: number; readonly host?: string }
  /** The login of all applications that name none. */
  readonly login?: LoginConfig
  /** The applications by a name of your choice, which logs and metrics use. */
  readonly apps: Readonly<Record<string, AppConfig>>
  /** The Redis in which several processes count together. */
  readonly redis?: { readonly url: string | SecretRef; readonly prefix?: string; readonly timeout?: number }
  /** How many tickets a user gets. */
  readonly limits?: {
    readonly tickets: number
    readonly seconds: number
    readonly whenRedisIsDown?: 'memory' | 'pass' | 'refuse'
  }
  /** Remembers who was kicked out. */
  readonly revocation?: {
    readonly token: SecretRef
    readonly lifetime?: number
    readonly whenRedisIsDown?: 'refuse' | 'pass'
  }
  /** Pages of which origins may ask. */
  readonly cors?: { readonly origins: readonly string[]; readonly maxAge?: number }
  /** A second port, for metrics and probes. */
  readonly management?: { readonly port: number; readonly host?: string }
  /** What is logged. */
  readonly log?: { readonly level?: 'debug' | 'info' | 'warn' | 'error' }
  /** Where the audit log goes. */
  readonly audit?: { readonly file?: string } | false
  /** How the service ends. */
  readonly shutdown?: { readonly delay?: number; readonly timeout?: number }
}
