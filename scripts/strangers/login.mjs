import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../release/rehearse/registry.mjs'
import { readDemoLogin } from './documents.mjs'
import { startServer } from './shell.mjs'

const PORT = 4100

/**
 * The login that the documents have their reader start, started when the first recipe needs it. Something else may be at
 * its port, so a recipe is changed to the one that it has here.
 */
export class DemoLogin {
  #started

  /** @template T @param {T} recipe @returns {Promise<T>} */
  async inPlace(recipe, folder, shell) {
    this.#started ??= this.#start(join(folder, '..', 'demo-login'), shell)
    const { port } = await this.#started
    return JSON.parse(JSON.stringify(recipe).replaceAll(`localhost:${PORT}`, `localhost:${port}`))
  }

  async #start(folder, shell) {
    mkdirSync(folder)
    writeFileSync(join(folder, '.npmrc'), shell.npmrc)
    const port = await freePort()
    return { port, stop: await startServer(`${readDemoLogin()} --port ${port}`, folder, shell, port) }
  }

  async close() {
    await (await this.#started)?.stop()
  }
}
