import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'esbuild'
import { compile } from 'svelte/compiler'
import { HERE } from './samples.ts'

/**
 * An app of a framework around the samples. Its page shows until when the tickets are valid, or why there are none, as
 * often as it is rendered.
 */
export interface FrameworkApp {
  /** The files beside the samples; `main` exports `app`, with `show`, which logs in, `logOut` and `hide`. */
  readonly files: Readonly<Record<string, string>>
  readonly main: string
  /** Compiles the files before they are bundled. */
  readonly compile?: (folder: string) => string
  readonly plugins?: Plugin[]
}

const react: FrameworkApp = {
  main: 'main.ts',
  files: {
    'main.ts': `import { createElement } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import type { UserSigSource } from '@usersig/client'
import { useUserSig } from './react'
import { openUserSig } from './source'

function User() {
  const { tickets, error } = useUserSig(source)
  return createElement('b', undefined, tickets?.expiresAt ?? error?.code ?? 'none')
}
let source: UserSigSource
let root: Root
export const app = {
  show() {
    source = openUserSig(() => 'app login')
    root = createRoot(document.body.appendChild(document.createElement('div')))
    root.render(createElement(User))
  },
  logOut: () => source.stop({ forget: true }),
  hide: () => root.unmount(),
}
`,
  },
}

const vue: FrameworkApp = {
  main: 'main.ts',
  files: {
    'main.ts': `import { type App, createApp, h } from 'vue'
import type { UserSigSource } from '@usersig/client'
import { openUserSig } from './source'
import { useUserSig } from './vue'

let source: UserSigSource
let user: App
export const app = {
  show() {
    source = openUserSig(() => 'app login')
    user = createApp({
      setup() {
        const { tickets, error } = useUserSig(source)
        return () => h('b', tickets.value?.expiresAt ?? error.value?.code ?? 'none')
      },
    })
    user.mount(document.body.appendChild(document.createElement('div')))
  },
  logOut: () => source.stop({ forget: true }),
  hide: () => user.unmount(),
}
`,
  },
}

const svelte: FrameworkApp = {
  main: 'main.ts',
  files: {
    'User.svelte': `<script lang="ts">
  import { userSigOf } from './svelte'

  const { source } = $props()
  const userSig = $derived(userSigOf(source))
</script>

<b>{userSig.tickets?.expiresAt ?? userSig.error?.code ?? 'none'}</b>
`,
    'main.ts': `import { mount, unmount } from 'svelte'
import type { UserSigSource } from '@usersig/client'
import { openUserSig } from './source'
import User from './User.svelte'

let source: UserSigSource
let user: object
export const app = {
  show() {
    source = openUserSig(() => 'app login')
    user = mount(User, { target: document.body, props: { source } })
  },
  logOut: () => source.stop({ forget: true }),
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
    'login.ts': `import { Injectable } from '@angular/core'

@Injectable({ providedIn: 'root' })
export class Login {
  accessToken = () => 'app login'
}
`,
    'main.ts': `// Without Angular's own bundler, its packages are compiled in the browser.
import '@angular/compiler'
import { type ApplicationRef, Component } from '@angular/core'
import { bootstrapApplication } from '@angular/platform-browser'
import { injectUserSig, USER_SIG } from './angular'

@Component({
  selector: 'app-user',
  template: \`<b>{{ userSig.tickets()?.expiresAt ?? userSig.error()?.code ?? 'none' }}</b>\`,
})
class User {
  readonly userSig = injectUserSig()
}

let user: ApplicationRef
export const app = {
  async show() {
    document.body.append(document.createElement('app-user'))
    user = await bootstrapApplication(User)
  },
  logOut: () => user.injector.get(USER_SIG).stop({ forget: true }),
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
