/**
 * Starts TUICallKit with a ticket.
 *
 * @module
 */
import type { UserSigSource } from './options.ts'

/** The part of `TUICallKitServer` of TUICallKit for React and Vue that is used. */
export interface CallKitServer {
  /** Logs in and starts; each edition has its own parameters. */
  // biome-ignore lint/suspicious/noExplicitAny: each edition has parameters of its own
  init(params: any): Promise<void>
}

/**
 * Starts TUICallKit with a valid ticket.
 *
 * Give it the Chat instance as `tim`, logged in by `loginChat`, and invitations still come in when the ticket has ended.
 * The engine keeps the ticket of `init`, and a second `init` does nothing: to renew it, call
 * `TUICallKitServer.destroyed()` between two calls, and this function again.
 *
 * @param server - `TUICallKitServer` of the edition that you use.
 * @param source - What `createUserSigSource` returned.
 * @param params - The other parameters of `init`.
 * @throws UserSigSourceError if there are no tickets; what `init` throws.
 * @example
 * await initCallKit(TUICallKitServer, source)
 */
export async function initCallKit<Server extends CallKitServer>(
  server: Server,
  source: UserSigSource,
  params: Partial<Parameters<Server['init']>[0]> = {},
): Promise<void> {
  const { sdkAppId, userId, userSig } = await source.get()
  // The editions for the web read SDKAppID, those for mini programs sdkAppID.
  await server.init({ ...params, SDKAppID: sdkAppId, sdkAppID: sdkAppId, userID: userId, userSig })
}
