// Projects as the generators of Taro and uni-app make them, as small as they can be: one asks questions, the other
// downloads from GitHub.

const TARO_VERSION = '4.2.1'
const taro = (...names) => names.map((name) => `@tarojs/${name}@${TARO_VERSION}`)

export const TARO = {
  name: 'Framework: Taro, webpack',
  packages: [
    ...taro('cli', 'components', 'helper', 'plugin-framework-react', 'plugin-platform-h5', 'plugin-platform-weapp'),
    ...taro('react', 'runtime', 'shared', 'taro', 'webpack5-runner'),
    `babel-preset-taro@${TARO_VERSION}`,
    // As Taro's own template has them.
    ...['webpack@5.91.0', '@babel/core@7', '@babel/preset-react@7', '@babel/runtime@7', 'react@18', 'react-dom@18'],
  ],
  versions: ['@tarojs/taro', 'react'],
  samples: { 'src/usersig.ts': 'taro', 'src/react.ts': 'react' },
  builds: {
    wechat: { line: 'npx taro build --type weapp', folder: 'dist/weapp' },
    browser: { line: 'npx taro build --type h5', folder: 'dist/h5' },
  },
  files: {
    'config/index.ts': `import { defineConfig } from '@tarojs/cli'

export default defineConfig({
  projectName: 'app',
  designWidth: 750,
  deviceRatio: { 750: 1 },
  sourceRoot: 'src',
  outputRoot: \`dist/\${process.env.TARO_ENV}\`,
  framework: 'react',
  compiler: 'webpack5',
})
`,
    'babel.config.js': `module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]] }
`,
    'project.config.json': '{ "miniprogramRoot": "dist/weapp/", "appid": "touristappid" }\n',
    'src/index.html': '<!doctype html><meta charset="utf-8"><body><div id="app"></div></body>\n',
    'src/app.config.ts': "export default defineAppConfig({ pages: ['pages/index/index'] })\n",
    'src/app.ts': `import './usersig'

export default ({ children }) => children
`,
    'src/pages/index/index.tsx': `import { Text } from '@tarojs/components'
import { useUserSig } from '../../react'
import { source } from '../../usersig'

export default () => <Text>{useUserSig(source).tickets?.userId ?? 'none'}</Text>
`,
  },
}

// The newest of the releases, all of which are called alpha.
const UNI_VERSION = '3.0.0-alpha-5020620260914001'

export const UNI_APP = {
  name: 'Framework: uni-app, Vite',
  packages: [
    ...['uni-app', 'uni-components', 'uni-h5', 'uni-mp-weixin', 'vite-plugin-uni'].map(
      (name) => `@dcloudio/${name}@${UNI_VERSION}`,
    ),
    // As uni-app asks for them.
    ...['vue@3.4.21', 'vite@5.2.8'],
  ],
  versions: ['@dcloudio/uni-app', 'vue'],
  samples: { 'src/usersig.ts': 'uni', 'src/vue.ts': 'vue' },
  builds: {
    wechat: { line: 'npx uni build -p mp-weixin', folder: 'dist/build/mp-weixin' },
    browser: { line: 'npx uni build', folder: 'dist/build/h5' },
  },
  files: {
    'vite.config.ts': `import uni from '@dcloudio/vite-plugin-uni'
import { defineConfig } from 'vite'

export default defineConfig({ plugins: [uni()] })
`,
    'index.html': `<!doctype html>
<html>
<head><meta charset="utf-8"></head>
<body><div id="app"></div><script type="module" src="/src/main.ts"></script></body>
</html>
`,
    'src/manifest.json': '{ "name": "app", "vueVersion": "3", "mp-weixin": { "appid": "touristappid" } }\n',
    'src/pages.json': '{ "pages": [{ "path": "pages/index/index" }] }\n',
    'src/main.ts': `import { createSSRApp } from 'vue'
import App from './App.vue'

export const createApp = () => ({ app: createSSRApp(App) })
`,
    'src/App.vue': `<script setup lang="ts">
import { useWake } from './usersig'

useWake()
</script>
`,
    'src/pages/index/index.vue': `<script setup lang="ts">
import { source } from '../../usersig'
import { useUserSig } from '../../vue'

const { tickets } = useUserSig(source)
</script>

<template>
  <text>{{ tickets?.userId ?? 'none' }}</text>
</template>
`,
  },
}
