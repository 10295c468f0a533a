import type { Command } from 'commander'
import { parseInteger } from '../input/numbers.ts'
import { words } from '../words/index.ts'

export function addDemoLogin(program: Command): void {
  const { about, port, audience, after } = words.demoLogin
  program
    .command('demo-login')
    .description(about)
    .option('-p, --port <port>', port, parseInteger, 4100)
    .option('--audience <audience>', audience, 'my-api')
    .addHelpText('after', after)
    .action(async (options) => (await import('../run/demo-login.ts')).demoLogin(options))
}
