const { Api } = require('@usersig/node/compat') // was: require('tls-sig-api-v2')

const api = new Api(Number(process.env.USERSIG_SDKAPPID), process.env.USERSIG_SECRETKEY)

console.log(api.genUserSig('alice', 86400))
console.log(api.genPrivateMapKey('alice', 86400, 10000, 255))
console.log(api.genPrivateMapKeyWithStringRoomID('alice', 86400, 'lobby', 42))
