import { getUserSig, requireUserSig } from '@usersig/edge'
import { credentials } from '../../../lib/usersig'

export const GET = requireUserSig((request) => Response.json({ userId: getUserSig(request).userId }), { credentials })
