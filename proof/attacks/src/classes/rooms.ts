import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import { createUserSigner } from '@usersig/core'
import { type AttackClass, need } from '../attack.ts'
import { expectNoTicket, expectServing } from '../check.ts'
import type { Target } from '../target.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

function askRoom(target: Target, body: string, user = 'alice') {
  return target.ask(target.issuePath, { headers: { ...target.login(user), ...JSON_TYPE }, body })
}

/** A PrivateMapKey opens the room that its answer names, for its user. */
function expectOwnRoom({ signer }: Target, body: string, userId: string): void {
  const { privateMapKey, roomId, strRoomId, userSig, ...rest } = JSON.parse(body)
  assert.equal(rest.userId, userId)
  const room = roomId === undefined ? { strRoomId } : { roomId }
  assert.equal(signer.verifyPrivateMapKey(privateMapKey, { userId, ...room }).userId, userId)
}

const inCore = ({ name }: Target) => need(name === 'the core' || undefined, 'calls of the core, without HTTP')

/** Reads another room each time that it is read. */
function changingRoom(): { readonly roomId: number; readonly privileges: 'audience' } {
  let reads = 0
  return {
    get roomId() {
      reads++
      return reads === 1 ? 7 : 8
    },
    privileges: 'audience',
  }
}

export const ROOMS: AttackClass = {
  name: 'room swap',
  attacks: [
    {
      name: 'a room that is not open',
      promise: 'rights in a room are what authorizeRoom decides; without it no room is open',
      async run(target) {
        const { closed } = need(target.rooms, 'every room is open: it is for trials on this machine')
        expectNoTicket(await askRoom(target, JSON.stringify(closed)), JSON.stringify(closed))
      },
    },
    {
      name: 'two rooms, one of them open',
      promise: 'the room that is signed is the room that was asked about',
      async run(target) {
        const { open, closed } = need(target.rooms, 'every room is open: it is for trials on this machine')
        const [inner, other] = [open, closed].map((room) => JSON.stringify(room).slice(1, -1))
        for (const body of [`{${inner},${other}}`, `{${other},${inner}}`, `[{${inner}},{${other}}]`]) {
          const reply = await askRoom(target, body)
          if (reply.status !== 200) expectNoTicket(reply, body)
          else expectOwnRoom(target, reply.body, 'alice')
          assert.doesNotMatch(reply.body, new RegExp(`${other?.replace(/"/g, '')}\\b`), body)
        }
        const more = ['"privileges":"all"', '"privilegeMap":255', '"expire":315360000']
        for (const each of more) expectNoTicket(await askRoom(target, `{${inner},${each}}`), each)
        await expectServing(target)
      },
    },
    {
      name: 'many rooms and users at once',
      promise: 'a PrivateMapKey opens the room of its own request, for its own user',
      async run(target) {
        const { open } = need(target.rooms ?? { open: { roomId: 7 } }, 'there are no rooms')
        const users = Array.from({ length: 60 }, (_, i) => ['alice', 'bob', 'carol'][i % 3] as string)
        const replies = await Promise.all(users.map((user) => askRoom(target, JSON.stringify(open), user)))
        replies.forEach(({ status, body }, i) => {
          assert.equal(status, 200, body)
          expectOwnRoom(target, body, users[i] ?? '')
        })
      },
    },
    {
      name: 'a getter that answers another room the second time',
      promise: 'options are read once, so that ticket and answer name the same room',
      run(target) {
        inCore(target)
        const { signer } = target
        const issued = signer.issue('alice', changingRoom())
        expectOwnRoom(target, JSON.stringify(issued), 'alice')
        const key = signer.genPrivateMapKey('alice', changingRoom())
        assert.deepEqual(signer.verifyPrivateMapKey(key).room.roomId, 7)
      },
    },
    {
      name: 're-entrancy of a signer whose key is elsewhere',
      promise: 'a signer that is called while it signs mixes no two tickets',
      async run(target) {
        inCore(target)
        let depth = 0
        const inner: Promise<unknown>[] = []
        const remote = createUserSigner({
          sdkAppId: SDK_APP_ID,
          mac: (content) => {
            if (depth++ < 5) inner.push(remote.issue('bob', { roomId: 8, privileges: 'all' }))
            return Promise.resolve(createHmac('sha256', SECRET_KEY).update(content).digest())
          },
        })
        const outer = await Promise.all(
          ['alice', 'carol'].map((user) => remote.issue(user, { roomId: 7, privileges: 'audience' })),
        )
        outer.forEach((issued, i) => {
          expectOwnRoom(target, JSON.stringify(issued), ['alice', 'carol'][i] ?? '')
          const { room } = target.signer.verifyPrivateMapKey(issued.privateMapKey ?? '')
          assert.deepEqual([room.roomId, room.privilegeMap], [7, 42])
        })
        for (const issued of await Promise.all(inner)) expectOwnRoom(target, JSON.stringify(issued), 'bob')
      },
    },
  ],
}
