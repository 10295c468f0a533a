import { type DeclarationReflection, type ProjectReflection, ReflectionKind, type SignatureReflection } from 'typedoc'

/** What the docstrings lack that TypeDoc does not ask for: examples of functions, and names of parameters. */
export function findGaps(project: ProjectReflection): string[] {
  return (project.children ?? []).flatMap((module) => {
    const name = (each: string) => `${module.name}: ${each}`
    const undescribed = module.comment ? [] : [`${module.name} has no docstring with @module`]
    return [...undescribed, ...(module.children ?? []).flatMap(findGapsOf).map(name)]
  })
}

function findGapsOf(declaration: DeclarationReflection): string[] {
  const isFunction = declaration.kindOf(ReflectionKind.Function)
  const signatures = isFunction ? (declaration.signatures ?? []) : methodsOf(declaration)
  return signatures.flatMap((signature) => [
    ...(isFunction && !signature.comment?.getTag('@example') ? [`${declaration.name} has no @example`] : []),
    ...(signature.parameters ?? [])
      .filter(({ name }) => name.startsWith('__'))
      .map(() => `${declaration.name} takes an object apart: name it with @param`),
  ])
}

function methodsOf(declaration: DeclarationReflection): SignatureReflection[] {
  return (declaration.children ?? []).flatMap(({ signatures }) => signatures ?? [])
}
