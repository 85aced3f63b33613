/** Between which days a date lies: counted from the day the form is filled in, a certain day, or the day of another question. */
import type { JsonValue } from '../../../engine/core/json.ts'
import { Select } from '../../frame/select.tsx'
import { useLanguage } from '../../language/language.tsx'
import { COMMANDS } from '../model/commands/commands.ts'
import { type DayBound, dayBoundIn, dayBoundText } from '../model/day-bound.ts'
import { aroundOf } from '../model/fields.ts'
import { optionsOf } from '../model/layout.ts'
import { type NamedQuestion, questionsOf } from '../questions.ts'
import { DayParts, firstDay } from './day-parts.tsx'
import { DAY_WORDS } from './day-words.ts'
import { FeelField } from './feel-field.tsx'
import type { PanelProps } from './panel.ts'

const KINDS = ['none', 'today', 'before', 'after', 'day', 'question', 'own'] as const

interface DayLimitProps extends PanelProps {
  readonly limit: 'earliest' | 'latest'
}

export function DayLimit({ building: { form, run }, place, session, limit }: DayLimitProps) {
  const { say } = useLanguage()
  const written = optionsOf(form, place)[limit]
  const dates = questionsOf(form, aroundOf(place)).filter((it) => it.kind === 'date' && it.place !== place)
  const bound = known(dayBoundIn(written), dates)
  const keep = (value: JsonValue | undefined, merge?: string): boolean =>
    run(COMMANDS.setOption, { place, option: limit, ...(value !== undefined && { value }) }, merge)
  const set = (next: Exclude<DayBound, { readonly kind: 'own' }>, merge?: string): boolean =>
    keep(dayBoundText(next), merge)
  const choose = (kind: string): void => {
    const begun = beginningOf(kind, dates)
    if (begun === undefined) keep(typeof written === 'string' ? `=(${written.slice(1)})` : '=(today())')
    else set(begun)
  }
  return (
    <>
      <Select
        label={say(DAY_WORDS[limit])}
        value={bound.kind}
        options={KINDS.filter((it) => it !== 'question' || dates.length > 0).map((kind) => ({
          value: kind,
          label: say(DAY_WORDS[kind]),
        }))}
        onChange={choose}
      />
      <DayParts
        day={bound}
        onChoose={(day) => set(day)}
        onType={(day) => set(day, `${limit} ${place}`)}
        onDone={() => session.seal()}
      />
      {bound.kind === 'question' && (
        <Select
          label={say(DAY_WORDS.whichQuestion)}
          value={bound.name}
          options={dates.map((it) => ({ value: it.name, label: say(it.title) }))}
          onChange={(name) => set({ kind: 'question', name })}
        />
      )}
      {bound.kind === 'own' && (
        <FeelField
          label={say(DAY_WORDS.expression)}
          hint={say(DAY_WORDS.expressionHint)}
          value={written}
          questions={dates}
          onDone={() => session.seal()}
          onChange={(value) => keep(value, `${limit} ${place}`)}
        />
      )}
    </>
  )
}

/** A name that no question has is somebody else's: a variable of the procedure, as FEEL. */
const known = (bound: DayBound, dates: readonly NamedQuestion[]): DayBound =>
  bound.kind === 'question' && !dates.some((it) => it.name === bound.name) ? { kind: 'own' } : bound

/** What each kind begins with; undefined: FEEL, which begins with what was there. */
function beginningOf(
  kind: string,
  [first]: readonly NamedQuestion[],
): Exclude<DayBound, { readonly kind: 'own' }> | undefined {
  if (kind === 'none') return { kind }
  if (kind === 'question') return first && { kind, name: first.name }
  return firstDay(kind)
}
