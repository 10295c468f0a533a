import './environment.js'
import { createHash, timingSafeEqual } from 'node:crypto'
import express from 'express'
import session from 'express-session'
import { usersig } from './usersig.js'

const { SESSION_SECRET, DEMO_PASSWORD } = process.env
if (!SESSION_SECRET || !DEMO_PASSWORD) throw new Error('SESSION_SECRET and DEMO_PASSWORD are not set: see .env')

// A login to begin with: one password for these three. Put your own in its place; it has to set session.userId.
const users = ['alice', 'bob', 'carol']
const hash = (text) => createHash('sha256').update(text).digest()
const isPassword = (text) => timingSafeEqual(hash(text), hash(DEMO_PASSWORD))

export const app = express()
app.use(express.json())
app.use(
  session({
    secret: SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: process.env.NODE_ENV === 'production' },
  }),
)

app.post('/login', (req, res, next) => {
  const { user, password } = req.body ?? {}
  if (!users.includes(user) || !isPassword(String(password))) return res.status(401).json({ error: 'wrong' })
  // A new session for a new login, or somebody could plant one.
  req.session.regenerate((error) => {
    if (error) return next(error)
    req.session.userId = user
    res.json({ user })
  })
})
app.post('/logout', (req, res, next) => {
  req.session.destroy((error) => (error ? next(error) : res.status(204).end()))
})
app.post('/usersig', usersig)
