import { h } from './dom.ts'

export interface Panel {
  readonly id: string
  readonly label: string
  readonly content: HTMLElement
}

/** Tabs as the ARIA practices describe them: arrows move, the address names the panel. */
export function createTabs(list: HTMLElement, main: HTMLElement, panels: readonly Panel[]): (id: string) => void {
  const tabs = panels.map(({ id, label }) =>
    h(
      'button',
      { type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': `panel-${id}`, onclick: () => open(id) },
      label,
    ),
  )
  const sections = panels.map(({ id, content }) =>
    h('section', { role: 'tabpanel', id: `panel-${id}`, 'aria-labelledby': `tab-${id}` }, content),
  )
  list.replaceChildren(...tabs)
  main.replaceChildren(...sections)

  function open(id: string): void {
    const found = panels.findIndex((panel) => panel.id === id)
    const at = Math.max(found, 0)
    tabs.forEach((tab, i) => {
      tab.setAttribute('aria-selected', String(i === at))
      tab.tabIndex = i === at ? 0 : -1
    })
    sections.forEach((section, i) => {
      section.hidden = i !== at
    })
    const hash = `#${panels[at]?.id}`
    if (location.hash !== hash) history.replaceState(null, '', hash)
  }

  const STEPS: Readonly<Record<string, (at: number) => number>> = {
    ArrowRight: (at) => (at + 1) % tabs.length,
    ArrowLeft: (at) => (at + tabs.length - 1) % tabs.length,
    Home: () => 0,
    End: () => tabs.length - 1,
  }
  list.addEventListener('keydown', (event) => {
    const next = STEPS[event.key]?.(tabs.indexOf(document.activeElement as HTMLButtonElement))
    if (next === undefined) return
    event.preventDefault()
    open(panels[next]?.id ?? '')
    tabs[next]?.focus()
  })
  addEventListener('hashchange', () => open(location.hash.slice(1)))
  open(location.hash.slice(1))
  return open
}
