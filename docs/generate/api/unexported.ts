import {
  type Application,
  Comment,
  CommentTag,
  Context,
  Converter,
  type DeclarationReflection,
  type ReferenceType,
  type Reflection,
  ReflectionKind,
} from 'typedoc'
import ts from 'typescript'

/** Heading of these types on the page of their entry point. */
export const UNEXPORTED = 'Types that are not exported'

interface Mention {
  readonly module: Reflection
  readonly types: ReferenceType[]
}

/**
 * Takes up the types of which exported ones are made without being exported themselves, such as the options that a
 * handler and a guard have in common: without them a page would not tell of all options. Those without a docstring are
 * abbreviations, and left out.
 */
export function includeUnexportedTypes(app: Application, isOurs: (file: string) => boolean): void {
  const mentions = new Map<ts.Symbol, Mention>()
  const original = Context.prototype.createSymbolReference
  // TypeDoc has no event for it.
  Context.prototype.createSymbolReference = function (symbol, context, name) {
    const type = original.call(this, symbol, context, name)
    const mention = mentions.get(symbol) ?? { module: moduleOf(context.scope), types: [] }
    mentions.set(symbol, mention)
    mention.types.push(type)
    return type
  }

  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    const extended = new Set(Object.values(context.project.reflections).flatMap(extendedTypes))
    context.setActiveProgram(context.programs[0])
    // Grows while it is gone through: what is taken up may mention others.
    for (const [symbol, { module, types }] of mentions) {
      // What an interface extends stands in its own table.
      if (!isToldOf(symbol, isOurs) || types.every((type) => extended.has(type))) continue
      if (context.getReflectionFromSymbol(symbol)) continue
      context.converter.convertSymbol(context.withScope(module), symbol)
      const reflection = context.getReflectionFromSymbol(symbol)
      if (!reflection) continue
      reflection.comment ??= new Comment()
      reflection.comment.blockTags.push(new CommentTag('@group', [{ kind: 'text', text: UNEXPORTED }]))
    }
    context.setActiveProgram(undefined)
    Context.prototype.createSymbolReference = original
  })
}

function extendedTypes(reflection: Reflection): readonly unknown[] {
  return (reflection as DeclarationReflection).extendedTypes ?? []
}

function isToldOf(symbol: ts.Symbol, isOurs: (file: string) => boolean): boolean {
  const declaration = symbol.declarations?.[0]
  if (!declaration || !(symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias))) return false
  const isInternal = ts.getJSDocTags(declaration).some(({ tagName }) => tagName.text === 'internal')
  return (
    !isInternal && isOurs(declaration.getSourceFile().fileName) && ts.getJSDocCommentsAndTags(declaration).length > 0
  )
}

function moduleOf(reflection: Reflection): Reflection {
  const { parent } = reflection
  return parent === undefined || reflection.kindOf(ReflectionKind.Module) ? reflection : moduleOf(parent)
}
