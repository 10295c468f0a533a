import { getUserSig, requireUserSig } from '@usersig/edge'

export const GET = requireUserSig()((request) => Response.json({ userId: getUserSig(request).userId }))
