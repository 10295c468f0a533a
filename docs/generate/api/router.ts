import { type Reflection, ReflectionKind } from 'typedoc'
import { ModuleRouter } from 'typedoc-plugin-markdown'
import { toPageName } from './entries.ts'

/** Puts the page of each entry point beside the others, as in core-endpoint.md. */
export class FlatRouter extends ModuleRouter {
  override getIdealBaseName(reflection: Reflection): string {
    return reflection.kindOf(ReflectionKind.Module) ? toPageName(reflection.name) : super.getIdealBaseName(reflection)
  }
}
