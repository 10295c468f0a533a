// Answers `usersig conform --lines` with lib-generate-test-usersig, the generator of Tencent's kits in JavaScript.
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

// It prints each ticket, and in some editions the key as well.
const { log } = console
console.log = () => undefined

const { default: LibGenerateTestUserSig } = await import(pathToFileURL(process.argv[2] ?? '').href)

function answer({ op, kind, sdkAppId, secretKey, userId, expire }) {
  if (op !== 'sign' || kind !== 'userSig') return { unsupported: true }
  return { ticket: new LibGenerateTestUserSig(sdkAppId, secretKey, expire).genTestUserSig(userId) }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  let result
  try {
    result = answer(JSON.parse(line))
  } catch ({ message }) {
    result = { error: message }
  }
  log(JSON.stringify(result))
})
