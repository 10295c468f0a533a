import { describeContract } from '@usersig/contract/vitest'
import express from 'express'
import type { NodeListener } from '../src/index.ts'
import { bareApp, connectApp, start } from './servers.ts'

// They are middleware for any Connect-style server, but typed for Express.
const PARSERS = [
  express.json(),
  express.urlencoded({ extended: true }),
  express.text(),
  express.raw(),
] as NodeListener[]

describeContract('node:http', () => start(bareApp()))
describeContract('connect', () => start(connectApp()))
describeContract('connect after body parsers', async () => ({
  ...(await start(connectApp(...PARSERS))),
  features: { parsedBody: true },
}))
