import { computed, signal } from '@preact/signals'
import type { AppKey } from '@usersig/core/doctor'

/** An application as it was typed. */
export interface TypedApp {
  readonly sdkAppId: string
  readonly secretKey: string
}

const NONE: TypedApp = { sdkAppId: '', secretKey: '' }

/**
 * The applications whose keys were typed into the page. They are in memory alone: nothing stores them, nothing sends
 * them, and they are gone with the page.
 */
export const apps = signal<readonly TypedApp[]>([NONE])

export function changeApp(index: number, change: Partial<TypedApp>): void {
  apps.value = apps.value.map((app, i) => (i === index ? { ...app, ...change } : app))
}

export function addApp(): void {
  apps.value = [...apps.value, NONE]
}

export function removeApp(index: number): void {
  const rest = apps.value.filter((_, i) => i !== index)
  apps.value = rest.length === 0 ? [NONE] : rest
}

/** Puts an application first, for examples. */
export function putAppFirst(app: TypedApp): void {
  const others = apps.value.filter(({ sdkAppId, secretKey }) => secretKey !== '' && sdkAppId !== app.sdkAppId)
  apps.value = [app, ...others]
}

/** What can be used of what was typed. */
export const keys = computed<readonly AppKey[]>(() =>
  apps.value
    .map(({ sdkAppId, secretKey }) => ({ sdkAppId: toSdkAppId(sdkAppId), secretKey }))
    .filter(({ sdkAppId, secretKey }) => !Number.isNaN(sdkAppId) && secretKey !== ''),
)

export function toSdkAppId(text: string): number {
  return /^\d{1,10}$/.test(text.trim()) ? Number(text) : Number.NaN
}
