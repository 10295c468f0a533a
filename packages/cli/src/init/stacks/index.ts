import type { Project } from '../project.ts'
import { express } from './express.ts'
import { honoInWorker, honoOnNode } from './hono.ts'
import { nest } from './nest.ts'
import { fastify, functions, koa, node } from './servers.ts'
import type { Stack } from './stack.ts'
import { next, worker } from './web.ts'

/** In the order in which they are looked for: what wraps others comes before what is wrapped. */
export const STACKS: readonly Stack[] = [
  nest,
  next,
  honoInWorker,
  honoOnNode,
  fastify,
  koa,
  express,
  worker,
  functions,
  node,
]

/** The stack of a project: of its packages, then of its files; without any sign it is plain Node.js. */
export function findStack(project: Project): Stack {
  const hasPackage = ({ signs }: Stack) => signs.some((name) => project.dependencies.has(name))
  const hasFile = ({ files = [] }: Stack) => files.some((name) => project.has(name))
  const isWorker = hasPackage(worker) || hasFile(worker)
  const found = STACKS.filter((stack) => stack !== honoInWorker || isWorker)
  return found.find(hasPackage) ?? found.find(hasFile) ?? node
}
