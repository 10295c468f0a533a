import type { CanActivate, ExecutionContext, Type } from '@nestjs/common'
import type { EndpointOptions, GuardOptions, WebhookOptions } from '@usersig/core/endpoint'

/** The request of Express or Fastify. Annotate your parameters with the type that your app uses. */
// biome-ignore lint/suspicious/noExplicitAny: which type it is depends on the app's platform and its own additions
export type FrameworkRequest = any

type Webhooks = WebhookOptions<FrameworkRequest, ExecutionContext>

/** What `@RequireWebhook()` checks the webhooks of Tencent with. */
export interface UserSigWebhooks extends Pick<Webhooks, 'trtcKey' | 'chatToken' | 'maxBytes'> {
  /**
   * Greatest age of a webhook, in seconds. TRTC repeats an unanswered webhook for about a minute with its first time:
   * set 120 or more. A webhook of Chat older than 60 seconds never passes, as documented.
   * @defaultValue 60 for Chat, any age for TRTC
   */
  maxAge?: number
}

/** Options of a module, and the result of the factory of `forRootAsync`. */
export interface UserSigModuleOptions
  extends GuardOptions<FrameworkRequest, ExecutionContext>,
    Omit<EndpointOptions<FrameworkRequest, ExecutionContext>, 'authenticate' | 'expire'> {
  /**
   * Returns the UserID from the app's own login; it runs after the guards of `issuer`. Nothing (`null`, `undefined`,
   * `false`) answers 401. For longer ids, such as a UUID of 36 characters, return `toUserId(id)`. Only for the
   * controller of `issuer`, and required there.
   */
  authenticate?: EndpointOptions<FrameworkRequest, ExecutionContext>['authenticate']
  /**
   * How long tickets are valid, in seconds, from 1 to 1 576 800 000: those of the controller, and those of the service
   * where its caller names no lifetime.
   * @defaultValue 604800, or the signer's `expire`
   */
  expire?: number
  /**
   * The keys for webhooks from the console, for `@RequireWebhook()`. @defaultValue none: the decorator stops the app at
   * start
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

/** Static options, set next to `useFactory` and not in its result. */
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
