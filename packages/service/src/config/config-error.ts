/** One thing that is wrong with a configuration. */
export interface ConfigFault {
  /** Path of the member, such as `apps.main.key`. */
  readonly path: string
  /** Line in the file, from 1, where there is a file. */
  readonly line?: number
  /** Column in the line, from 1. */
  readonly column?: number
  /** The error and the fix. */
  readonly message: string
}

/** A configuration that cannot be used. Its message names each fault with its line; it holds no secret. */
export class ConfigError extends Error {
  /** Always `ConfigError`, also in programs whose names are shortened. */
  override readonly name = 'ConfigError'
  /** Each fault. */
  readonly faults: readonly ConfigFault[]

  /**
   * @param faults what is wrong
   * @param file name of the file, for the message
   */
  constructor(faults: readonly ConfigFault[], file = 'the configuration') {
    super(faults.map((fault) => showFault(fault, file)).join('\n'))
    this.faults = faults
  }
}

function showFault({ path, line, column, message }: ConfigFault, file: string): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`
  return path === '' ? `${place}: ${message}` : `${place}: ${path}: ${message}`
}
