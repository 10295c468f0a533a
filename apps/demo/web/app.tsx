import { useEffect, useRef } from 'preact/hooks'
import { TabPanel, Tabs } from './parts/tabs.tsx'
import { contents, loadPanel } from './state/contents.ts'
import { language } from './state/language.ts'
import { PanelOpen } from './state/now.ts'
import { openPanel, PANELS, type PanelName, place } from './state/panel.ts'
import { chooseLanguage, useTexts } from './state/texts.ts'
import { chooseTheme, theme } from './state/theme.ts'

/** The whole page. */
export function App() {
  const t = useTexts()
  const main = useRef<HTMLElement>(null)
  const { panel: open, detail } = place.value
  useEffect(() => void loadPanel(open), [open])
  useEffect(() => {
    const code = open === 'codes' && detail !== '' ? `${detail} · ` : ''
    document.title = `${code}${t.panels[open]} · ${t.title}`
  }, [t, open, detail])
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {t.skip}
      </button>
      <header class="bar">
        <h1 class="brand">
          <img src="ticket.svg" alt="" width="28" height="28" />
          <span>
            UserSig <b>{t.brand}</b>
          </span>
        </h1>
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
        {PANELS.map((name) => (
          <TabPanel key={name} id="page" name={name} open={name === open}>
            <PanelOpen.Provider value={name === open}>
              <Content name={name} />
            </PanelOpen.Provider>
          </TabPanel>
        ))}
      </main>
    </>
  )
}

function Content({ name }: { readonly name: PanelName }) {
  const t = useTexts()
  const Panel = contents.value[name]
  if (Panel === undefined) return <p class="empty">{t.loading}</p>
  if (Panel !== 'failed') return <Panel />
  return (
    <div class="empty">
      <p>{t.panelFailed}</p>
      <button type="button" onClick={() => loadPanel(name)}>
        {t.tryAgain}
      </button>
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
