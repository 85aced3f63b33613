/** What is still to be said of a day that is counted from today, or a certain one: how long before or after, which day. */
import { DayField } from '../../frame/day-field.tsx'
import { Select } from '../../frame/select.tsx'
import { useLanguage } from '../../language/language.tsx'
import { BOUND_UNITS, type DayBound } from '../model/day-bound.ts'
import { DAY_WORDS } from './day-words.ts'
import { NumberField } from './number-field.tsx'

export type SaidDay = Extract<DayBound, { readonly kind: 'today' | 'before' | 'after' | 'day' }>

interface DayPartsProps {
  readonly day: DayBound
  readonly onChoose: (day: SaidDay) => void
  /** At each letter of what is written. */
  readonly onType: (day: SaidDay) => void
  readonly onDone: () => void
}

export function DayParts({ day, onChoose, onType, onDone }: DayPartsProps) {
  const { say } = useLanguage()
  if (day.kind === 'day')
    return (
      <DayField
        label={say(DAY_WORDS.whichDay)}
        value={day.day}
        onChange={(written) => onType({ kind: 'day', day: written })}
      />
    )
  if (day.kind !== 'before' && day.kind !== 'after') return null
  return (
    <div class="both-sides">
      <NumberField
        label={say(DAY_WORDS.howMany)}
        value={day.span.count}
        whole
        least={1}
        most={99_999}
        onDone={onDone}
        onChange={(count = 1) => onType({ ...day, span: { ...day.span, count } })}
      />
      <Select
        label={say(DAY_WORDS.unit)}
        value={day.span.unit}
        options={BOUND_UNITS.map((unit) => ({ value: unit, label: say(DAY_WORDS[unit]) }))}
        onChange={(chosen) => {
          const unit = BOUND_UNITS.find((it) => it === chosen)
          if (unit) onChoose({ ...day, span: { ...day.span, unit } })
        }}
      />
    </div>
  )
}

/** What each kind of day begins with. */
export function firstDay(kind: string): SaidDay | undefined {
  if (kind === 'today') return { kind }
  if (kind === 'before' || kind === 'after') return { kind, span: { count: 1, unit: 'Y' } }
  return kind === 'day' ? { kind, day: `${String(new Date().getFullYear())}-01-01` } : undefined
}
