/**
 * What the examples of docstrings take for granted: the reader's own values and functions. As a text, since it is for the
 * examples alone.
 */
export const PRELUDE = `
declare const sdkAppId: number
declare const secretKey: string
declare const keyBytes: Uint8Array<ArrayBuffer>
declare const signer: import('@usersig/core').UserSigner
declare const credentials: import('@usersig/core').UserSignerOptions
declare const userSig: string
declare const key: string
declare const keys: readonly import('@usersig/doctor').AppKey[]
declare const rawBody: string
declare const token: string
declare const trtcKey: string
declare const request: Request
declare const req: any
declare const res: import('node:http').ServerResponse
declare const app: import('express').Express
declare const webhookRequest: import('@usersig/core/endpoint').WebhookRequest<Request>
declare const endpointRequest: import('@usersig/core/endpoint').EndpointRequest<Request>
declare const endpoint: import('@usersig/core/endpoint').UserSigEndpoint<import('node:http').IncomingMessage>
declare const options: any
declare const userIds: readonly string[]
declare const database: { insert(rows: readonly object[]): Promise<void> }
declare const file: { write(text: string): void }
declare const source: import('@usersig/client').UserSigSource
declare const chat: import('@usersig/client/chat').ChatSdk
declare const trtc: {
  enterRoom(config: { roomId?: number; scene?: 'live'; role?: 'anchor' | 'audience' }): Promise<void>
  switchRole(role: 'anchor' | 'audience', options?: object): Promise<void>
  switchRoom(config: object): Promise<void>
}
declare const Taro: { request: import('@usersig/client/mini-program').RequestFunction }
declare const TUICallKitServer: { init(params: { userID: string }): Promise<void> }
declare const Test: any
declare const TUIRoomEngine: any
declare const TUILogin: any
declare const TUICore: any
declare const TUIConstants: any
declare const APP_GUARD: string
declare const Redis: new () => import('@usersig/core/revocation').RedisClient
declare const error: unknown
declare const text: string
declare const createUserSigSource: typeof import('@usersig/client').createUserSigSource
declare function keysOfApplication(host: string): Promise<{ sdkAppId: number; secretKey: string } | null>
declare function userOfSession(...session: unknown[]): string | undefined
declare function authenticate(): string
declare function readKeysFromVault(): Promise<readonly string[]>

interface Env {
  readonly USERSIG_SDKAPPID: string
  readonly USERSIG_SECRETKEY: string
  readonly TRTC_WEBHOOK_KEY: string
  readonly KEYS: { get(name: string): Promise<string> }
  readonly LOGIN_ISSUER: string
  readonly LOGIN_AUDIENCE: string
}

interface User {
  readonly id: string
}

declare class AppModule {}

declare class SessionGuard {
  canActivate(): boolean
}

declare class ConfigService {
  getOrThrow(name: string): any
}

declare namespace NodeJS {
  interface ProcessEnv {
    readonly USERSIG_SECRETKEY: string
    readonly TRTC_WEBHOOK_KEY: string
  }
}

declare namespace Express {
  interface Request {
    readonly session: { readonly userId: string }
  }
}
`
