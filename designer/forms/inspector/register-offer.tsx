/** What of a register's reply is offered: which list, what of an entry is kept as the answer, and what is shown in either language. */
import { useLayoutEffect, useMemo, useState } from 'preact/hooks'
import type { JsonObject } from '../../../engine/core/json.ts'
import { typeOfDescribed } from '../../../engine/core/package/variables/json-types.ts'
import { Checkbox } from '../../frame/checkbox.tsx'
import { Select } from '../../frame/select.tsx'
import { TextField } from '../../frame/text-field.tsx'
import { useLanguage } from '../../language/language.tsx'
import { likelyEntry, listsIn, offerParts, offerText, type OfferParts, type Steps } from '../register/offer-parts.ts'
import { FeelField } from './feel-field.tsx'
import { INSPECTOR_WORDS as WORDS } from './words.ts'

interface OfferProps {
  readonly offer: string
  /** JSON Schema of the reply; absent where the bus does not know the service. */
  readonly reply?: JsonObject
  readonly onChange: (offer: string) => void
  readonly onDone: () => void
}

const REGISTER = { kind: 'masar' } as const

const PARTS = ['value', 'ar', 'en'] as const
const PART_WORDS = { value: WORDS.entryValue, ar: WORDS.entryAr, en: WORDS.entryEn } as const

export function OfferFields({ offer, reply = {}, onChange, onDone }: OfferProps) {
  const { say } = useLanguage()
  const parts = offerParts(offer)
  const also = useMemo(() => [{ name: 'reply', type: typeOfDescribed(reply, REGISTER), origin: REGISTER }], [reply])
  if (parts === undefined)
    return (
      <FeelField
        label={say(WORDS.offer)}
        expected="list"
        also={also}
        value={offer}
        onDone={onDone}
        onChange={(it) => it && onChange(it)}
      />
    )
  const lists = listsIn(reply)
  const known = lists.find((it) => same(it.list, parts.list))
  const set = (next: OfferParts): void => onChange(offerText(next))
  const { entry } = parts
  return (
    <>
      <StepsField
        label={say(WORDS.replyList)}
        hint={say(WORDS.replyHint)}
        whole={say(WORDS.wholeReply)}
        value={parts.list}
        known={lists.map((it) => it.list)}
        onDone={onDone}
        onChange={(list) => {
          const other = lists.find((it) => same(it.list, list))
          if (other === undefined) set({ ...parts, list })
          else set(other.plain ? { list } : { list, entry: likelyEntry(other) })
        }}
      />
      <Checkbox
        label={say(WORDS.plainEntries)}
        checked={entry === undefined}
        onChange={(on) =>
          set(
            on
              ? { list: parts.list }
              : { ...parts, entry: likelyEntry(known ?? { list: [], parts: [], plain: false }) },
          )
        }
      />
      {entry !== undefined &&
        PARTS.map((part) => (
          <StepsField
            key={part}
            label={say(PART_WORDS[part])}
            hint={say(WORDS.entryHint)}
            value={entry[part]}
            known={known?.parts ?? []}
            onDone={onDone}
            onChange={(steps) => steps.length > 0 && set({ ...parts, entry: { ...entry, [part]: steps } })}
          />
        ))}
    </>
  )
}

interface StepsProps {
  readonly label: string
  readonly hint: string
  /** What no step at all is called, where that may be. */
  readonly whole?: string
  readonly value: Steps
  /** As the provider describes it; none: what it is called is to be written. */
  readonly known: readonly Steps[]
  readonly onChange: (steps: Steps) => void
  readonly onDone: () => void
}

/** A name in a reply is nothing to be guessed: chosen where the provider describes it, else written as the agency calls it. */
function StepsField({ label, hint, whole, value, known, onChange, onDone }: StepsProps) {
  const text = value.join('.')
  const [typed, setTyped] = useState(text)
  useLayoutEffect(() => {
    if (stepsOf(typed).join('.') !== text) setTyped(text)
  }, [text])
  const options = known.map((it) => ({ value: it.join('.'), label: it.length === 0 ? (whole ?? '') : it.join('.') }))
  if (known.length > 0)
    return <Select label={label} value={text} options={options} onChange={(it) => onChange(stepsOf(it))} />
  return (
    <TextField
      label={label}
      hint={hint}
      value={typed}
      dir="ltr"
      onDone={onDone}
      onChange={(it) => {
        setTyped(it)
        onChange(stepsOf(it))
      }}
    />
  )
}

const stepsOf = (text: string): Steps =>
  text
    .split('.')
    .map((it) => it.trim())
    .filter(Boolean)
const same = (one: Steps, other: Steps): boolean => one.join('.') === other.join('.')
