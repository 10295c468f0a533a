import { fileURLToPath } from 'node:url'
import { defineConfig, mergeConfig } from 'vitest/config'
import base from '../../vitest.base.ts'

const nest11 = fileURLToPath(new URL('test/nest11/node_modules/@nestjs/$1', import.meta.url))

/** The same tests twice: on the newest Nest, and with every import of it led to the oldest that is supported. */
export default mergeConfig(
  base,
  defineConfig({
    test: {
      projects: [
        { extends: true, test: { name: 'nest12' } },
        {
          extends: true,
          resolve: { alias: [{ find: /^@nestjs\/([a-z-]+)$/, replacement: nest11 }] },
          test: { name: 'nest11' },
        },
      ],
    },
  }),
)
