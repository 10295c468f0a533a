import { join } from 'node:path'
import {
  Application,
  Converter,
  DeclarationReflection,
  Logger,
  LogLevel,
  type ProjectReflection,
  type Reflection,
  ReflectionKind,
  type Router,
  type TypeDocOptions,
} from 'typedoc'
import { MarkdownPageEvent, type MarkdownRenderer, type PluginOptions } from 'typedoc-plugin-markdown'
import ts from 'typescript'
import { ROOT } from '../root.ts'
import { shapeComment } from './comments.ts'
import { type Entry, findEntries } from './entries.ts'
import { shapePage, writeIndex } from './pages.ts'
import { FlatRouter } from './router.ts'
import { findGaps } from './rules.ts'
import { includeUnexportedTypes, UNEXPORTED } from './unexported.ts'

const SOURCES = `${ROOT}/packages/`

/** What is documented: the packages, unless a test says otherwise. */
export interface Sources {
  readonly entries: readonly Entry[]
  readonly tsconfig: string
}

const PACKAGES: Sources = { entries: findEntries(), tsconfig: join(import.meta.dirname, 'tsconfig.json') }

/**
 * Writes the API reference from the docstrings.
 *
 * @param codes the codes that have an anchor in errors.md
 * @throws Error with the list of what is not documented
 */
export async function writeReference(folder: string, codes: ReadonlySet<string>, sources = PACKAGES): Promise<void> {
  const { entries } = sources
  const logger = new CollectingLogger()
  const app = await createApplication(sources, folder, logger)
  includeUnexportedTypes(app, (file) => file.startsWith(SOURCES) && file.includes('/src/'))
  nameModules(app, entries)
  leaveOutExclusions(app)
  const project = await app.convert()
  if (project) {
    app.validate(project)
    for (const gap of findGaps(project)) logger.lines.push(gap)
  }
  if (!project || logger.lines.length > 0) {
    throw new Error(`the API reference cannot be written:\n${logger.lines.join('\n')}`)
  }
  shape(project, codes)
  // The events of the plugin are not among the types of TypeDoc's renderer.
  const renderer = app.renderer as unknown as MarkdownRenderer
  renderer.on(MarkdownPageEvent.END, (page) => shapePage(page, app.renderer.router as Router))
  await app.generateOutputs(project)
  if (logger.lines.length > 0) throw new Error(logger.lines.join('\n'))
  writeIndex(folder, project)
}

async function createApplication({ entries, tsconfig }: Sources, folder: string, logger: Logger): Promise<Application> {
  const options: TypeDocOptions & Partial<PluginOptions> = {
    entryPoints: entries.map(({ source }) => source),
    tsconfig,
    plugin: ['typedoc-plugin-markdown'],
    router: 'flat',
    logLevel: 'Warn',
    outputs: [{ name: 'markdown', path: folder }],
    readme: 'none',
    // Lines change with every commit.
    disableSources: true,
    disableGit: true,
    excludePrivate: true,
    excludeProtected: true,
    excludeInternal: true,
    excludeExternals: true,
    sort: ['source-order'],
    sortEntryPoints: false,
    groupOrder: ['Functions', 'Classes', 'Variables', 'Interfaces', 'Type Aliases', UNEXPORTED, 'References'],
    validation: { notExported: false, invalidLink: true, invalidPath: true, notDocumented: true },
    packagesRequiringDocumentation: [...new Set(entries.map(({ packageName }) => packageName))],
    hidePageHeader: true,
    hideBreadcrumbs: true,
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
    classPropertiesFormat: 'table',
    typeAliasPropertiesFormat: 'table',
    typeDeclarationFormat: 'table',
    propertyMembersFormat: 'table',
    expandParameters: true,
    tableColumnSettings: { hideDefaults: true, hideInherited: true, hideOverrides: true, hideModifiers: true },
  }
  const app = await Application.bootstrapWithPlugins(options as TypeDocOptions)
  app.logger = logger
  app.renderer.defineRouter('flat', FlatRouter)
  return app
}

/** Keeps what is worth a failure. */
class CollectingLogger extends Logger {
  readonly lines: string[] = []

  override log(message: string, level: LogLevel): void {
    if (level >= LogLevel.Warn) this.lines.push(message.replaceAll(SOURCES, 'packages/'))
  }
}

/**
 * Leaves out the members of a union that only say that they are not there (`mac?: never`): the text of the type says
 * that one excludes the other.
 */
function leaveOutExclusions(app: Application): void {
  const exclusions: Reflection[] = []
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) => {
    const declaration = context.getSymbolFromReflection(reflection)?.declarations?.[0]
    if (!declaration || !ts.isPropertySignature(declaration)) return
    const kind = declaration.type?.kind
    if (kind === ts.SyntaxKind.NeverKeyword || kind === ts.SyntaxKind.UndefinedKeyword) exclusions.push(reflection)
  })
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    for (const reflection of exclusions) project.removeReflection(reflection)
  })
}

/** Modules have the names of their files, but are imported by the names of their entry points. */
function nameModules(app: Application, entries: readonly Entry[]): void {
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) => {
    if (!reflection.kindOf(ReflectionKind.Module)) return
    const file = context.getSymbolFromReflection(reflection)?.declarations?.[0]?.getSourceFile().fileName
    reflection.name = entries.find(({ source }) => source === file)?.specifier ?? reflection.name
  })
}

function shape(project: ProjectReflection, codes: ReadonlySet<string>): void {
  project.name = 'API reference'
  for (const reflection of Object.values(project.reflections)) {
    if (reflection.comment) shapeComment(reflection.comment, codes)
    if (!(reflection instanceof DeclarationReflection)) continue
    // From which class or interface something comes is of interest to nobody who calls it.
    delete reflection.overwrites
    delete reflection.inheritedFrom
    delete reflection.implementationOf
    // Nest's own classes say that anything may be in them.
    delete reflection.indexSignatures
    for (const signature of reflection.getNonIndexSignatures()) {
      delete signature.overwrites
      delete signature.inheritedFrom
      delete signature.implementationOf
    }
  }
  for (const module of project.children ?? []) {
    for (const group of module.groups ?? []) group.children.sort((a, b) => (a.name < b.name ? -1 : 1))
  }
}
