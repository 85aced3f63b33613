/** The day an answer is compared with: a certain one, or one counted from the day the condition is asked. */
import { DayParts, firstDay, type SaidDay } from '../forms/inspector/day-parts.tsx'
import { Select } from '../frame/select.tsx'
import { useLanguage } from '../language/language.tsx'
import type { Condition } from './condition.ts'
import { CONDITION_WORDS as WORDS } from './words.ts'

const KINDS = ['today', 'before', 'after', 'day'] as const

interface DayComparedProps {
  readonly day: SaidDay | undefined
  readonly onChoose: (day: SaidDay) => void
  /** At each letter of what is written. */
  readonly onType: (day: SaidDay) => void
  readonly onDone: () => void
}

export function DayCompared({ day = { kind: 'today' }, onChoose, onType, onDone }: DayComparedProps) {
  const { say } = useLanguage()
  return (
    <>
      <Select
        label={say(WORDS.whichDay)}
        value={day.kind}
        options={KINDS.map((kind) => ({ value: kind, label: say(WORDS[kind]) }))}
        onChange={(kind) => {
          const next = firstDay(kind)
          if (next) onChoose(next)
        }}
      />
      <DayParts day={day} onChoose={onChoose} onType={onType} onDone={onDone} />
    </>
  )
}

/** undefined: what is compared with is no day. */
export function dayOf(value: Condition['value']): SaidDay | undefined {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? { kind: 'day', day: value } : undefined
  return value !== null && typeof value === 'object' ? value : undefined
}

export const valueOf = (day: SaidDay): Condition['value'] => (day.kind === 'day' ? day.day : day)
