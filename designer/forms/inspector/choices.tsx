/** What is offered to choose from: where it comes from, and what belongs to that. */
import { isJsonObject, type JsonObject } from '../../../engine/core/json.ts'
import { isFeel } from '../../../engine/core/feel/feel.ts'
import { Select } from '../../frame/select.tsx'
import { useLanguage } from '../../language/language.tsx'
import { useState } from 'preact/hooks'
import { COMMANDS } from '../model/commands/commands.ts'
import { optionsOf } from '../model/layout.ts'
import { FeelField } from './feel-field.tsx'
import { ListedChoices } from './listed-choices.tsx'
import { useKnownLists } from './known-lists.ts'
import type { PanelProps } from './panel.ts'
import { RegisterPanel } from './register.tsx'
import { INSPECTOR_WORDS as WORDS } from './words.ts'

const SOURCES = ['listed', 'known', 'register', 'expression'] as const
type Source = (typeof SOURCES)[number]

/** Stands until a service is chosen; nothing of it is written. */
export function ChoicesPanel(props: PanelProps) {
  const { say } = useLanguage()
  const {
    building: { form, run },
    place,
    session,
  } = props
  const { choices } = optionsOf(form, place)
  const lists = useKnownLists(session, props.building)
  const [wanted, want] = useState<Source>()
  const written = sourceOf(
    choices,
    lists.map(({ value }) => value),
  )
  const source = wanted ?? written
  const from = (value: string | JsonObject | undefined, merge?: string): void => {
    run(COMMANDS.setChoiceSource, { place, ...(value === undefined ? {} : { from: value }) }, merge)
  }
  const change = (next: Source): void => {
    const [first] = lists
    // A service, and a list, is first to be chosen.
    want(next === 'listed' ? undefined : next)
    if (next === 'listed') from(undefined)
    if (next === 'known' && first !== undefined && written !== 'known') from(first.value)
  }
  return (
    <>
      <Select
        label={say(WORDS.source)}
        value={source}
        options={SOURCES.map((value) => ({ value, label: say(WORDS[value]) }))}
        onChange={(it) => {
          const next = SOURCES.find((one) => one === it)
          if (next !== undefined) change(next)
        }}
      />
      {source === 'listed' && <ListedChoices {...props} />}
      {source === 'known' &&
        (lists.length === 0 ? (
          <p class="hint">{say(WORDS.noList)}</p>
        ) : (
          <Select
            label={say(WORDS.whichList)}
            value={typeof choices === 'string' ? choices : ''}
            options={lists.map(({ value, title }) => ({ value, label: say(title) }))}
            onChange={(it) => from(it)}
          />
        ))}
      {source === 'register' && (
        <RegisterPanel
          {...props}
          call={isJsonObject(choices ?? null) ? (choices as JsonObject) : undefined}
          set={(call, merge) => {
            want(undefined)
            from(call, merge)
          }}
        />
      )}
      {source === 'expression' && (
        <FeelField
          label={say(WORDS.expression)}
          hint={say(WORDS.listHint)}
          value={choices}
          onDone={() => session.seal()}
          onChange={(it) => it !== undefined && from(it, `from ${place}`)}
        />
      )}
    </>
  )
}

function sourceOf(choices: unknown, lists: readonly string[]): Source {
  if (typeof choices === 'string' && isFeel(choices)) return lists.includes(choices) ? 'known' : 'expression'
  return choices === undefined || choices === null ? 'listed' : 'register'
}
