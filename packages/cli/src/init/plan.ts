import { CliError } from '../exit.ts'
import { words } from '../words/index.ts'
import { type CodeStyle, imports, inStyle, kindOf, styleOf } from './code.ts'
import { type KeyFilePlan, planIgnore, planKeyFile } from './env-file.ts'
import { insertLines, type PlannedChange } from './insert.ts'
import { findInstance, loginCode } from './login-code.ts'
import type { ChosenLogin } from './logins.ts'
import { installLine, type Project } from './project.ts'
import { specifier } from './stacks/common.ts'
import { STACKS } from './stacks/index.ts'
import type { Draft, Stack } from './stacks/stack.ts'
import { testCode } from './test-code.ts'

/** A file that is to be there. */
export interface PlannedFile {
  readonly path: string
  readonly text: string
  readonly isThere: boolean
}

/** Everything that is to be done, before anything is. */
export interface Plan {
  readonly stack: Stack
  readonly draft: Draft
  readonly installs: readonly string[]
  readonly files: readonly PlannedFile[]
  readonly changes: readonly PlannedChange[]
  /** A change of the app's own file that is there already. */
  readonly isWired: boolean
  readonly manual?: { readonly file: string; readonly lines: string }
  readonly key: KeyFilePlan
  /** Why there is no test: nothing runs it, package.json keeps Node.js from it, or the login needs the whole app. */
  readonly noTest?: NoTest
}

export type NoTest = 'runner' | 'type' | 'login'

/** Works out what a project lacks. Nothing that is there is written over. */
export function makePlan(project: Project, stack: Stack, chosen: ChosenLogin, hasKey: boolean): Plan {
  const draft = draftFor(project, stack, chosen)
  const style = styleOf(draft.sample === undefined ? undefined : project.read(draft.sample))
  const files = filesOf(project, draft, chosen, style)
  const wiring = planWiring(project, draft, style)
  const { secret } = chosen.login
  const key = planKeyFile(project, stack.keyFile, hasKey, secret)
  const ignore = planIgnore(project, stack.keyFile)
  return {
    stack,
    draft,
    installs: installsFor(project, stack, chosen, draft),
    files,
    changes: [...(wiring.change ? [wiring.change] : []), ...(ignore ? [ignore] : [])],
    isWired: wiring.isWired,
    ...(wiring.manual && { manual: wiring.manual }),
    key,
    ...(draft.test === undefined && { noTest: whyNoTest(project, chosen) }),
  }
}

function whyNoTest({ isCommonJs }: Project, { login }: ChosenLogin): NoTest {
  if (login.instance) return 'login'
  return isCommonJs ? 'type' : 'runner'
}

/** A login that is an object of the app needs what that needs: a database, the context of a request. */
function draftFor(project: Project, stack: Stack, chosen: ChosenLogin): Draft {
  const { test, ...draft } = stack.draft(project, chosen)
  return chosen.login.instance || !test ? draft : { ...draft, test }
}

/** How the file of the route names the one that makes the login's instance. */
function instanceFor(project: Project, path: string, { login }: ChosenLogin): string | undefined {
  if (!login.instance || project.has(path)) return undefined
  const file = findInstance(login.instance, project)
  if (file !== undefined) return specifier(path, file, project)
  throw new CliError(
    words.init.noInstance(login.id, login.instance.name),
    words.init.noInstanceHint(login.instance.name),
  )
}

function filesOf(project: Project, draft: Draft, chosen: ChosenLogin, style: CodeStyle): PlannedFile[] {
  const login = loginCode(chosen, draft.ownExample, instanceFor(project, draft.path, chosen))
  const kind = kindOf(draft.path, project)
  const list = [...draft.imports, ...login.imports].sort(([, a], [, b]) => order(a) - order(b))
  const route = `${[imports(list, kind), draft.before, login.code, draft.after].filter(Boolean).join('\n\n')}\n`
  const planned = (path: string, code: string) => ({ path, text: inStyle(code, style), isThere: project.has(path) })
  return [
    planned(draft.path, route),
    ...(draft.test ? [planned(draft.test.path, testCode(draft.test, chosen, project))] : []),
  ]
}

/** What Node has itself comes first, then packages. */
const order = (from: string): number => (from.startsWith('node:') ? 0 : from.startsWith('.') ? 2 : 1)

function planWiring(
  project: Project,
  draft: Draft,
  style: CodeStyle,
): { change?: PlannedChange; isWired: boolean; manual?: { readonly file: string; readonly lines: string } } {
  const file = draft.insertion?.file ?? draft.manual?.file
  const text = file ? project.read(file) : undefined
  if (text !== undefined && /['"/]usersig(?:\.module|\.route)?(?:\.[jt]s)?['"]/.test(text)) return { isWired: true }
  if (draft.insertion && text !== undefined) {
    const lines = draft.insertion.lines.map((line) => ({ ...line, text: inStyle(line.text, style) }))
    return {
      isWired: false,
      change: { path: draft.insertion.file, before: text, after: insertLines(text, { ...draft.insertion, lines }) },
    }
  }
  const { manual } = draft
  if (!manual) return { isWired: false }
  return { isWired: false, manual: { file: manual.file, lines: inStyle(manual.lines, style) } }
}

function installsFor(project: Project, { adapter }: Stack, { login }: ChosenLogin, { test }: Draft): string[] {
  const missing = (names: readonly string[]) => names.filter((name) => !project.dependencies.has(name))
  const needed = missing([adapter, ...(login.id === 'own' ? [] : ['@usersig/auth'])])
  const forTests = test ? missing(['@usersig/testing']) : []
  return [
    ...(needed.length > 0 ? [installLine(project, needed, false)] : []),
    ...(forTests.length > 0 ? [installLine(project, forTests, true)] : []),
  ]
}

export const STACK_IDS: readonly string[] = STACKS.map(({ id }) => id)
