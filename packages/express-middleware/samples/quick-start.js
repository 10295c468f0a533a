import { issueUserSig } from '@usersig/express-middleware'
import express from 'express'

const app = express()

// In place of this header: the session, cookie or token by which your app knows its users.
app.post('/usersig', issueUserSig({ authenticate: (req) => req.get('x-demo-user') }))

app.listen(process.env.PORT ?? 3000)
