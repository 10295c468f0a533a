import { useRef } from 'preact/hooks'
import { AnatomyPanel } from './anatomy/panel.tsx'
import { CodesPanel } from './codes/panel.tsx'
import { DoctorPanel } from './doctor/panel.tsx'
import { GeneratePanel } from './generate/panel.tsx'
import { LivePanel } from './live/panel.tsx'
import { config } from './live/server.ts'
import { TabPanel, Tabs } from './parts/tabs.tsx'
import { language } from './state/language.ts'
import { openPanel, PANELS, type PanelName, place } from './state/panel.ts'
import { chooseLanguage, useTexts } from './state/texts.ts'
import { chooseTheme, theme } from './state/theme.ts'

const CONTENTS: Record<PanelName, () => preact.JSX.Element> = {
  live: LivePanel,
  anatomy: AnatomyPanel,
  generate: GeneratePanel,
  doctor: DoctorPanel,
  codes: CodesPanel,
}

/** The whole page. */
export function App() {
  const t = useTexts()
  const main = useRef<HTMLElement>(null)
  const open = place.value.panel
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {t.skip}
      </button>
      <header class="bar">
        <h1 class="brand">
          <img src="/ticket.svg" alt="" width="28" height="28" />
          <span>
            UserSig <b>{t.brand}</b>
          </span>
        </h1>
        <Facts />
        <Settings />
      </header>
      <nav class="tab-bar">
        <Tabs
          label={t.panelsLabel}
          id="page"
          tabs={PANELS.map((name) => ({ name, label: t.panels[name] }))}
          open={open}
          onOpen={(name) => openPanel(name)}
        />
      </nav>
      <main id="main" tabIndex={-1} ref={main}>
        {PANELS.map((name) => {
          const Content = CONTENTS[name]
          return (
            <TabPanel key={name} id="page" name={name} open={name === open}>
              {/* Hidden ones stay, with all that was typed into them. */}
              <Content />
            </TabPanel>
          )
        })}
      </main>
    </>
  )
}

function Facts() {
  const t = useTexts().facts
  const server = config.value
  if (!server) return <div class="bar-facts" />
  return (
    <div class="bar-facts">
      <span class="pill">SDKAppID {server.sdkAppId}</span>
      {server.sample && <span class="pill warn">{t.sample}</span>}
      <span class="pill">{t.servedBy(server.adapter)}</span>
    </div>
  )
}

function Settings() {
  const t = useTexts()
  const otherTheme = theme.value === 'dark' ? 'light' : 'dark'
  const otherLanguage = language.value === 'zh' ? 'en' : 'zh'
  return (
    <div class="settings">
      <button type="button" class="ghost" lang={otherLanguage} onClick={() => chooseLanguage(otherLanguage)}>
        {t.otherLanguage}
      </button>
      <button type="button" class="ghost" aria-label={t.themeLabel[otherTheme]} onClick={() => chooseTheme(otherTheme)}>
        {t.theme[otherTheme]}
      </button>
    </div>
  )
}
