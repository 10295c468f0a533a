import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../release/packages.mjs'

const PAGE = 'docs/quick-start.md'
const PLATFORMS = 'docs/platforms.md'
const { readCodeBlocks } = await import(pathToFileURL(join(root, 'docs/test/support/code-blocks.ts')).href)

/**
 * @typedef {object} Recipe what a section of the quick start tells to do
 * @property {string} section
 * @property {string[]} install command lines
 * @property {{ file: string, code: string }[]} files
 * @property {string[]} run command lines, of which the last one goes on running
 * @property {string} curl
 * @property {string[]} others further command lines
 */

const lines = (block) => block?.code.trim().split('\n') ?? []

/** Reads everything that the quick start tells to type: the servers, the app, and what to do if it does not work. */
export function readQuickStart() {
  const blocks = readCodeBlocks(PAGE)
  const dotEnv = blocks.find(({ file }) => file === '.env')
  const servers = blocks
    .filter(({ code }) => code.startsWith('curl '))
    .map(({ section }) => readRecipe(blocks, section, [dotEnv]))
  const app = readRecipe(blocks, blocks.find(({ file }) => file === 'index.html').section, [])
  const doctor = blocks.flatMap(lines).filter((line) => line.startsWith('npx usersig doctor '))
  if (servers.length === 0 || doctor.length === 0) throw new Error(`${PAGE} shows no server, or no doctor`)
  return { servers, app, doctor, dotEnv: dotEnv.code }
}

/**
 * Reads what a section of the page of platforms tells to do.
 *
 * @returns {Recipe}
 */
export function readPlatform(section) {
  const blocks = readCodeBlocks(PLATFORMS)
  const dotEnv = blocks.find(({ file }) => file === '.env')
  const [, answer] = blocks.find(({ code }) => code.startsWith('curl ')).code.split('\n# ')
  const recipe = readRecipe(blocks, section, [dotEnv])
  if (recipe.run.length === 0) throw new Error(`${PLATFORMS} has no section ${section}`)
  return { ...recipe, curl: recipe.curl && `${recipe.curl.trim()}\n# ${answer}` }
}

/** The line that starts the login of whoever has none yet. */
export const readDemoLogin = () =>
  blockOf(readCodeBlocks(PAGE), 'demo-login', ({ code }) => /^npx usersig demo-login\n$/.test(code)).code.trim()

/** The blocks of the README of a package, by the folder of the package. */
export const readReadme = (folder) => readCodeBlocks(`packages/${folder}/README.md`)

/** Finds a block, or fails: what a README no longer says cannot be followed. */
export function blockOf(blocks, what, isIt) {
  const block = blocks.find(isIt)
  if (!block) throw new Error(`the README shows no ${what}`)
  return block
}

/** The command lines of a README that begin so. */
export const linesOf = (blocks, start) => blocks.flatMap(lines).filter((line) => line.startsWith(start))

/** The line that runs `usersig init`. */
export const readInit = () =>
  blockOf(readReadme('cli'), 'init', ({ code }) => /^npx usersig init$/m.test(code)).code.trim()

/** @returns {Recipe} */
function readRecipe(blocks, section, files) {
  const own = blocks.filter((block) => block.section === section)
  const commands = own.filter(({ file, language }) => !file && language === 'sh')
  const curl = commands.find(({ code }) => code.startsWith('curl '))
  const install = commands.find(({ code }) => /^\w+ (install|add) /.test(code))
  const [run, ...others] = commands.filter((block) => block !== curl && block !== install)
  return {
    section,
    install: lines(install),
    files: [...files, ...own.filter(({ file }) => file)],
    run: lines(run),
    curl: curl?.code,
    others: others.flatMap(lines),
  }
}
