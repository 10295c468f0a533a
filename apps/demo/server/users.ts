/** One of the people that the demo can be used as. */
export interface DemoUser {
  /** The UserID: what a ticket is issued for. */
  readonly id: string
  readonly name: string
  /** The room in which this user goes on stage; in other rooms everybody is in the audience. */
  readonly ownRoom: number
}

export const demoUsers: readonly DemoUser[] = [
  { id: 'alice', name: 'Alice', ownRoom: 1001 },
  { id: 'bob', name: 'Bob', ownRoom: 1002 },
  { id: 'carol', name: 'Carol', ownRoom: 1003 },
]

export function findUser(id: unknown): DemoUser | undefined {
  return demoUsers.find((user) => user.id === id)
}
