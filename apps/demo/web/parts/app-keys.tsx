import { useId, useState } from 'preact/hooks'
import { addApp, apps, changeApp, removeApp, type TypedApp } from '../state/apps.ts'
import { useTexts } from '../state/language.ts'
import { Field } from './field.tsx'

/** Where applications and their keys are typed: one, or as many as may have signed. */
export function AppKeys({ several = false }: { readonly several?: boolean }) {
  const t = useTexts().apps
  const shown = several ? apps.value : apps.value.slice(0, 1)
  return (
    <fieldset class="app-keys">
      <legend>{several ? t.several : t.one}</legend>
      <p class="quiet">{t.lead}</p>
      {shown.map((app, index) => (
        // Rows have no name of their own: two may be equal while they are typed.
        <AppRow key={index} app={app} index={index} removable={several && apps.value.length > 1} />
      ))}
      {several && (
        <button type="button" class="small" onClick={addApp}>
          {t.add}
        </button>
      )}
    </fieldset>
  )
}

function AppRow({ app, index, removable }: { app: TypedApp; index: number; removable: boolean }) {
  const t = useTexts().apps
  return (
    <div class="app-row">
      <Field
        label="SDKAppID"
        value={app.sdkAppId}
        placeholder="1400000000"
        numeric
        onInput={(sdkAppId) => changeApp(index, { sdkAppId })}
      />
      <KeyField value={app.secretKey} onInput={(secretKey) => changeApp(index, { secretKey })} />
      {removable && (
        <button
          type="button"
          class="small"
          aria-label={`${t.remove}: ${app.sdkAppId}`}
          onClick={() => removeApp(index)}
        >
          {t.remove}
        </button>
      )}
    </div>
  )
}

function KeyField({ value, onInput }: { value: string; onInput: (value: string) => void }) {
  const t = useTexts().apps
  const id = useId()
  const [shown, setShown] = useState(false)
  // Not within a form, and nothing that a password manager would keep.
  const common = {
    id,
    value,
    autocomplete: 'off',
    spellcheck: false,
    'data-1p-ignore': true,
    'data-lpignore': 'true',
    onInput: (event: preact.TargetedInputEvent<HTMLInputElement>) => onInput(event.currentTarget.value.trim()),
  }
  return (
    <div class="field">
      <label for={id}>SDKSecretKey</label>
      <div class="with-button">
        {shown ? <input type="text" {...common} /> : <input type="password" {...common} />}
        <button type="button" class="small" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {t.show}
        </button>
      </div>
    </div>
  )
}
