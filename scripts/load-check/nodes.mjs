import { join } from 'node:path'
import { SECRET_KEY } from '../sample-key.mjs'
import { choose, makeProject, step } from './project.mjs'
import { NODES } from './versions.mjs'

const LOAD = {
  'require.cjs': (names) => names.map((name, index) => `const m${index} = require('${name}')`).join('\n'),
  'import.mjs': (names) => names.map((name, index) => `import * as m${index} from '${name}'`).join('\n'),
}
// A UserSig signed and verified, a drop-in for the official package, a server that answers.
const USE = `
const key = '${SECRET_KEY}'
const signer = m0.createUserSigner({ sdkAppId: 1400000000, secretKey: key })
if (signer.verifyUserSig(signer.genUserSig('alice')).userId !== 'alice') throw new Error('not verified')
const api = new m2.Api(1400000000, key)
if (signer.verifyUserSig(api.genUserSig('bob', 60)).userId !== 'bob') throw new Error('not compatible')
const call = m3.issueUserSig({ signer, callable: true, authenticate: () => 'carol' })
call({}).then(({ userSig }) => {
  if (signer.verifyUserSig(userSig).userId !== 'carol') throw new Error('not issued by a function')
})
if (typeof m1.requireUserSig({ signer }) !== 'function') throw new Error('no guard')
`

/** Installs the Nodes of the matrix and gives their programs by version. */
export function installNodes(folder) {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const dependencies = Object.fromEntries(
    NODES.map((version) => [`node-${version}`, `npm:node-${system}-${process.arch}@${version}`]),
  )
  makeProject(join(folder, 'node-versions'), { packages: [], dependencies })
  const program = (version) => join(folder, 'node-versions/node_modules', `node-${version}`, 'bin/node')
  return new Map(NODES.map((version) => [version, program(version)]))
}

/** Core, the node adapter, the drop-in and the functions, on the oldest Node that function platforms offer. */
export function* checkNodes({ packages, folder, nodes }) {
  const names = ['@usersig/core', '@usersig/node', '@usersig/node/compat', '@usersig/functions']
  const files = Object.fromEntries(Object.entries(LOAD).map(([name, load]) => [name, `${load(names)}\n${USE}`]))
  makeProject(folder, { packages: choose(packages, ...names), files })
  for (const [version, program] of nodes) {
    for (const file of Object.keys(files)) yield step(`Node ${version}: ${file}`, program, [file], { cwd: folder })
  }
}
