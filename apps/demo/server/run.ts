import { styleText } from 'node:util'
import { endOnSignal } from './drain.ts'
import { describeLimit } from './limit/limit.ts'
import type { Settings } from './settings.ts'
import { type Serve, start } from './start.ts'

/** Runs the demo as a program: says where it listens, and ends when it is told to. */
export async function run(readSettings: () => Settings, serve?: Serve): Promise<void> {
  try {
    const settings = readSettings()
    const { port, close } = await start(settings, serve)
    endOnSignal(close, settings.drainSeconds)
    console.log(welcome(settings, port))
  } catch (error) {
    console.error(`${styleText('red', 'The demo could not start:')} ${explain(error)}`)
    process.exitCode = 1
  }
}

function welcome(settings: Settings, port: number): string {
  const address = `http://${settings.host}:${port}`
  const credentials = settings.sample
    ? [
        '  It signs with sample credentials, which no server of Tencent knows. With your own:',
        styleText('dim', '    USERSIG_SDKAPPID=… USERSIG_SECRETKEY=… npm start'),
      ]
    : [`  It signs for your SDKAppID ${settings.signer.sdkAppId}.`]
  return [
    '',
    ...credentials,
    '',
    `  ${describeLimit(settings)}`,
    '',
    `  The UserSig demo runs at ${styleText(['bold', 'cyan'], address)}, served by ${settings.adapter}.`,
    '',
  ].join('\n')
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE') {
    return `port ${process.env['PORT'] || 3000} is taken: stop what runs there, or choose another with PORT=3001 npm start`
  }
  return error.message
}
