import { h } from '../dom.ts'
import { texts } from '../texts.ts'

/** What stands in the place of a ticket before there is one: the way that it takes. */
export function createSteps(): HTMLElement {
  const steps = [texts.steps.app, texts.steps.server, texts.steps.tencent].map(([who, does], i) =>
    h(
      'li',
      {},
      h('span', { class: 'face', 'aria-hidden': 'true' }, String(i + 1)),
      h('b', {}, who),
      h('span', { class: 'quiet' }, does),
    ),
  )
  return h(
    'div',
    { class: 'empty' },
    h('ol', { class: 'steps', 'aria-label': texts.steps.label }, ...steps),
    h('p', {}, texts.steps.empty),
  )
}
