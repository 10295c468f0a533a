import { UserSigClient } from './client.mjs'

const [, , origin, nobody] = process.argv
const login = async () => ({ authorization: 'Bearer token-of-alice' })
const client = new UserSigClient(`${origin}/usersig`, login)
const first = await client.get()
console.log(`get ${first.userId} ${first.sdkAppId} ${first.expire} ${first.userSig}`)
console.log(`kept ${(await client.get()) === first}`)
const other = new UserSigClient(`${origin}/usersig`, login)
const tickets = await Promise.all(Array.from({ length: 5 }, () => other.get()))
console.log(`together ${tickets.every((each) => each === tickets[0])}`)
console.log(`refresh ${(await client.refresh()) !== first}`)
for (const room of [{ roomId: 10000 }, { strRoomId: 'room-1' }]) {
  const { roomId, strRoomId, privateMapKey, privileges } = await client.getForRoom(room)
  console.log(`room ${roomId ?? strRoomId} ${privateMapKey} ${privileges.join(',')}`)
}

async function fail(name, address) {
  try {
    await new UserSigClient(address, async () => ({})).get()
    console.log(`${name} passed`)
  } catch ({ code, status, retryAfter }) {
    console.log(`${name} ${code} ${status || 'none'} ${retryAfter || 'none'}`)
  }
}
for (const path of ['/usersig', '/html', '/incomplete', '/redirect', '/gateway', '/large', '/limited']) {
  await fail(path, origin + path)
}
await fail('nobody', nobody)
// Tickets are plain objects here: what an app prints of them is up to it.
console.log('shown true')
