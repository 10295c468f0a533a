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
    /** Address of Vault. */
    readonly address: string
    /** Name of the key. */
    readonly key: string
    /** Path of the transit engine. @defaultValue 'transit' */
    readonly mount?: string
    /** Namespace of Vault Enterprise. @defaultValue none */
    readonly namespace?: string
    /** The token for Vault. A file is read again for each request. */
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
    /** Another address of it, such as an internal endpoint. */
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
  /** Path at which its tickets are issued. @defaultValue '/usersig' */
  readonly path?: string
  /** Host name that it is asked under. @defaultValue any */
  readonly host?: string
  /** Which users it is for, by a claim of their token. @defaultValue all */
  readonly claim?: {
    /** Name of the claim. */
    readonly name: string
    /** Its value. */
    readonly is: string
  }
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
  readonly listen?: {
    /** Port; 0 takes a free one. @defaultValue 3000 */
    readonly port?: number
    /** Address of the network interface. @defaultValue '0.0.0.0' */
    readonly host?: string
  }
  /** The login of all applications that name none. */
  readonly login?: LoginConfig
  /** The applications by a name of your choice, which logs and metrics use. */
  readonly apps: Readonly<Record<string, AppConfig>>
  /** The Redis in which several processes count together. */
  readonly redis?: {
    /** Its address; one with a password comes from a variable or a file. */
    readonly url: string | SecretRef
    /** What its keys begin with. @defaultValue 'usersig:' */
    readonly prefix?: string
    /** How long it may take, in seconds, up to 10. @defaultValue 0.5 */
    readonly timeout?: number
  }
  /** How many tickets a user gets of an application. */
  readonly limits?: {
    /** How many tickets. */
    readonly tickets: number
    /** In how many seconds. */
    readonly seconds: number
    /** `memory`: each process counts by itself; `pass`: nobody counts; `refuse`: 503. @defaultValue 'memory' */
    readonly whenRedisIsDown?: 'memory' | 'pass' | 'refuse'
  }
  /** Remembers who was kicked out: `POST /kick` of the management port. */
  readonly revocation?: {
    /** The token that `POST /kick` asks for: 16 characters or more. */
    readonly token: SecretRef
    /** For how long a kick is remembered, in seconds. @defaultValue 604800 */
    readonly lifetime?: number
    /** `refuse`: 503; `pass`: tickets are issued. @defaultValue 'refuse' */
    readonly whenRedisIsDown?: 'refuse' | 'pass'
  }
  /** Pages of which origins may ask. @defaultValue none */
  readonly cors?: {
    /** Origins, such as `https://app.example.com`. */
    readonly origins: readonly string[]
    /** For how long browsers remember it, in seconds. @defaultValue 600 */
    readonly maxAge?: number
  }
  /** A second port, which is not for clients: metrics, probes, kicks. @defaultValue none */
  readonly management?: {
    /** Port. */
    readonly port: number
    /** Address of the network interface. @defaultValue '127.0.0.1' */
    readonly host?: string
  }
  /** What is logged. */
  readonly log?: {
    /** From which level on. @defaultValue 'info' */
    readonly level?: 'debug' | 'info' | 'warn' | 'error'
  }
  /** Where the audit log goes; `false` turns it off. @defaultValue among the other lines */
  readonly audit?:
    | {
        /** Path of a file that is appended to. */
        readonly file?: string
      }
    | false
  /** How the service ends after SIGTERM. */
  readonly shutdown?: {
    /** How long it still takes connections, in seconds, while `/ready` says no. @defaultValue 5 */
    readonly delay?: number
    /** How long answers may take after that, in seconds. @defaultValue 20 */
    readonly timeout?: number
  }
}
