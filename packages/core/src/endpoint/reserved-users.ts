import { ProblemError } from './problem.ts'

/**
 * The administrator that Chat creates for every application, with all rights of the REST API.
 * Source: tencentcloud.com/document/product/1047/33517.
 */
const ADMINISTRATOR = 'administrator'

// White space and characters without a shape: format characters, and the fillers that fonts leave blank.
const INVISIBLE = /[\s\p{Cf}\p{Cc}\u115f\u1160\u3164\uffa0]/gu

/**
 * Creates the check that keeps an endpoint from issuing a ticket for an administrator, in whatever way the name is
 * spelled: a user who may choose a name must not choose that one.
 *
 * @param adminUserIds names beside `administrator`
 * @throws ProblemError `user_refused`
 */
export function createReservedCheck(adminUserIds: readonly string[] = []): (userId: string) => void {
  const reserved = new Set([ADMINISTRATOR, ...adminUserIds].map(plain))
  return (userId) => {
    if (!reserved.has(plain(userId))) return
    throw new ProblemError('user_refused', 'this user gets no ticket here', {
      cause: new Error(
        'authenticate returned the UserID of an administrator: sign for it on the server, with a signer',
      ),
    })
  }
}

function plain(userId: string): string {
  // No UserID has more than 32 bytes; what is longer is refused by the signer.
  return userId.slice(0, 100).normalize('NFKC').replace(INVISIBLE, '').toLowerCase()
}
