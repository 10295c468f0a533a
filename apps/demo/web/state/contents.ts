import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { DoctorPanel } from '../doctor/panel.tsx'
import type { PanelName } from './panel.ts'

type Content = ComponentType | 'failed'

/** What is not on the first screen is loaded when it is opened. */
const LOADERS: Readonly<Record<Exclude<PanelName, 'doctor'>, () => Promise<ComponentType>>> = {
  codes: async () => (await import('../codes/panel.tsx')).CodesPanel,
  generate: async () => (await import('../generate/panel.tsx')).GeneratePanel,
  anatomy: async () => (await import('../anatomy/panel.tsx')).AnatomyPanel,
  live: async () => (await import('../live/panel.tsx')).LivePanel,
}

/** The panels that have been opened. Hidden ones stay, with all that was typed into them. */
export const contents = signal<Readonly<Partial<Record<PanelName, Content>>>>({ doctor: DoctorPanel })

export async function loadPanel(name: PanelName): Promise<void> {
  if (name === 'doctor' || typeof contents.value[name] === 'function') return
  const content = await LOADERS[name]().catch(() => 'failed' as const)
  contents.value = { ...contents.value, [name]: content }
}
