import { ExpressAdapter } from '@nestjs/platform-express'
import type { Serve } from 'demo/server/start'
import { serveOn } from './nest.ts'

export const serve: Serve = (...where) => serveOn(new ExpressAdapter(), ...where)
