import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** The pages in Markdown, which VitePress reads. */
export const CONTENT = join(ROOT, 'site/.content')
/** The site. */
export const DIST = join(ROOT, 'site/dist')
