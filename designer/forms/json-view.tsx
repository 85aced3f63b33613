/** The file as it stands, for those who want it. What is no JSON stays in the box and is not kept. */
import { useLayoutEffect, useState } from 'preact/hooks'
import type { DraftSession } from '../draft/session.ts'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { readFormText } from './model/form-file.ts'
import { FORMS_WORDS as WORDS } from './words.ts'

export function JsonView({
  session,
  path,
  text,
}: {
  readonly session: DraftSession
  readonly path: string
  readonly text: string
}) {
  const { say } = useLanguage()
  const [typed, setTyped] = useState(text)
  useLayoutEffect(() => setTyped(text), [text])
  const read = readFormText(typed)
  return (
    <TextField
      label={path}
      hint={say(WORDS.jsonHint)}
      {...(read.ok ? {} : { error: say(read.reason) })}
      value={typed}
      dir="ltr"
      lines={32}
      onDone={() => session.seal()}
      onChange={(next) => {
        setTyped(next)
        if (readFormText(next).ok)
          session.change({ ar: 'تعديل JSON', en: 'Edit the JSON' }, new Map([[path, next]]), `json ${path}`)
      }}
    />
  )
}
