/** The tools that users load the packages with, as they are installed from the registry. */
export const VERSIONS = {
  '@nestjs/cli': '11.0.13',
  '@types/express': '5.0.6',
  '@types/jest': '30.0.0',
  '@types/koa': '3.0.3',
  '@types/node': '20.19.43',
  esbuild: '0.28.2',
  express: '5.3.0',
  jest: '30.5.2',
  metro: '0.87.0',
  'miniprogram-ci': '2.1.42',
  'node-fetch': '2.7.0',
  rollup: '4.68.8',
  '@rollup/plugin-node-resolve': '16.0.3',
  'ts-jest': '29.4.15',
  'typescript-5.0': 'npm:typescript@5.0.4',
  'typescript-5.4': 'npm:typescript@5.4.5',
  'typescript-5.9': 'npm:typescript@5.9.3',
  'typescript-6': 'npm:typescript@6.0.3',
  vite: '8.3.8',
  'webpack-4': 'npm:webpack@4.47.0',
  'webpack-5': 'npm:webpack@5.113.0',
}

/** Node as Tencent's function platforms still offer it, and as Jest is mostly run. */
export const NODES = ['16.13.0', '18.20.8', '20.19.0', '22.12.0']

export function pick(...names) {
  const unknown = names.filter((name) => !(name in VERSIONS))
  if (unknown.length > 0) throw new Error(`no version is known of ${unknown}`)
  return Object.fromEntries(names.map((name) => [name, VERSIONS[name]]))
}
