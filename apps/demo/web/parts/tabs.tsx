import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

export interface Tab<Name extends string> {
  readonly name: Name
  readonly label: string
}

interface TabsProps<Name extends string> {
  readonly label: string
  /** Tells the tabs of one list apart from those of another. */
  readonly id: string
  readonly tabs: readonly Tab<Name>[]
  readonly open: Name
  readonly onOpen: (name: Name) => void
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** A list of tabs as the ARIA practices describe it: the arrow keys move, Home and End jump. */
export function Tabs<Name extends string>({ label, id, tabs, open, onOpen }: TabsProps<Name>) {
  const list = useRef<HTMLDivElement>(null)
  const at = tabs.findIndex(({ name }) => name === open)
  const buttonAt = (index: number) => list.current?.querySelectorAll('button')[index]

  // On a phone the list is longer than the screen. (`scrollIntoView` would also move the place from which Tab goes on.)
  useEffect(() => {
    const [row, tab] = [list.current, buttonAt(at)]
    if (row && tab) row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2
  }, [at])

  const move = (event: KeyboardEvent) => {
    const next = STEPS[event.key]?.(at, tabs.length)
    const tab = next === undefined ? undefined : tabs[next]
    if (!tab || next === undefined) return
    event.preventDefault()
    onOpen(tab.name)
    buttonAt(next)?.focus()
  }
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
      {tabs.map(({ name, label: text }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${id}-${name}`}
          aria-controls={`panel-${id}-${name}`}
          aria-selected={name === open}
          tabIndex={name === open ? 0 : -1}
          onClick={() => onOpen(name)}
        >
          {text}
        </button>
      ))}
    </div>
  )
}

interface TabPanelProps {
  readonly id: string
  readonly name: string
  readonly open: boolean
  readonly children: ComponentChildren
}

/** What a tab shows; it takes the focus from what leads to it. */
export function TabPanel({ id, name, open, children }: TabPanelProps) {
  return (
    <section
      role="tabpanel"
      id={`panel-${id}-${name}`}
      aria-labelledby={`tab-${id}-${name}`}
      tabIndex={-1}
      hidden={!open}
    >
      {children}
    </section>
  )
}
