import * as lib from '@usersig/core'
import { runCases } from '../cases.ts'

// biome-ignore lint/style/noDefaultExport: Workers look for it here
export default {
  fetch: async (): Promise<Response> => Response.json(await runCases(lib)),
}
