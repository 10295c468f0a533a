import { readFileSync } from 'node:fs'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'

/** Judges package.json, `exports` and the declarations by the rules of publint and "are the types wrong". */
export async function checkManifests(packages) {
  return (await Promise.all(packages.map(checkManifest))).flat()
}

async function checkManifest({ name, tarball, entries }) {
  const packed = new Uint8Array(readFileSync(tarball))
  const { messages, pkg } = await publint({ pack: { tarball: packed.buffer }, level: 'suggestion', strict: true })
  const typeProblems = entries.length > 0 ? await findTypeProblems(packed) : []
  return [
    ...messages.map((message) => `${name}: publint: ${formatMessage(message, pkg)}`),
    ...typeProblems.map((problem) => `${name}: types: ${JSON.stringify(problem)}`),
  ]
}

async function findTypeProblems(packed) {
  const { types, problems } = await checkPackage(createPackageFromTarballData(packed))
  return types ? problems : [{ kind: 'NoTypes' }]
}
