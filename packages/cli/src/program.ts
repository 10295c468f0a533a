import { Command, Help } from 'commander'
import { addBulk } from './commands/bulk.ts'
import { addCodes } from './commands/codes.ts'
import { addComplete } from './commands/complete.ts'
import { addConform } from './commands/conform.ts'
import { addConsole } from './commands/console.ts'
import { addDemoLogin } from './commands/demo-login.ts'
import { addDoctor } from './commands/doctor.ts'
import { addInit } from './commands/init.ts'
import { addInspect } from './commands/inspect.ts'
import { addMcp } from './commands/mcp.ts'
import { addRoom } from './commands/room.ts'
import { addServe } from './commands/serve.ts'
import { addSign } from './commands/sign.ts'
import { addVerify } from './commands/verify.ts'
import { EXIT } from './exit.ts'
import { languageOption } from './input/options.ts'
import { redact, widthOf, wrap } from './output/terminal.ts'
import { version } from './version.ts'
import { words } from './words/index.ts'

/** What the parser says of a key in PEM form where an option may stand. */
const PEM_OPTION = /unknown option '-----BEGIN /

/** In the order of the help: the first one is what most people come for. */
const ALL = [
  addDoctor,
  addCodes,
  addSign,
  addRoom,
  addVerify,
  addInspect,
  addBulk,
  addInit,
  addServe,
  addDemoLogin,
  addConform,
  addConsole,
  addMcp,
]

/** The command line, ready to parse; each command loads what it does when it is called. */
export async function createProgram(args: readonly string[]): Promise<Command> {
  const program = configure(new Command('usersig'))
  for (const add of ALL) add(program)
  if (args[0] !== 'complete') addComplete(program)
  for (const command of program.commands) {
    command.copyInheritedSettings(program).helpOption('-h, --help', words.help.help)
    command.showHelpAfterError(words.help.more(`${command.name()} `)).addOption(languageOption())
  }
  // Its own command has settings of its own, and it has to see all others.
  if (args[0] === 'complete') (await import('./completion.ts')).addCompletion(program)
  return program
}

function configure(program: Command): Command {
  const { about, after, more, help, helpCommand } = words.help
  return (
    program
      .description(about)
      .version(version, '-V, --version', words.help.version)
      .addOption(languageOption())
      .helpOption('-h, --help', help)
      .helpCommand('help [command]', helpCommand)
      .showHelpAfterError(more(''))
      .addHelpText('after', after)
      .configureHelp({
        minWidthToWrap: 20,
        displayWidth: widthOf,
        styleTitle: (title) => words.help.titles[title] ?? title,
        commandUsage: (command) => placeholders(Help.prototype.commandUsage.call(new Help(), command)),
        subcommandTerm: (command) => placeholders(Help.prototype.subcommandTerm.call(new Help(), command)),
        optionDescription: (option) => localize(Help.prototype.optionDescription.call(new Help(), option)),
        argumentDescription: (argument) => localize(Help.prototype.argumentDescription.call(new Help(), argument)),
      })
      .configureOutput({
        writeOut: (text) => process.stdout.write(wrap(text, process.stdout.columns)),
        writeErr: (text) => process.stderr.write(wrap(translate(text), process.stderr.columns)),
        outputError: (text, write) => write(redact(PEM_OPTION.test(text) ? `${words.error}${words.keys.pem}\n` : text)),
      })
      // Commander's own code for wrong usage is 1, which means something else here.
      .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  )
}

const localize = (description: string): string =>
  description
    .replace('default: ', `${words.help.default}${words.colon}`)
    .replace('choices: ', `${words.help.choices}${words.colon}`)
    .replace('shell type', words.complete.shell)

/** What stands for something in a line that shows how a command is called. */
const placeholders = (usage: string): string =>
  usage.replace('[options]', words.help.options).replace('[command]', words.help.command)

/** The parser's own messages in the language of the call. */
function translate(text: string): string {
  return words.parser.reduce((all, [pattern, translation]) => all.replace(pattern, translation), text)
}
