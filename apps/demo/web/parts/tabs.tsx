import { type ComponentChildren, createRef } from 'preact'

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
  const list = createRef<HTMLDivElement>()
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ name }) => name === open)
    const next = STEPS[event.key]?.(at, tabs.length)
    const tab = next === undefined ? undefined : tabs[next]
    if (!tab || next === undefined) return
    event.preventDefault()
    onOpen(tab.name)
    list.current?.querySelectorAll('button')[next]?.focus()
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

/** What a tab shows. */
export function TabPanel({ id, name, open, children }: TabPanelProps) {
  return (
    <section role="tabpanel" id={`panel-${id}-${name}`} aria-labelledby={`tab-${id}-${name}`} hidden={!open}>
      {children}
    </section>
  )
}
