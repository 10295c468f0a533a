import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeFiles } from '../load-check/project.mjs'
import { type } from './shell.mjs'

/** As the page's code is JavaScript, what the types say of it is asked for without demanding any in it. */
const TYPES = {
  compilerOptions: {
    allowJs: true,
    checkJs: true,
    strict: true,
    noImplicitAny: false,
    useUnknownInCatchVariables: false,
    noEmit: true,
    skipLibCheck: true,
    module: 'esnext',
    moduleResolution: 'bundler',
    target: 'es2023',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    types: ['vite/client'],
  },
  files: ['main.js'],
}

/** The steps of the app in a project of create-vite, with the SDK of Tencent. */
export function* buildApp(recipe, folder, shell) {
  type('npm create vite@latest app -- --template vanilla-ts --no-interactive', folder, shell)
  const app = join(folder, 'app')
  writeFileSync(join(app, '.npmrc'), shell.npmrc)
  type('npm install', app, shell)
  for (const line of recipe.install) type(line, app, shell)
  yield 'installs'
  writeFiles(app, Object.fromEntries(recipe.files.map(({ file, code }) => [file, code])))
  writeFileSync(join(app, 'tsconfig.docs.json'), JSON.stringify(TYPES))
  type('npx tsc -p tsconfig.docs.json', app, shell)
  yield 'tests'
  type('npx vite build', app, shell)
  yield 'bundle'
}
