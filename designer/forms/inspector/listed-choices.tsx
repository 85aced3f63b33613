/** Choices that are written in the form, in both languages, and what an answer means at the desk. */
import { useMemo, useState } from 'preact/hooks'
import type { JsonValue } from '../../../engine/core/json.ts'
import type { Choice } from '../../../forms/form.ts'
import { BothLanguagesField } from '../../frame/both-languages-field.tsx'
import { Button } from '../../frame/button.tsx'
import { TextField } from '../../frame/text-field.tsx'
import { Select } from '../../frame/select.tsx'
import { useLanguage } from '../../language/language.tsx'
import { COMMANDS } from '../model/commands/commands.ts'
import { freeName, nameOf } from '../model/fields.ts'
import { listAt } from '../model/json/pointer.ts'
import { choicesAt, kindAt } from '../model/kind-at.ts'
import { optionsOf } from '../model/layout.ts'
import { choicesFollow } from '../following/answer.ts'
import { namedIn, quotedIn } from '../named-in.ts'
import { FORMS_WORDS as WORDS } from '../words.ts'
import { useFollowing } from './following.ts'
import type { PanelProps } from './panel.ts'
import { INSPECTOR_WORDS } from './words.ts'

export function ListedChoices({ building, place, session }: PanelProps) {
  const { say } = useLanguage()
  const { form, run } = building
  const choices = choicesAt(form, place)
  const options = optionsOf(form, place)
  const set = (next: readonly Choice[], merge?: string): boolean =>
    run(COMMANDS.setChoices, { place, choices: next }, merge)
  return (
    <>
      <ol class="fb-choices">
        {choices.map((choice, index) => (
          <li key={String(choice.value)}>
            <BothLanguagesField
              label={say(WORDS.choice, { number: index + 1 })}
              value={choice.label}
              onDone={() => session.seal()}
              onChange={(label) => set(choices.with(index, { ...choice, label }), `choices ${place}`)}
            />
            {typeof choice.value === 'string' && (
              <ValueField building={building} place={place} session={session} value={choice.value} />
            )}
            {kindAt(form, place) !== 'severalOf' && (
              <Meaning
                value={choice.value}
                outcomes={options['outcomes']}
                set={(it) => run(COMMANDS.setOption, { place, option: 'outcomes', ...(it && { value: it }) })}
              />
            )}
            <Button
              kind="icon"
              icon="up"
              label={say(INSPECTOR_WORDS.choiceUp, { number: index + 1 })}
              disabled={index === 0}
              keepsFocus
              onClick={() => set(swapped(choices, index, index - 1))}
            />
            <Button
              kind="icon"
              icon="down"
              label={say(INSPECTOR_WORDS.choiceDown, { number: index + 1 })}
              disabled={index === choices.length - 1}
              keepsFocus
              onClick={() => set(swapped(choices, index, index + 1))}
            />
            <Button
              kind="icon"
              icon="remove"
              label={say(WORDS.removeChoice, { number: index + 1 })}
              onClick={() => set(choices.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ol>
      <Button
        icon="add"
        onClick={() => {
          const value = freeName(
            'choice',
            choices.map((it) => String(it.value)),
          )
          set([...choices, { value, label: WORDS.newChoice }])
        }}
      >
        {say(WORDS.addChoice)}
      </Button>
    </>
  )
}

interface ValueProps extends Pick<PanelProps, 'building' | 'place' | 'session'> {
  readonly value: string
}

/** Changed when it is left: every letter would be another value. */
function ValueField({ building: { path, run }, place, session: { files }, value }: ValueProps) {
  const { say } = useLanguage()
  const [typed, setTyped] = useState(value)
  const next = typed.trim()
  const beside = useMemo(
    () => (next === value ? NOTHING : choicesFollow(files, path, place, value, next)),
    [files, path, place, value, next],
  )
  const speaking = next === value ? [] : quotedIn(files, value, namedIn(files, nameOf(place), path))
  const hint = useFollowing(files)(beside, speaking) ?? say(WORDS.choiceValueHint)
  return (
    <TextField
      label={say(WORDS.choiceValue)}
      hint={hint}
      value={typed}
      dir="ltr"
      onChange={setTyped}
      onDone={() => {
        if (next === value) setTyped(value)
        else if (!run(COMMANDS.renameChoice, { place, from: value, to: next }, undefined, beside)) setTyped(value)
      }}
    />
  )
}

const NOTHING: ReadonlyMap<string, string> = new Map()

const swapped = (list: readonly Choice[], from: number, to: number): readonly Choice[] => {
  const [one, other] = [list[from], list[to]]
  return one && other ? list.with(from, other).with(to, one) : list
}

interface MeaningProps {
  readonly value: JsonValue
  readonly outcomes: JsonValue | undefined
  readonly set: (outcomes: JsonValue | undefined) => void
}

function Meaning({ value, outcomes = {}, set }: MeaningProps) {
  const { say } = useLanguage()
  const meanings = ['return', 'refuse'] as const
  const now = meanings.find((it) => listAt(outcomes, `/${it}`).includes(value))
  return (
    <Select
      label={say(WORDS.means)}
      value={now ?? ''}
      options={[
        { value: '', label: say(WORDS.decides) },
        { value: 'return', label: say(WORDS.returns) },
        { value: 'refuse', label: say(WORDS.refuses) },
      ]}
      onChange={(chosen) => {
        const left = meanings.flatMap((it): [string, JsonValue][] => {
          const others = listAt(outcomes, `/${it}`).filter((one) => one !== value)
          const all = it === chosen ? [...others, value] : others
          return all.length === 0 ? [] : [[it, all]]
        })
        set(left.length === 0 ? undefined : Object.fromEntries(left))
      }}
    />
  )
}
