declare module '*/chromium.mjs' {
  /** What a headless Chromium is to be started with, also as root and without a network. */
  export const CHROMIUM_ARGS: string[]
  /** Gives the path of a Chromium. */
  export function findChromium(): Promise<string>
}
