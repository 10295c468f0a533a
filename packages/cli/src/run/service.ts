import { CliError } from '../exit.ts'
import { print } from '../output/terminal.ts'
import { words } from '../words/index.ts'

/** Runs the production service until a signal ends it, or looks at its configuration alone. */
export async function runConfig(path: string, isCheck: boolean | undefined): Promise<void> {
  const { ConfigError, loadConfig, runService } = await loadService()
  try {
    if (isCheck) print(words.serve.valid(path, Object.keys(loadConfig(path).apps).join(', ')))
    else await runService(path)
  } catch (error) {
    if (error instanceof ConfigError) throw new CliError(error.message)
    throw error
  }
}

/** An optional peer: it brings what only a server in production needs. */
async function loadService() {
  try {
    return await import('@usersig/service')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new CliError(words.serve.missing, words.serve.missingHint)
  }
}
