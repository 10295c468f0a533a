import { getUserSig, requireUserSig } from '@usersig/edge'
import { credentials } from '../../../lib/usersig.ts'

export const GET = requireUserSig((request) => Response.json({ userId: getUserSig(request).userId }), { credentials })
