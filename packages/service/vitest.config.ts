import { defineConfig } from 'vitest/config'
import base from '../../vitest.base.ts'

// Without `module`, which the AWS SDK means for bundlers: Node.js itself does not find its files by it.
const conditions = ['usersig-source', 'node', 'development|production']

export default defineConfig({ ...base, resolve: { conditions }, ssr: { resolve: { conditions } } })
