import { fileURLToPath } from 'node:url'
import { defineConfig, mergeConfig } from 'vitest/config'
import base from '../../vitest.base.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const source = { find: /^@usersig\/nestjs-module$/, replacement: here('src/index.ts') }
const nest11 = { find: /^@nestjs\/([a-z.-]+)$/, replacement: here('test/nest11/node_modules/@nestjs/$1') }

/** The same tests twice: on the newest Nest, and with every import of it led to the oldest that is supported. */
export default mergeConfig(
  base,
  defineConfig({
    test: {
      include: ['samples/*.test.ts'],
      // As the generator of Nest has it, for the sample of a test.
      globals: true,
      projects: [
        { extends: true, resolve: { alias: [source] }, test: { name: 'nest12', env: { NEST: '12' } } },
        {
          extends: true,
          resolve: { alias: [source, nest11] },
          test: { name: 'nest11', env: { NEST: '11' } },
        },
      ],
    },
  }),
)
