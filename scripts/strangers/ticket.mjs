import { freePort } from '../release/rehearse/registry.mjs'
import { startServer, tail, type } from './shell.mjs'

/** Runs the server of a recipe in its project, and asks it for a ticket with the line of `curl` that the text shows. */
export async function askForTicket(recipe, folder, shell) {
  const port = await freePort()
  const [server, ...before] = recipe.run.map((line) => at(line, port)).reverse()
  for (const line of before.reverse()) type(line, folder, shell)
  const stop = await startServer(server, folder, shell, port)
  try {
    return readAnswer(recipe, port, folder, shell)
  } finally {
    await stop()
  }
}

/** The text says port 3000; a machine may have something else there. */
export function at(text, port) {
  return text.replaceAll(/\b3000\b/g, String(port))
}

function readAnswer({ curl }, port, folder, shell) {
  const [line, comment = ''] = curl.split('\n# ')
  const said = type(`${at(line, port)} --silent --show-error --max-time 60`, folder, shell)
  const expected = JSON.parse(comment)
  const answer = parse(said)
  const names = Object.keys(expected)
  const sameNames = JSON.stringify(Object.keys(answer)) === JSON.stringify(names)
  const constant = names.filter((name) => !['userSig', 'issuedAt', 'expiresAt'].includes(name))
  if (sameNames && constant.every((name) => answer[name] === expected[name])) return answer.userSig
  throw new Error(`$ ${line}\n${tail(said)}\nand not, as the text says,\n${comment}`)
}

function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
