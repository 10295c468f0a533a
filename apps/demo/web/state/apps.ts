import { computed, signal } from '@preact/signals'
import { createUserSigner, UserSigError } from '@usersig/core'
import type { AppKey } from '@usersig/doctor'
import { EXAMPLE_APP } from './example.ts'
import { toInteger } from './number.ts'

/** An application as it was typed. */
export interface TypedApp {
  /** Tells the rows apart: two may hold the same while they are typed. */
  readonly id: number
  readonly sdkAppId: string
  readonly secretKey: string
}

let lastId = 0
const createApp = (): TypedApp => ({ id: ++lastId, sdkAppId: '', secretKey: '' })

/**
 * The applications whose keys were typed into the page. They are in memory alone: nothing stores them, nothing sends
 * them, and they are gone with the page.
 */
export const apps = signal<readonly TypedApp[]>([createApp()])

export function changeApp(id: number, change: Partial<TypedApp>): void {
  apps.value = apps.value.map((app) => (app.id === id ? { ...app, ...change } : app))
}

export function addApp(): void {
  apps.value = [...apps.value, createApp()]
}

export function removeApp(id: number): void {
  const rest = apps.value.filter((app) => app.id !== id)
  apps.value = rest.length === 0 ? [createApp()] : rest
}

/** A row as far as it can be used. */
export interface CheckedApp {
  /** Not there as long as something is missing or wrong. */
  readonly key?: AppKey
  /** What is wrong; nothing is wrong with a row that is not filled yet. */
  readonly problem?: UserSigError
}

/** What the library says to a row. */
export function checkApp({ sdkAppId, secretKey }: TypedApp): CheckedApp {
  if (sdkAppId.trim() === '' || secretKey === '') return {}
  const key = { sdkAppId: toInteger(sdkAppId), secretKey }
  try {
    createUserSigner(key)
    return { key }
  } catch (problem) {
    if (UserSigError.is(problem)) return { problem }
    throw problem
  }
}

const typedKeys = computed(() => apps.value.flatMap((app) => checkApp(app).key ?? []))

/** The keys that may have signed: those that were typed, and the one of the examples. */
export const keys = computed<readonly AppKey[]>(() => [...typedKeys.value, EXAMPLE_APP])
