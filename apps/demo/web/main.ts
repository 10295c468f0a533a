import { type Config, fetchConfig, fetchUserId } from './api.ts'
import { h } from './dom.ts'
import { createInspectPanel } from './panels/inspect.ts'
import { createTicketPanel } from './panels/ticket.ts'
import { createFailure } from './parts/failure.ts'
import { createTabs } from './tabs.ts'
import { texts } from './texts.ts'
import { wireTheme } from './theme.ts'

function find<Type extends HTMLElement>(id: string): Type {
  return document.getElementById(id) as Type
}

function showFacts({ sdkAppId, sample, adapter }: Config): void {
  find('facts').replaceChildren(
    h('span', { class: 'pill' }, texts.facts.app(sdkAppId)),
    sample ? h('span', { class: 'pill warn' }, texts.facts.sample) : '',
    h('span', { class: 'pill' }, texts.facts.servedBy(adapter)),
  )
}

async function start(): Promise<void> {
  wireTheme(find('theme'))
  const inspect = createInspectPanel()
  const ticket = h('div', {})
  const open = createTabs(find('tabs'), find('main'), [
    { id: 'ticket', label: texts.tabs.ticket, content: ticket },
    { id: 'inspect', label: texts.tabs.inspect, content: inspect.content },
  ])
  function showInspect(userSig: string): void {
    inspect.inspect(userSig)
    open('inspect')
    find('tab-inspect').focus()
  }
  try {
    const [config, userId] = await Promise.all([fetchConfig(), fetchUserId()])
    showFacts(config)
    ticket.replaceChildren(createTicketPanel(config, userId, showInspect))
  } catch (error) {
    ticket.replaceChildren(createFailure(error))
  }
}

await start()
