import type { UserSigSource } from './source-options.ts'

/** What is used of `TUICallKitServer` of TUICallKit for React and Vue. */
export interface CallKitServer {
  // biome-ignore lint/suspicious/noExplicitAny: each edition has parameters of its own
  init(params: any): Promise<void>
}

/**
 * Starts TUICallKit with a valid ticket.
 *
 * Give it the Chat instance as `tim`, logged in by `loginChat`, and calls outlive the ticket, as Chat logs in again.
 *
 * @param params - The other parameters of `init`.
 * @throws UserSigSourceError if no ticket could be had; what `init` throws.
 * @example
 * await initCallKit(TUICallKitServer, source)
 */
export async function initCallKit<Server extends CallKitServer>(
  server: Server,
  source: UserSigSource,
  params: Partial<Parameters<Server['init']>[0]> = {},
): Promise<void> {
  const { sdkAppId, userId, userSig } = await source.get()
  await server.init({ ...params, SDKAppID: sdkAppId, userID: userId, userSig })
}
