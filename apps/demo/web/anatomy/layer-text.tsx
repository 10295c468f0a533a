import type { DissectedField, Span } from '@usersig/doctor'
import { colorOf } from '../texts/fields.ts'
import { active, hovered } from './active.ts'

/** Which fields stand at which part of a layer. */
interface Run {
  readonly start: number
  readonly end: number
  readonly fields: readonly string[]
}

export type SpanOf = (field: DissectedField) => Span | undefined

/** Cuts a layer where fields begin and end. Fields of a compressed ticket may share bytes. */
export function toRuns(length: number, fields: readonly DissectedField[], spanOf: SpanOf): Run[] {
  const spans = fields.flatMap((field) => {
    const span = spanOf(field)
    return span ? [{ ...span, name: field.name }] : []
  })
  const cuts = new Set([0, length, ...spans.flatMap(({ start, end }) => [start, end])])
  const edges = [...cuts].filter((cut) => cut >= 0 && cut <= length).sort((a, b) => a - b)
  return edges.slice(0, -1).map((start, i) => ({
    start,
    end: edges[i + 1] ?? length,
    fields: spans.filter((span) => span.start <= start && start < span.end).map(({ name }) => name),
  }))
}

interface LayerTextProps {
  readonly text: string
  readonly fields: readonly DissectedField[]
  readonly spanOf: SpanOf
}

/** The text of a layer, coloured by field. */
export function LayerText({ text, fields, spanOf }: LayerTextProps) {
  return (
    <code>
      {toRuns(text.length, fields, spanOf).map(({ start, end, fields: own }) => (
        <Part key={start} fields={own}>
          {text.slice(start, end)}
        </Part>
      ))}
    </code>
  )
}

/** A part of a layer; it lights up with its field, and lets the field light up in the other layers. */
export function Part({ fields, children }: { readonly fields: readonly string[]; readonly children: string }) {
  const [field] = fields
  if (field === undefined) return <span>{children}</span>
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list of fields does the same for the keyboard
    <span
      data-field={colorOf(field)}
      class={fields.includes(active.value ?? '') ? 'lit' : undefined}
      onMouseEnter={() => {
        hovered.value = field
      }}
      onMouseLeave={() => {
        hovered.value = undefined
      }}
    >
      {children}
    </span>
  )
}
