import { decodeUserSig } from '@usersig/core'
import { showDuration, showMoment } from '@usersig/doctor'
import { err, escapeControls, note, out, padTo, print, quoted, table, widthOf } from '../output/terminal.ts'
import { language, words } from '../words/index.ts'
import type { PlannedChange } from './insert.ts'
import type { ChosenLogin } from './logins.ts'
import type { Plan } from './plan.ts'
import type { Project } from './project.ts'
import type { Trial } from './trial.ts'

/** What was found, on one line. */
export function showProject(project: Project, { title }: { readonly title: string }): void {
  const language = project.isTypeScript ? 'TypeScript' : 'JavaScript'
  const runner = { vitest: 'vitest', jest: 'Jest', node: 'node:test' }[project.runner]
  const facts = [language, project.isModule ? 'ESM' : 'CommonJS', project.manager, runner]
  print(`${out.bold(title)}  ${out.dim(facts.join(' · '))}\n`)
}

/** Everything that is to be done, line by line; files that exist stay as they are. */
export function showPlan(plan: Plan): void {
  const { install, write, add, change, there } = words.init.verbs
  const width = Math.max(...[install, write, add, change, there].map(widthOf)) + 2
  const row = (verb: string, what: string, remark = '') =>
    print(`  ${padTo(verb, width)}${what}${remark && `  ${out.dim(remark)}`}`)
  for (const line of plan.installs) row(install, line)
  for (const { path, isThere } of plan.files) row(isThere ? there : write, path, isThere ? words.init.leftAsIs : '')
  const { path, missing, isThere, hasKey } = plan.key
  if (missing.length === 0) row(there, path, words.init.leftAsIs)
  else row(isThere ? add : write, path, `${isThere ? '' : words.init.ownerOnly}${hasKey ? '' : words.init.emptyKey}`)
  for (const each of plan.changes) {
    row(each.before === '' ? write : change, each.path)
    print(diffOf(each))
  }
  if (plan.isWired) row(there, plan.draft.insertion?.file ?? plan.draft.manual?.file ?? '', words.init.wired)
  if (plan.noTest) print(out.dim(`  ${words.init.noTest[plan.noTest]}`))
  print('')
}

/** Lines that come and go. What was typed into a file before is not shown beyond them. */
function diffOf({ before, after }: PlannedChange): string {
  const old = before.split(/\r?\n/)
  const fresh = after.split(/\r?\n/)
  const rows: string[] = []
  let at = 0
  for (const line of fresh) {
    if (line === old[at]) {
      at++
      continue
    }
    const isChanged = old[at] !== undefined && fresh.indexOf(old[at] as string) < 0 && old[at] !== ''
    if (isChanged) rows.push(out.red(`    - ${escapeControls((old[at++] as string).replace(/\t/g, '  '))}`))
    rows.push(out.green(`    + ${escapeControls(line.replace(/\t/g, '  '))}`))
  }
  return rows.join('\n')
}

/** The first ticket: who it is for, and until when; the ticket itself is cut short. */
export function showTrial({ line, url, seconds, refused, answered }: Trial, isSample: boolean): boolean {
  print(`${line}  ${out.dim(`${url}, ${seconds.toFixed(1)} s`)}`)
  const check = (isGood: boolean, text: string) => print(`  ${isGood ? out.green('✓') : out.red('✗')} ${text}`)
  check(refused === 401, words.init.withoutLogin(refused))
  if (!answered) return refused === 401
  const ticket = ticketIn(answered.body)
  if (ticket === undefined) {
    check(false, words.init.withLogin(answered.status))
    return false
  }
  check(true, words.init.withLogin(answered.status))
  const { claims } = decodeUserSig(ticket)
  const { user, issued, until, inAll } = words.ticket
  const lifetime = showDuration(claims.expire, language)
  print(
    table(
      [
        [user, quoted(claims.userId)],
        ['SDKAppID', `${claims.sdkAppId}${isSample ? ` ${words.init.sample}` : ''}`],
        [issued, showMoment(claims.issuedAt)],
        [until, inAll(showMoment(claims.expiresAt), lifetime)],
        ['UserSig', `${ticket.slice(0, 3)}… (${ticket.length})`],
      ],
      '    ',
    ),
  )
  return refused === 401
}

function ticketIn(body: string): string | undefined {
  try {
    const { userSig } = JSON.parse(body) as { userSig?: unknown }
    return typeof userSig === 'string' ? userSig : undefined
  } catch {
    return undefined
  }
}

/** What is left to do by hand. */
export function showNext(
  plan: Plan,
  chosen: ChosenLogin,
  { isOwnOpen, testLine }: { readonly isOwnOpen: boolean; readonly testLine: string | undefined },
): void {
  const { next, replace, noLogin, ownLogin, setKey, setSecret, addLines, deploy, tests } = words.init
  const route = plan.draft.path
  const steps = [
    ...(plan.manual ? [`${addLines(plan.manual.file)}\n\n${plan.manual.lines.replace(/^/gm, '     ')}\n`] : []),
    ...(plan.key.isSet || plan.key.hasKey ? [] : [setKey(plan.key.path)]),
    ...(chosen.login.secret && plan.key.missing.includes(chosen.login.secret)
      ? [setSecret(chosen.login.secret, plan.key.path)]
      : []),
    ...(isOwnOpen ? [ownLogin(route)] : []),
    ...(chosen.open.length > 0 ? [replace(chosen.open.join(', '), route)] : []),
    ...(chosen.open.length > 0 && chosen.login.id === 'jwt' ? [noLogin] : []),
    ...(plan.key.path === '.dev.vars' ? [deploy] : []),
    ...(testLine === undefined ? [] : [tests(testLine), words.init.ci]),
  ]
  if (steps.length === 0) return
  print(`\n${out.bold(next)}`)
  for (const [index, step] of steps.entries()) print(`  ${index + 1}. ${step}`)
}

export const showWarning = (text: string): void => note(err.yellow(text))
