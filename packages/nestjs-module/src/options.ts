import type { CanActivate, ExecutionContext, Type } from '@nestjs/common'
import type { EndpointOptions, GuardOptions, WebhookOptions } from '@usersig/core/endpoint'

/** The request of Express or Fastify. An app gives its parameters the type that it uses. */
// biome-ignore lint/suspicious/noExplicitAny: which type it is depends on the app's platform and its own additions
export type FrameworkRequest = any

type Webhooks = WebhookOptions<FrameworkRequest, ExecutionContext>

/** What `@RequireWebhook()` checks the webhooks of Tencent with. */
export interface UserSigWebhooks extends Pick<Webhooks, 'trtcKey' | 'chatToken' | 'maxBytes'> {
  /**
   * How old a webhook may be, in seconds. TRTC repeats a webhook that was not answered for about a minute, with its first
   * time: give 120 or more. One of Chat is never let pass when it is older than 60, as its documents ask.
   * @defaultValue 60 for Chat, any age for TRTC
   */
  maxAge?: number
}

/** What a module needs to know, and what the factory of `forRootAsync` returns. */
export interface UserSigModuleOptions
  extends GuardOptions<FrameworkRequest, ExecutionContext>,
    Omit<EndpointOptions<FrameworkRequest, ExecutionContext>, 'authenticate' | 'expire'> {
  /**
   * Who is calling, from the app's own login; it runs after the guards of `issuer`. Nothing (`null`, `undefined`,
   * `false`) answers 401. An id that does not fit a UserID, such as a UUID of 36 characters, goes through `toUserId`.
   * Only for the controller that `issuer` asks for, and required there.
   */
  authenticate?: EndpointOptions<FrameworkRequest, ExecutionContext>['authenticate']
  /**
   * How long tickets are valid, in seconds, from 1 to 1 576 800 000: those of the controller, and those of the service
   * where its caller names no lifetime.
   * @defaultValue 604800, or the signer's `expire`
   */
  expire?: number
  /**
   * What signs the webhooks of Tencent, as you chose it in the console: for `@RequireWebhook()`.
   * @defaultValue nothing, and the decorator stops the app at start
   */
  webhooks?: UserSigWebhooks
}

/** The ready-made controller at which logged-in users fetch their tickets. */
export interface UserSigIssuer {
  /** Path of the controller, after the global prefix of the app. */
  path: string
  /** The app's own guards, before it: classes, which Nest instantiates, or instances. @defaultValue none */
  guards?: readonly (Type<CanActivate> | CanActivate)[]
  /** Version of the controller, where the app uses versions. @defaultValue the `defaultVersion` of the app */
  version?: string | string[]
}

/** What is known when the module is declared, so that it stands beside `useFactory` and not in its result. */
export interface UserSigModuleExtras {
  /** Makes the service and the guards available in all modules. @defaultValue false */
  isGlobal?: boolean
  /** Tells several modules apart, one for each application. @defaultValue the one without a name */
  name?: string
  /** Asks for the ready-made controller. @defaultValue none */
  issuer?: UserSigIssuer
  /**
   * Answers refused HTTP requests with the problem document of the contract, by a global exception filter for the
   * guard's exceptions alone. With `false` they go to the app's own filters.
   * @defaultValue true
   */
  problemDocuments?: boolean
}

/** For `useClass` and `useExisting` of `forRootAsync`. */
export interface UserSigOptionsFactory {
  /** Returns the options. Called once, when the app starts. */
  createUserSigOptions(): UserSigModuleOptions | Promise<UserSigModuleOptions>
}
