import { writeSync } from 'node:fs'
import tab from '@bomb.sh/tab/commander'
import { PRIVILEGE_PRESETS } from '@usersig/core'
import { listTencentErrors } from '@usersig/core/doctor'
import type { Command } from 'commander'

/** The script of the library needs the package bash-completion, and evaluates what stands on the command line. */
const BASH = `_usersig() {
  local line directive=4
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :[0-9]*) directive=\${line#:} ;;
      *) COMPREPLY+=("\${line%%$'\\t'*}") ;;
    esac
  done < <(usersig complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  # Bash 3 has no compopt, and offers files more often than it should.
  [ "$directive" = 0 ] || compopt +o default 2>/dev/null
}
complete -o default -F _usersig usersig
`

/** The script of the library needs the completion system, which a fresh zsh has not started. */
const ZSH = `#compdef usersig
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
`

const HELP = `
Put the line of your shell into its start file:
  bash        source <(usersig complete bash)
  zsh         source <(usersig complete zsh)
  fish        usersig complete fish | source
  powershell  usersig complete powershell | Out-String | Invoke-Expression`

/** Adds `usersig complete <shell>`, and what shells offer behind the tabulator. */
export function addCompletion(program: Command): void {
  const { commands } = tab(program)
  program.commands
    .find((command) => command.name() === 'complete')
    ?.description('print the completion script of a shell')
    .addHelpText('after', HELP)
    .hook('preAction', (_, { args: [shell] }) => {
      // What shells ask for comes behind a --.
      if (process.argv.includes('--')) return
      if (shell === 'zsh') process.stdout.write(ZSH)
      if (shell === 'bash') answer(BASH)
    })
  const rights = commands.get('room')?.options.get('as')
  if (rights) {
    rights.handler = (complete) => {
      for (const name of Object.keys(PRIVILEGE_PRESETS)) complete(name, '')
    }
  }
  const code = commands.get('explain')?.arguments.get('code')
  if (code) {
    code.handler = (complete) => {
      for (const { code: each, meaning } of listTencentErrors()) complete(String(each), meaning)
    }
  }
  for (const { options, arguments: named } of commands.values()) {
    for (const each of [options.get('key-file'), options.get('output'), named.get('users.csv')]) {
      // 0 leaves it to the shell, which then offers files. The library itself knows no way to say so.
      if (each) each.handler = () => answer(':0\n')
    }
  }
}

/** Tells the shell, and ends. */
function answer(text: string): never {
  writeSync(1, text)
  process.exit()
}
