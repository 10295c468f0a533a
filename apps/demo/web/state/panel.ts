import { signal } from '@preact/signals'

export const PANELS = ['doctor', 'codes', 'generate', 'anatomy', 'live'] as const

export type PanelName = (typeof PANELS)[number]

/** Where in the page somebody is. */
export interface Place {
  readonly panel: PanelName
  /** What stands after the panel in the address: a code, or a shared diagnosis. */
  readonly detail: string
}

const START: Place = { panel: 'doctor', detail: '' }

/** The open panel; the address names it, and the history leads back. */
export const place = signal<Place>(readPlace() ?? START)

function readPlace(): Place | undefined {
  const [name, detail = ''] = location.hash.slice(1).split('/')
  const panel = PANELS.find((each) => each === name)
  return panel && { panel, detail: decode(detail) }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

// A hash that names no panel changes nothing.
const follow = () => {
  place.value = readPlace() ?? (location.hash === '' ? START : place.value)
}
addEventListener('hashchange', follow)
addEventListener('popstate', follow)

/** The fragment that leads to a place. */
export function hashOf(panel: PanelName, detail = ''): string {
  return detail === '' ? `#${panel}` : `#${panel}/${encodeURIComponent(detail)}`
}

export function openPanel(panel: PanelName, detail = ''): void {
  const hash = hashOf(panel, detail)
  if (location.hash !== hash) history.pushState(null, '', hash)
  place.value = { panel, detail }
}

/** Names another detail of the open panel, without a step in the history. */
export function changeDetail(detail: string): void {
  const { panel } = place.value
  history.replaceState(null, '', hashOf(panel, detail))
  place.value = { panel, detail }
}

/** Moves the focus to a panel, for what leads there from elsewhere, or what has gone with the focus on it. */
export function focusPanel(panel: PanelName): void {
  // Once it is drawn and no longer hidden.
  requestAnimationFrame(() => document.getElementById(`panel-page-${panel}`)?.focus())
}
