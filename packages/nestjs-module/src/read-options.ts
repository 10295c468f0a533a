import type { ConfigurableModuleAsyncOptions } from '@nestjs/common'
import {
  callback,
  ENDPOINT_OPTIONS,
  flag,
  GUARD_OPTIONS,
  missing,
  type OptionCheck,
  type OptionTable,
  ownOptions,
  readOptions,
  text,
  WEBHOOK_OPTIONS,
} from '@usersig/core/internal'
import type {
  UserSigIssuer,
  UserSigModuleExtras,
  UserSigModuleOptions,
  UserSigOptionsFactory,
  UserSigWebhooks,
} from './options.ts'

/** Options of `forRoot`. */
export type UserSigModuleRootOptions = UserSigModuleOptions & UserSigModuleExtras

/** Where the options come from. */
export type OptionsFactory = Omit<
  ConfigurableModuleAsyncOptions<UserSigModuleOptions, keyof UserSigOptionsFactory>,
  'provideInjectionTokensFrom'
>

/** Options of `forRootAsync`: one of `useFactory`, `useClass` and `useExisting`. */
export type UserSigModuleAsyncOptions = OptionsFactory & UserSigModuleExtras

const WEBHOOKS: OptionTable<UserSigWebhooks> = {
  trtcKey: WEBHOOK_OPTIONS.trtcKey,
  chatToken: WEBHOOK_OPTIONS.chatToken,
  maxAge: WEBHOOK_OPTIONS.maxAge,
  maxBytes: WEBHOOK_OPTIONS.maxBytes,
}

const MODULE_OPTIONS: OptionTable<UserSigModuleOptions> = {
  ...ENDPOINT_OPTIONS,
  ...GUARD_OPTIONS,
  webhooks: (value, name) => readOptions<UserSigWebhooks>(value, WEBHOOKS, name),
}

const guards: OptionCheck = (value, name) => {
  const isGuard = (each: unknown) => typeof each === 'function' || (typeof each === 'object' && each !== null)
  if (Array.isArray(value) && value.every(isGuard)) return Object.freeze([...value])
  throw new TypeError(`${name} must be an array of guards, as for @UseGuards()`)
}

const ISSUER: OptionTable<UserSigIssuer> = {
  path: (value, name) => {
    // The empty path is the global prefix of the app.
    if (typeof value === 'string') return value
    throw new TypeError(`${name} of issuer must be a text, such as 'usersig'`)
  },
  guards,
  // Nest knows what a version is.
  version: (value) => value,
}

const EXTRAS: OptionTable<UserSigModuleExtras> = {
  isGlobal: flag,
  name: text,
  issuer: (value, name) => {
    const issuer = readOptions<UserSigIssuer>(value, ISSUER, name)
    if (issuer.path !== undefined) return issuer
    throw new TypeError(missing('issuer.path', 'the controller needs an address', ISSUER_LINE))
  },
  problemDocuments: flag,
}

const asItIs: OptionCheck = (value) => value

const FACTORY: OptionTable<OptionsFactory> = {
  imports: asItIs,
  inject: asItIs,
  useClass: asItIs,
  useExisting: asItIs,
  useFactory: callback,
}

const ISSUER_LINE = "issuer: { path: 'usersig', guards: [YourGuard] }"

const FOR_ROOT: OptionTable<UserSigModuleRootOptions> = { ...MODULE_OPTIONS, ...EXTRAS }
const FOR_ROOT_ASYNC: OptionTable<UserSigModuleAsyncOptions> = { ...FACTORY, ...EXTRAS }

/** @throws TypeError, UserSigError that name the option */
export function readForRoot(given: unknown): Readonly<UserSigModuleRootOptions> {
  return readOptions<UserSigModuleRootOptions>(given, FOR_ROOT, 'UserSigModule.forRoot')
}

/** @throws TypeError that names the option */
export function readForRootAsync(given: unknown): Readonly<UserSigModuleAsyncOptions> {
  return readOptions<UserSigModuleAsyncOptions>(given, FOR_ROOT_ASYNC, 'UserSigModule.forRootAsync')
}

/** @throws TypeError, UserSigError that name the option */
export function readModuleOptions(given: unknown): Readonly<UserSigModuleOptions> {
  if (typeof given === 'object' && given !== null) {
    const extra = Object.keys(given).find((name) => Object.hasOwn(EXTRAS, name))
    if (extra !== undefined) {
      throw new TypeError(
        `a factory cannot return ${extra}: put it next to the factory, into forRootAsync({ ${extra}: … })`,
      )
    }
  }
  return readOptions<UserSigModuleOptions>(given, MODULE_OPTIONS, 'what the factory of UserSigModule returns')
}

/**
 * Takes from the options of the module those that a function of the core knows.
 *
 * @param options what the module was given
 * @param table the options of the function
 */
export function optionsFor<Name extends string>(
  options: UserSigModuleOptions,
  table: Readonly<Record<Name, unknown>>,
): Pick<UserSigModuleOptions, Name & keyof UserSigModuleOptions> {
  const given = Object.entries(options).filter(([name]) => Object.hasOwn(table, name))
  return ownOptions(Object.fromEntries(given)) as Pick<UserSigModuleOptions, Name & keyof UserSigModuleOptions>
}

/** @throws TypeError where options for the controller are given and no controller is asked for */
export function checkNoIssuing(options: UserSigModuleOptions): void {
  const isElsewhere = (name: string) => Object.hasOwn(GUARD_OPTIONS, name) || name === 'expire'
  const given = Object.keys(options).find((name) => Object.hasOwn(ENDPOINT_OPTIONS, name) && !isElsewhere(name))
  if (given === undefined) return
  throw new TypeError(missing('issuer', `${given} is only for the ready-made controller of issuer`, ISSUER_LINE))
}
