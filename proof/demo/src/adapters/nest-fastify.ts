import { FastifyAdapter } from '@nestjs/platform-fastify'
import type { Serve } from 'demo/server/start'
import { serveOn } from './nest.ts'

export const serve: Serve = (...where) => serveOn(new FastifyAdapter(), ...where)
