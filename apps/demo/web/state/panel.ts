import { signal } from '@preact/signals'

export const PANELS = ['live', 'anatomy', 'generate', 'doctor', 'codes'] as const

export type PanelName = (typeof PANELS)[number]

const read = () => PANELS.find((name) => name === location.hash.slice(1).split('/')[0]) ?? 'live'

/** The open panel; the address names it. */
export const panel = signal<PanelName>(read())

addEventListener('hashchange', () => {
  panel.value = read()
})

/** @param detail - Stands behind the name in the address: a code, for example. */
export function openPanel(name: PanelName, detail = ''): void {
  const hash = detail === '' ? `#${name}` : `#${name}/${detail}`
  if (location.hash !== hash) history.replaceState(null, '', hash)
  panel.value = name
}
