/** Sentences on papers and in messages, in both languages. */
import { useState } from 'preact/hooks'
import { TextField } from '../../frame/text-field.tsx'
import { useLanguage } from '../../language/language.tsx'
import { BothAt, IdField } from '../fields.tsx'
import { Keyed } from '../keyed.tsx'
import { useEditing } from '../page-editing.tsx'
import { POLICY_WORDS } from '../words.ts'

export function TextsSection() {
  const { say } = useLanguage()
  const { keys, both } = useEditing()
  const [wanted, setWanted] = useState('')
  const all = keys(['texts'])
  const shown = (key: string): boolean => {
    const { ar, en } = both(['texts', key])
    return [key, ar, en].some((text) => text.toLowerCase().includes(wanted.trim().toLowerCase()))
  }
  return (
    <>
      <p class="hint">{say(POLICY_WORDS.textsHint)}</p>
      <TextField
        label={say(POLICY_WORDS.find)}
        hint={say(POLICY_WORDS.found, { count: all.filter(shown).length, all: all.length })}
        value={wanted}
        onChange={setWanted}
      />
      <Keyed path={['texts']} one={POLICY_WORDS.text} start="text" fresh={() => ({ ar: '', en: '' })} shown={shown}>
        {(key, names) => (
          <>
            <BothAt path={['texts', key]} label={POLICY_WORDS.text} lines={2} />
            <IdField kind="texts" id={key} taken={names} pattern={TEXT_NAME} label={POLICY_WORDS.name} />
          </>
        )}
      </Keyed>
    </>
  )
}

const TEXT_NAME = /^[\p{L}\p{N}_.-]{1,64}$/u
