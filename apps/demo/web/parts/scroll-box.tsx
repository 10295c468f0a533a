import type { ComponentChildren } from 'preact'

interface ScrollBoxProps {
  readonly label: string
  readonly class: string
  readonly children: ComponentChildren
}

/** A box that scrolls, also by the keyboard. */
export function ScrollBox({ label, class: name, children }: ScrollBoxProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    // biome-ignore lint/a11y/useSemanticElements: a page with a landmark for each box has none that helps
    <div class={name} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
