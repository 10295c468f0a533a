import type { TargetedInputEvent } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { addApp, apps, changeApp, checkApp, removeApp, type TypedApp } from '../state/apps.ts'
import { useDoctor } from '../state/doctor.ts'
import { useTexts } from '../state/texts.ts'
import { Field } from './field.tsx'
import { describeNumberFault } from './number-problem.ts'
import { Problem } from './problem.tsx'

/** Where applications and their keys are typed: one, or as many as may have signed. */
export function AppKeys({ several = false }: { readonly several?: boolean }) {
  const t = useTexts().apps
  const add = useRef<HTMLButtonElement>(null)
  const shown = several ? apps.value : apps.value.slice(0, 1)
  const remove = (id: number) => {
    removeApp(id)
    add.current?.focus()
  }
  return (
    <fieldset class="app-keys labelled">
      <legend>{several ? t.several : t.one}</legend>
      <p class="quiet">{t.lead}</p>
      {shown.map((app) => (
        <AppRow key={app.id} app={app} onRemove={several && shown.length > 1 ? () => remove(app.id) : undefined} />
      ))}
      {several && (
        <button type="button" class="small" ref={add} onClick={addApp}>
          {t.add}
        </button>
      )}
    </fieldset>
  )
}

interface AppRowProps {
  readonly app: TypedApp
  readonly onRemove: (() => void) | undefined
}

function AppRow({ app, onRemove }: AppRowProps) {
  const t = useTexts()
  const { problem } = checkApp(app)
  const ofKey = problem?.code === 'invalid_secret_key'
  const text = problem && t.explain.error(problem)
  const said = text && t.explain.sentences(text.message, text.hint)
  return (
    <div class="app-row">
      <Field
        label="SDKAppID"
        value={app.sdkAppId}
        placeholder="1400000000"
        numeric
        problem={describeNumberFault(app.sdkAppId, t) ?? (ofKey ? undefined : said)}
        onInput={(sdkAppId) => changeApp(app.id, { sdkAppId })}
      />
      <KeyField
        value={app.secretKey}
        problem={ofKey ? said : undefined}
        doubt={describeDoubts(app.secretKey)}
        onInput={(secretKey) => changeApp(app.id, { secretKey })}
      />
      {onRemove && (
        <button type="button" class="small" onClick={onRemove}>
          {t.apps.remove}
          <span class="hidden"> {app.sdkAppId}</span>
        </button>
      )}
    </div>
  )
}

interface KeyFieldProps {
  readonly value: string
  readonly problem: string | undefined
  readonly doubt: string | undefined
  readonly onInput: (value: string) => void
}

/** What cannot be right about a key although it can sign, and what to do. */
function describeDoubts(secretKey: string): string | undefined {
  if (secretKey === '') return undefined
  const doubts = useDoctor().inspectSecretKey(secretKey)
  return doubts.map(({ message, action }) => `${message} ${action}`).join(' ') || undefined
}

function KeyField({ value, problem, doubt, onInput }: KeyFieldProps) {
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
    'aria-invalid': problem !== undefined,
    'aria-describedby': (problem ?? doubt) && `${id}-problem`,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => onInput(event.currentTarget.value),
  }
  return (
    <div class="field">
      <label for={id}>SDKSecretKey</label>
      <div class="with-button">
        {shown ? <input type="text" {...common} /> : <input type="password" {...common} />}
        <button type="button" class="small" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {t.show}
          <span class="hidden"> SDKSecretKey</span>
        </button>
      </div>
      <Problem id={id} text={problem} doubt={doubt} />
    </div>
  )
}
