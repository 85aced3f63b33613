/** A service begins: from nothing, from a template, from a version that is in force, or as a copy of one. */
import { useEffect, useState } from 'preact/hooks'
import { goTo, ROUTES } from '../app/routes.ts'
import { BothLanguagesField } from '../frame/both-languages-field.tsx'
import { Button } from '../frame/button.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { Notice } from '../frame/notice.tsx'
import { Select } from '../frame/select.tsx'
import { TextField } from '../frame/text-field.tsx'
import { FRAME_WORDS } from '../frame/words.ts'
import { useLanguage } from '../language/language.tsx'
import { DRAFTS } from '../server/drafts.ts'
import { person } from '../server/page.ts'
import { choicesOf, type Openable } from './begin-from.ts'
import { WORKSPACE_WORDS as WORDS } from './words.ts'

const EMPTY = { ar: '', en: '' }
const ID = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/

export function NewDialog({ onClose }: { readonly onClose: () => void }) {
  const reader = useLanguage()
  const { say, language } = reader
  const [from, setFrom] = useState('')
  const [title, setTitle] = useState(EMPTY)
  const [name, setName] = useState(`${person().agency}.`)
  const [openable, setOpenable] = useState<Openable>({ packages: [], starters: [] })
  const [refused, setRefused] = useState<string>()
  const [tried, setTried] = useState(false)
  useEffect(() => {
    void DRAFTS.packages().then(
      (answer) =>
        answer.kind === 'ok' && setOpenable({ packages: answer.value.items, starters: answer.value.starters ?? [] }),
    )
  }, [])
  const choices = choicesOf(openable, reader)
  const chosen = choices.find(({ value }) => value === from)
  const isNew = chosen?.isNew ?? true
  const fits = chosen !== undefined && (!isNew || (ID.test(name) && (title.ar + title.en).trim() !== ''))
  const begin = async (): Promise<void> => {
    setTried(true)
    if (!fits) return
    const answer = await DRAFTS.create(chosen.draft({ packageId: name, title }))
    if (answer.kind === 'ok') return goTo(ROUTES.draft(answer.value.id))
    setRefused(answer.kind === 'refused' ? `${answer.refusal.title}. ${answer.refusal.detail}` : say(WORDS.unreachable))
  }
  return (
    <Dialog
      title={say(WORDS.newService)}
      onClose={onClose}
      onSubmit={() => void begin()}
      buttons={
        <>
          <Button kind="primary" type="submit">
            {say(WORDS.begin)}
          </Button>
          <Button onClick={onClose}>{say(FRAME_WORDS.cancel)}</Button>
        </>
      }
    >
      {refused && <Notice kind="bad">{refused}</Notice>}
      <Select
        label={say(WORDS.from)}
        {...(chosen?.more && { hint: say(chosen.more) })}
        value={from}
        onChange={setFrom}
        options={choices}
      />
      {isNew && (
        <>
          <BothLanguagesField
            label={say(WORDS.titleOf)}
            value={title}
            onChange={setTitle}
            {...(tried && (title.ar + title.en).trim() === '' && { errors: { [language]: say(WORDS.titleMissing) } })}
          />
          <TextField
            label={say(WORDS.id)}
            hint={say(WORDS.idHint)}
            dir="ltr"
            value={name}
            onChange={setName}
            {...(tried && !ID.test(name) && { error: say(WORDS.idWrong) })}
          />
        </>
      )}
    </Dialog>
  )
}
