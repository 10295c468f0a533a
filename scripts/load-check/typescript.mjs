import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { STRICT, typeCheck, useEverything } from '../pack-check/types.mjs'
import { makeProject, writeFiles } from './project.mjs'
import { pick } from './versions.mjs'

const SETTINGS = [
  { type: 'commonjs', module: 'commonjs', moduleResolution: 'node10' },
  { type: 'commonjs', module: 'node16', moduleResolution: 'node16' },
  { type: 'commonjs', module: 'nodenext', moduleResolution: 'nodenext' },
  { type: 'module', module: 'node16', moduleResolution: 'node16' },
  { type: 'module', module: 'nodenext', moduleResolution: 'nodenext' },
  { type: 'module', module: 'esnext', moduleResolution: 'bundler' },
]
const COMPILERS = ['typescript-5.0', 'typescript-5.4', 'typescript-5.9', 'typescript-6']
const NEST = {
  '@nestjs/common': '11.1.0',
  '@nestjs/core': '11.1.0',
  '@nestjs/swagger': '11.2.0',
  '@nestjs/websockets': '11.1.0',
  'reflect-metadata': '0.2.2',
  rxjs: '7.8.2',
}

/** Every entry under every compiler from TypeScript 5.0 on, with every resolution, declarations included. */
export function* checkTypeScripts({ packages, folder }) {
  makeProject(folder, {
    packages,
    dependencies: { ...pick(...COMPILERS, '@types/node', '@types/express', '@types/koa', 'express'), ...NEST },
  })
  for (const compiler of COMPILERS) {
    for (const { type, ...resolution } of SETTINGS) yield check(compiler, type, resolution, packages, folder)
  }
}

function check(compiler, type, resolution, packages, folder) {
  const start = performance.now()
  const project = join(folder, 'projects', `${compiler}-${type}-${resolution.module}`)
  mkdirSync(project, { recursive: true })
  // From TypeScript 6 on, the old resolution has to be asked for twice.
  const isOld = resolution.moduleResolution === 'node10' && compiler === 'typescript-6'
  const old = isOld ? { ignoreDeprecations: '6.0' } : {}
  const compilerOptions = { ...STRICT, ...resolution, ...old, types: ['node'] }
  writeFiles(project, {
    'package.json': JSON.stringify({ type }),
    'use.ts': useEverything(packages),
    'tsconfig.json': JSON.stringify({ compilerOptions, files: ['use.ts'] }),
  })
  const faults = typeCheck(process.execPath, [join(folder, 'node_modules', compiler, 'bin/tsc')], project)
  return {
    what: `${compiler}, ${type}, ${resolution.moduleResolution}`,
    seconds: (performance.now() - start) / 1000,
    fault: faults.length > 0 ? faults.join('\n') : undefined,
  }
}
