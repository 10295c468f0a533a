import { writeSync } from 'node:fs'
import tab from '@bomb.sh/tab/commander'
import { listTencentCodes } from '@usersig/doctor'
import type { Command } from 'commander'
import { PRESETS } from './input/rights.ts'
import { language, words } from './words/index.ts'

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

/** The script of the library evaluates what stands on the line, and needs a completion system that runs already. */
const ZSH = `#compdef usersig
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
_usersig() {
  local line value directive=4
  local -a offers
  while IFS= read -r line; do
    case $line in
      :[0-9]*) directive=\${line#:} ;;
      ?*)
        value=\${line%%$'\t'*}
        offers+=("\${value//:/\\:}:\${line#*$'\t'}") ;;
    esac
  done < <(usersig complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)
  [[ $PREFIX == --*=* ]] && compset -P 1 '*='
  if [[ $directive == 0 ]]; then
    _files
  elif (( $#offers )); then
    _describe -t values value offers
  fi
}
# What zsh loads from a folder is called at once.
if [[ $funcstack[1] == _usersig ]]; then _usersig; else compdef _usersig usersig; fi
`

/**
 * The script of the library evaluates the line once more. Older versions of PowerShell leave empty arguments out, and a
 * script in place of a program would keep an unquoted -- to itself.
 */
const POWERSHELL = `Register-ArgumentCompleter -Native -CommandName usersig -ScriptBlock {
  param($word, $ast, $position)
  $words = @($ast.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.StartOffset -lt $position } | ForEach-Object { $_.Extent.Text })
  if ($word -eq '') {
    $old = $PSVersionTable.PSVersion -lt [version]'7.3' -or $PSNativeCommandArgumentPassing -eq 'Legacy'
    $words += if ($old) { '""' } else { '' }
  }
  $flag = if ($word -match '^--[^=]+=') { $Matches[0] } else { '' }
  $lines = @(& usersig complete '--' @words 2>$null)
  $offers = @($lines | Where-Object { $_ -and $_ -notmatch '^:\\d' })
  # An empty text keeps files from being offered.
  if ($offers.Count -eq 0 -and $lines -notcontains ':0') { return '' }
  foreach ($offer in $offers) {
    $value, $about = $offer -split "\`t", 2
    if (-not $about) { $about = $value }
    [System.Management.Automation.CompletionResult]::new($flag + $value, $value, 'ParameterValue', $about)
  }
}
`

/** In place of the scripts of the library; the one for fish evaluates nothing. */
const SCRIPTS = new Map([
  ['bash', BASH],
  ['zsh', ZSH],
  ['powershell', POWERSHELL],
])

/** Adds `usersig complete <shell>`, and what shells offer after the tabulator. */
export function addCompletion(program: Command): void {
  const { commands } = tab(program)
  program.commands
    .find((command) => command.name() === 'complete')
    ?.description(words.complete.about)
    .addHelpText('after', words.complete.after)
    .hook('preAction', (_, { args: [shell] }) => {
      // What shells ask for comes after a --.
      if (process.argv.includes('--')) return
      const script = SCRIPTS.get(shell as string)
      if (script !== undefined) answer(script)
    })
  const rights = commands.get('room')?.options.get('as')
  if (rights) {
    rights.handler = (complete) => {
      for (const name of PRESETS) complete(name, '')
    }
  }
  const code = commands.get('doctor')?.arguments.get('anything')
  if (code) {
    code.handler = (complete) => {
      // Whoever begins a number has a code; what else there is cannot be guessed.
      if (!/^\d+$/.test(process.argv.at(-1) ?? '')) return
      for (const { code: each, meaning } of listTencentCodes({ language })) complete(String(each), meaning)
    }
  }
  for (const { options, arguments: named } of commands.values()) {
    for (const each of [
      options.get('key-file'),
      options.get('output'),
      options.get('file'),
      options.get('qr'),
      named.get('users.csv'),
    ]) {
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
