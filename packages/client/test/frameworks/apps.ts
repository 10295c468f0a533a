import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'esbuild'
import { compile } from 'svelte/compiler'
import { HERE } from './samples.ts'

/** An app of a framework around a sample. Its page shows until when the tickets are valid, as often as it is rendered. */
export interface FrameworkApp {
  /** The files beside the sample; `main` exports `app`, with the functions `show` and `hide`. */
  readonly files: Readonly<Record<string, string>>
  readonly main: string
  /** Compiles the files before they are bundled. */
  readonly compile?: (folder: string) => string
  readonly plugins?: Plugin[]
}

const SOURCE = `import { createUserSigSource } from '@usersig/client'
export const source = createUserSigSource({ endpoint: '/usersig' })
`

const react: FrameworkApp = {
  main: 'main.ts',
  files: {
    'source.ts': SOURCE,
    'main.ts': `import { createElement } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { useUserSig } from './react'
import { source } from './source'

const User = () => createElement('b', undefined, useUserSig(source)?.expiresAt ?? 'none')
let root: Root
export const app = {
  show() {
    root = createRoot(document.body.appendChild(document.createElement('div')))
    root.render(createElement(User))
  },
  hide: () => root.unmount(),
}
`,
  },
}

const vue: FrameworkApp = {
  main: 'main.ts',
  files: {
    'source.ts': SOURCE,
    'main.ts': `import { type App, createApp, h } from 'vue'
import { source } from './source'
import { useUserSig } from './vue'

let user: App
export const app = {
  show() {
    user = createApp({
      setup() {
        const tickets = useUserSig(source)
        return () => h('b', tickets.value?.expiresAt ?? 'none')
      },
    })
    user.mount(document.body.appendChild(document.createElement('div')))
  },
  hide: () => user.unmount(),
}
`,
  },
}

const svelte: FrameworkApp = {
  main: 'main.ts',
  files: {
    'source.ts': SOURCE,
    'User.svelte': `<script lang="ts">
  import { source } from './source'
  import { userSigOf } from './svelte'

  const tickets = userSigOf(source)
</script>

<b>{tickets.current?.expiresAt ?? 'none'}</b>
`,
    'main.ts': `import { mount, unmount } from 'svelte'
import User from './User.svelte'

let user: object
export const app = {
  show() {
    user = mount(User, { target: document.body })
  },
  hide: () => unmount(user),
}
`,
  },
  plugins: [
    {
      name: 'svelte',
      setup({ onLoad }) {
        onLoad({ filter: /\.svelte$/ }, ({ path }) => {
          const { js, warnings } = compile(readFileSync(path, 'utf8'), { filename: path, generate: 'client' })
          return { contents: js.code, errors: warnings.map(({ message }) => ({ text: message })) }
        })
      },
    },
  ],
}

const NGC = join(
  dirname(createRequire(import.meta.url).resolve('@angular/compiler-cli/package.json')),
  'bundles/src/bin',
)

const angular: FrameworkApp = {
  main: 'out/main.js',
  files: {
    'main.ts': `// Without Angular's own bundler, its packages are compiled in the browser.
import '@angular/compiler'
import { type ApplicationRef, Component } from '@angular/core'
import { bootstrapApplication } from '@angular/platform-browser'
import { injectTickets } from './angular'

@Component({ selector: 'app-user', template: \`<b>{{ tickets()?.expiresAt ?? 'none' }}</b>\` })
class User {
  readonly tickets = injectTickets()
}

let user: ApplicationRef
export const app = {
  async show() {
    document.body.append(document.createElement('app-user'))
    user = await bootstrapApplication(User)
  },
  hide: () => user.destroy(),
}
`,
    'tsconfig.json': JSON.stringify({
      extends: '../../../../../../tsconfig.base.json',
      compilerOptions: {
        lib: ['ES2022', 'DOM'],
        module: 'ESNext',
        moduleResolution: 'bundler',
        experimentalDecorators: true,
        declaration: false,
        declarationMap: false,
        outDir: 'out',
      },
      angularCompilerOptions: { strictTemplates: true, strictInjectionParameters: true },
      include: ['*.ts'],
    }),
  },
  compile(folder) {
    const { stdout, stderr } = spawnSync(process.execPath, [join(NGC, 'ngc.js'), '-p', folder], { encoding: 'utf8' })
    return stdout + stderr
  },
}

export const APPS: Readonly<Record<string, FrameworkApp>> = { react, vue, svelte, angular }

/** Where the files of an app are, seen from the browser's tests. */
export const pathOf = (folder: string, main: string): string => `../frameworks/${folder.slice(HERE.length)}/${main}`
