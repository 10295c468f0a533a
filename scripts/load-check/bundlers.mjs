import { join } from 'node:path'
import { choose, makeProject, step } from './project.mjs'
import { pick } from './versions.mjs'

// What an app does with the client; run after it was bundled, so that what was resolved is also what is needed.
const APP = `import { createUserSigSource } from '@usersig/client'
import { loginChat } from '@usersig/client/chat'
import * as trtc from '@usersig/client/trtc'
import * as callkit from '@usersig/client/callkit'
if (typeof createUserSigSource !== 'function' || typeof loginChat !== 'function') throw new Error('not bundled')
if (Object.keys(trtc).length === 0 || Object.keys(callkit).length === 0) throw new Error('not bundled')
console.log('bundled')
`
const WEBPACK = (name) => `
require('${name}')({
  mode: 'production', target: 'web', context: __dirname, entry: './app.js',
  output: { path: __dirname + '/out', filename: '${name}.js' },
}, (error, stats) => {
  const clean = stats && !stats.hasErrors() && !stats.hasWarnings()
  if (clean) return
  console.error(error || stats.toString({ all: false, errors: true, warnings: true }))
  process.exitCode = 1
})`
const BUILDS = {
  'webpack-4': WEBPACK('webpack-4'),
  'webpack-5': WEBPACK('webpack-5'),
  esbuild: `require('esbuild').buildSync({ entryPoints: ['app.js'], bundle: true, outfile: 'out/esbuild.js' })`,
  rollup: `
const { rollup } = require('rollup')
const { nodeResolve } = require('@rollup/plugin-node-resolve')
rollup({ input: 'app.js', plugins: [nodeResolve()], onwarn(warning) { throw new Error(warning.message) } })
  .then((bundle) => bundle.write({ file: 'out/rollup.js', format: 'iife' }))`,
  vite: `
import('vite').then(({ build }) => build({
  root: __dirname, logLevel: 'warn',
  build: { lib: { entry: 'app.js', formats: ['iife'], name: 'app', fileName: () => 'vite.js' }, outDir: 'out', emptyOutDir: false },
}))`,
  metro: metro(true),
  'metro without exports': metro(false),
}

/** The client in the bundlers of apps: those that read \`exports\`, and those that do not. */
export function* checkBundlers({ packages, folder }) {
  makeProject(folder, {
    packages: choose(packages, '@usersig/client'),
    dependencies: {
      ...pick('webpack-4', 'webpack-5', 'esbuild', 'rollup', '@rollup/plugin-node-resolve', 'vite', 'metro'),
      '@react-native/metro-babel-transformer': '0.83.0',
    },
    files: {
      'app.js': APP,
      ...Object.fromEntries(Object.entries(BUILDS).map(([name, code]) => [`${name}.build.js`, code])),
    },
  })
  for (const name of Object.keys(BUILDS)) yield build(name, folder)
}

function build(name, folder) {
  // The hash that webpack 4 is made with is gone from OpenSSL 3.
  const flags = name === 'webpack-4' ? ['--openssl-legacy-provider'] : []
  const built = step(name, process.execPath, [...flags, `${name}.build.js`], { cwd: folder })
  if (built.fault) return built
  const { fault, stdout } = step(name, process.execPath, [join('out', `${name}.js`)], { cwd: folder })
  return { ...built, fault: fault ?? (stdout.includes('bundled') ? undefined : `the bundle said: ${stdout}`) }
}

function metro(readsExports) {
  return `
const Metro = require('metro')
const babelTransformerPath = require.resolve('@react-native/metro-babel-transformer')
Metro.loadConfig({ cwd: __dirname }).then((config) => Metro.runBuild(
  {
    ...config,
    reporter: { update() {} },
    resolver: { ...config.resolver, unstable_enablePackageExports: ${readsExports} },
    transformer: { ...config.transformer, babelTransformerPath },
  },
  { entry: 'app.js', out: 'out/metro${readsExports ? '' : ' without exports'}.js', platform: 'ios', dev: false },
)).catch((error) => { console.error(error); process.exitCode = 1 })`
}
