/** A package or a drawing from the reader's machine becomes a draft. */
import { useState } from 'preact/hooks'
import { goTo, ROUTES } from '../app/routes.ts'
import { Button } from '../frame/button.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { Field } from '../frame/field.tsx'
import { Notice } from '../frame/notice.tsx'
import { FRAME_WORDS } from '../frame/words.ts'
import { useLanguage } from '../language/language.tsx'
import { DRAFTS } from '../server/drafts.ts'
import { WORKSPACE_WORDS as WORDS } from './words.ts'

export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useLanguage()
  const [file, setFile] = useState<File>()
  const [refused, setRefused] = useState<string>()
  const take = async (): Promise<void> => {
    if (file === undefined) return setRefused(say(WORDS.fileMissing))
    const content = base64Of(new Uint8Array(await file.arrayBuffer()))
    const answer = await DRAFTS.create({ kind: 'import', name: file.name, content })
    if (answer.kind === 'ok') return goTo(ROUTES.draft(answer.value.id))
    if (answer.kind === 'unreachable') return setRefused(say(WORDS.unreachable))
    const { title, detail, findings = [] } = answer.refusal
    setRefused([`${title}. ${detail}`, ...findings.slice(0, 5).map((it) => it.message)].join('\n'))
  }
  return (
    <Dialog
      title={say(WORDS.import)}
      onClose={onClose}
      onSubmit={() => void take()}
      buttons={
        <>
          <Button kind="primary" type="submit">
            {say(WORDS.importThis)}
          </Button>
          <Button onClick={onClose}>{say(FRAME_WORDS.cancel)}</Button>
        </>
      }
    >
      {refused && (
        <Notice kind="bad">
          <span class="lines">{refused}</span>
        </Notice>
      )}
      <Field label={say(WORDS.file)} hint={say(WORDS.fileHint)}>
        {(binding) => (
          <input
            {...binding}
            type="file"
            accept=".masar,.zip,.bpmn"
            onChange={(event) => setFile(event.currentTarget.files?.[0])}
          />
        )}
      </Field>
    </Dialog>
  )
}

const CHUNK = 0x8000

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(text)
}
