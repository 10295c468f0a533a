import { createUserSignerFromEnv } from '@usersig/node'

const signer = createUserSignerFromEnv()

console.log(signer.genUserSig('alice'))
console.log(signer.genPrivateMapKey('alice', { roomId: 10000, privileges: 'audience', expire: 21600 }))
