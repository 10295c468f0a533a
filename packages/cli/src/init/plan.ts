import { type CodeStyle, imports, inStyle, kindOf, styleOf } from './code.ts'
import { type KeyFilePlan, planIgnore, planKeyFile } from './env-file.ts'
import { insertLines, type PlannedChange } from './insert.ts'
import { loginCode } from './login-code.ts'
import type { ChosenLogin } from './logins.ts'
import { installLine, type Project } from './project.ts'
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
  /** Why there is no test. */
  readonly hasTest: boolean
}

/** Works out what a project lacks. Nothing that is there is written over. */
export function makePlan(project: Project, stack: Stack, chosen: ChosenLogin, hasKey: boolean): Plan {
  const draft = stack.draft(project, chosen)
  const style = styleOf(draft.sample === undefined ? undefined : project.read(draft.sample))
  const files = filesOf(project, draft, chosen, style)
  const wiring = planWiring(project, draft, style)
  const key = planKeyFile(project, stack.keyFile, hasKey)
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
    hasTest: draft.test !== undefined,
  }
}

function filesOf(project: Project, draft: Draft, chosen: ChosenLogin, style: CodeStyle): PlannedFile[] {
  const login = loginCode(chosen, draft.ownExample)
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
