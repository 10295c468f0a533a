import { createLogReader } from '@usersig/doctor'
import { useRef, useState } from 'preact/hooks'
import { Card } from '../parts/card.tsx'
import { Examples } from '../parts/examples.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { changeDetail, place } from '../state/panel.ts'
import { useTexts } from '../state/texts.ts'
import { doctorText } from '../state/tickets.ts'
import { callDoctor } from './call.ts'

/** Where anything is pasted, typed, dropped or opened. */
export function DoctorBox() {
  const t = useTexts().doctor
  const [failed, setFailed] = useState(false)
  const take = (text: string) => {
    setFailed(false)
    doctorText.value = text
    // What is typed takes the place of a diagnosis that came with a link.
    if (place.value.panel === 'doctor' && place.value.detail !== '') changeDetail('')
  }
  const open = (file: File | undefined) => file && readFile(file).then(take, () => setFailed(true))
  const drop = (event: DragEvent) => {
    const file = event.dataTransfer?.files[0]
    if (!file) return
    event.preventDefault()
    void open(file)
  }
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (text.length <= MAX_SHOWN) return
    event.preventDefault()
    take(keepTelling(text))
  }
  const names = Object.keys(t.examples) as (keyof typeof t.examples)[]
  const show = async (name: (typeof names)[number]) => {
    const doctor = await callDoctor()
    if (doctor) take(doctor.EXAMPLES[name]())
  }
  return (
    <Card class={doctorText.value === '' ? 'box' : 'box filled'}>
      <h2>{t.title}</h2>
      <p class="lead">{t.lead}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button beside it opens a file, too */}
      <div onDrop={drop} onPaste={paste} onFocusIn={() => void callDoctor()}>
        <TextArea label={t.label} value={doctorText.value} placeholder={t.placeholder} rows={4} onInput={take} />
      </div>
      <FileButton onOpen={open} onClear={doctorText.value === '' ? undefined : () => take('')} />
      {failed && (
        <p class="problem" role="alert">
          {t.fileFailed}
        </p>
      )}
      <Examples options={names.map((name) => [t.examples[name], () => void show(name)] as const)} />
    </Card>
  )
}

interface FileButtonProps {
  readonly onOpen: (file: File | undefined) => void
  readonly onClear: (() => void) | undefined
}

function FileButton({ onOpen, onClear }: FileButtonProps) {
  const t = useTexts().doctor
  const input = useRef<HTMLInputElement>(null)
  return (
    <div class="row box-buttons">
      <button type="button" class="small" onClick={() => input.current?.click()}>
        {t.openFile}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t.openFile}
        onChange={({ currentTarget }) => {
          onOpen(currentTarget.files?.[0])
          // The same file may be opened again.
          currentTarget.value = ''
        }}
      />
      {onClear && (
        <button type="button" class="small" onClick={onClear}>
          {t.clear}
        </button>
      )}
    </div>
  )
}

/** What is no longer is shown as it is; of what is longer, the lines that can matter: a browser needs long to draw it. */
const MAX_SHOWN = 65_536

function keepTelling(text: string): string {
  const log = createLogReader()
  log.write(text)
  return log.end()
}

/** A file may be a log of megabytes, of which little is kept in memory. */
async function readFile(file: File): Promise<string> {
  if (file.size <= MAX_SHOWN) return await file.text()
  const log = createLogReader()
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader()
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) log.write(piece.value)
  return log.end()
}
