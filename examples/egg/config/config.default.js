const { SESSION_SECRET } = process.env
if (!SESSION_SECRET) throw new Error('SESSION_SECRET is not set')

export default {
  keys: SESSION_SECRET,
  // What a form of another site could have issued there, it cannot read.
  security: { csrf: { ignore: '/usersig' } },
}
