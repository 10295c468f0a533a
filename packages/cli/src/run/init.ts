import type { AppKey } from '@usersig/doctor'
import { CliError, EXIT } from '../exit.ts'
import { install, write } from '../init/apply.ts'
import { readLogin } from '../init/login-code.ts'
import { type ChosenLogin, chooseLogin, LOGINS, loginsFor, OWN } from '../init/logins.ts'
import { makePlan, type Plan } from '../init/plan.ts'
import { type Project, programLine, readProject, scriptLine } from '../init/project.ts'
import { askLogin, askValues, confirm, question } from '../init/questions.ts'
import { showNext, showPlan, showProject, showTrial } from '../init/screen.ts'
import { findStack, STACKS } from '../init/stacks/index.ts'
import type { Stack } from '../init/stacks/stack.ts'
import { TrialError, tryOut } from '../init/trial.ts'
import { findKeys, type KeyOptions, needKey } from '../input/keys.ts'
import { readSdkAppId } from '../input/numbers.ts'
import { escapeControls, note, out, print, redact } from '../output/terminal.ts'
import { words } from '../words/index.ts'

export interface InitOptions extends Pick<KeyOptions, 'sdkappid' | 'keyFile'> {
  readonly stack?: string
  readonly login?: string
  readonly set?: readonly string[]
  readonly dryRun?: true
  readonly yes?: true
  readonly start: boolean
}

/** Looks, asks, shows the plan; does it; starts the app once. */
export async function init(options: InitOptions): Promise<void> {
  const project = readProject(process.cwd())
  const stack = STACKS.find(({ id }) => id === options.stack) ?? findStack(project)
  const canAsk = !options.yes && !options.dryRun && Boolean(process.stdin.isTTY && process.stderr.isTTY)
  if (!canAsk && !options.yes && !options.dryRun) throw new CliError(words.init.cannotAsk, words.init.cannotAskHint)
  showProject(project, stack)
  // A route that is there has its login.
  const path = stack.draft(project, chooseLogin(OWN, {})).path
  const written = project.read(path)
  const chosen = written === undefined ? await findLogin(options, stack, canAsk) : readLogin(written)
  const isKeyThere = makePlan(project, stack, chosen, false).key.isSet
  const key = isKeyThere ? undefined : await findKey(options, canAsk)
  const plan = makePlan(project, stack, chosen, key !== undefined)
  showPlan(plan)
  if (options.dryRun) return print(words.init.nothingDone)
  if (canAsk && !(await confirm())) return print(words.init.nothingDone)
  await carryOut(plan, project, key)
  const isGood = options.start ? await tryOnce(project, plan, chosen) : true
  const isOpen = chosen.login === OWN && (written === undefined || written.includes('authenticate = () => undefined'))
  showNext(plan, chosen, { isOwnOpen: isOpen, testLine: testLine(project, plan) })
  if (!isGood) process.exitCode = EXIT.invalid
}

async function findLogin({ login: id, set = [] }: InitOptions, stack: Stack, canAsk: boolean): Promise<ChosenLogin> {
  const said = Object.fromEntries(set.map(readPair))
  const fitting = loginsFor(stack.id)
  const login = LOGINS.find((each) => each.id === (id ?? (canAsk ? undefined : 'jwt')))
  if (!login) return await askLogin(fitting, said)
  if (!fitting.includes(login)) {
    throw new CliError(words.init.noLoginHere(login.id, stack.title), fitting.map((each) => each.id).join(', '))
  }
  const unknown = Object.keys(said).find((name) => !login.options.some((each) => each.name === name))
  if (unknown !== undefined) {
    throw new CliError(words.init.noSuchValue(unknown, login.id), login.options.map(({ name }) => name).join(', '))
  }
  return canAsk ? await askValues(login, said) : chooseLogin(login, said)
}

function readPair(pair: string): readonly [string, string] {
  const [, name, value] = /^(\w+)=(.+)$/s.exec(pair) ?? []
  if (name === undefined || value === undefined) throw new CliError(words.init.badPair)
  // It becomes code: a line break or a control character is a mistake.
  if (escapeControls(value) !== value) throw new CliError(words.init.badPair)
  return [name, value]
}

/** The key of the environment or of a file, or what is typed, unseen; nothing leaves its place empty. */
async function findKey(options: InitOptions, canAsk: boolean): Promise<AppKey | undefined> {
  if (options.keyFile !== undefined || findKeys(options).length > 0) return await needKey(options)
  if (!canAsk) return undefined
  const id = options.sdkappid ?? (await askId())
  if (id === undefined) return undefined
  const secretKey = await question(words.keys.askKey, '', true)
  return secretKey === '' ? undefined : { sdkAppId: id, secretKey }
}

async function askId(): Promise<number | undefined> {
  for (;;) {
    const answer = await question(words.init.askId)
    if (answer === '') return undefined
    const read = readSdkAppId(answer)
    if ('id' in read) return read.id
    note(read.fault)
  }
}

async function carryOut(plan: Plan, project: Project, key: AppKey | undefined): Promise<void> {
  for (const line of plan.installs) {
    note(out.dim(line))
    await install(line, project.folder)
  }
  write(plan, project.folder, key)
}

async function tryOnce(project: Project, plan: Plan, chosen: ChosenLogin): Promise<boolean> {
  if (!plan.draft.start) return true
  note(out.dim(words.init.starting))
  try {
    const trial = await tryOut(project, plan, chosen)
    return trial ? showTrial(trial, !plan.key.isSet && !plan.key.hasKey) : true
  } catch (error) {
    if (!(error instanceof TrialError)) throw error
    print(`${out.red('✗')} ${words.init.notStarted}`)
    note(redact(error.message).replace(/^/gm, '    '))
    return false
  }
}

function testLine(project: Project, { draft }: Plan): string | undefined {
  if (!draft.test) return undefined
  if (project.runner === 'node' && !/\bnode --test\b/.test(project.scripts['test'] ?? ''))
    return `node --test ${draft.test.path}`
  return project.scripts['test'] === undefined ? programLine(project, project.runner) : scriptLine(project, 'test')
}
