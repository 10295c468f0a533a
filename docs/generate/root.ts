import { join } from 'node:path'

/** The folder of the repository, with slashes, as TypeScript writes paths. */
export const ROOT: string = join(import.meta.dirname, '../..').replaceAll('\\', '/')
