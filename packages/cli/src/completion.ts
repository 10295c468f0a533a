import tab from '@bomb.sh/tab/commander'
import { PRIVILEGE_PRESETS } from '@usersig/core'
import { listTencentErrors } from '@usersig/core/doctor'
import type { Command } from 'commander'

/** Adds `usersig complete <shell>`, and what shells offer behind the tabulator. */
export function addCompletion(program: Command): void {
  const completion = tab(program)
  const rights = completion.commands.get('room')?.options.get('as')
  if (rights) {
    rights.handler = (complete) => {
      for (const name of Object.keys(PRIVILEGE_PRESETS)) complete(name, '')
    }
  }
  const code = completion.commands.get('explain')?.arguments.get('code')
  if (code) {
    code.handler = (complete) => {
      for (const { code: each, meaning } of listTencentErrors()) complete(String(each), meaning)
    }
  }
}
