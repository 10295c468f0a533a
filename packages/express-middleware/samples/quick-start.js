import { issueUserSig } from '@usersig/express-middleware'
import express from 'express'

const app = express()

// Replace this header with your own login: a session, a cookie or a token.
app.post('/usersig', issueUserSig({ authenticate: (req) => req.get('x-demo-user') }))

app.listen(process.env.PORT ?? 3000)
