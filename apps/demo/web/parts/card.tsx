import type { ComponentChildren } from 'preact'

interface CardProps {
  readonly title?: string
  readonly class?: string
  readonly aside?: ComponentChildren
  readonly children: ComponentChildren
}

/** A box with a heading. */
export function Card({ title, class: name = '', aside, children }: CardProps) {
  return (
    <section class={`card ${name}`}>
      {title !== undefined && (
        <div class="card-head">
          <h3>{title}</h3>
          {aside}
        </div>
      )}
      {children}
    </section>
  )
}
