/** Moving time: to what falls due next, by a while, or past days on which the agency does not work. */
import { useState } from 'preact/hooks'
import type { Text } from '../../engine/core/text.ts'
import { BothLanguagesField } from '../frame/both-languages-field.tsx'
import { Button } from '../frame/button.tsx'
import { Select } from '../frame/select.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { DayField } from '../frame/day-field.tsx'
import { dateIn, momentSaid } from './moment-time.ts'
import type { NowProps } from './waiting.tsx'
import { duration, UNITS, until, type Unit } from './scenario.ts'
import { TRIAL_WORDS } from './words.ts'

const MOST_JUMPS = 6

export function TimeNow({ moment, take, trial }: NowProps) {
  const { say, language } = useLanguage()
  const [count, setCount] = useState('1')
  const [unit, setUnit] = useState<Unit>('days')
  const said = (due: number): string => momentSaid(due, moment.calendar, language)
  const jumps = [
    ...moment.timers.map(({ name, due }) => ({
      due,
      label: say(TRIAL_WORDS.toTimer, { name: name[language], time: said(due) }),
    })),
    ...moment.clocks.flatMap(({ title, due }) =>
      due === undefined
        ? []
        : [{ due, label: say(TRIAL_WORDS.toDeadline, { name: title[language], time: said(due) }) }],
    ),
    ...moment.tasks.flatMap(({ name, due }) =>
      due === undefined ? [] : [{ due, label: say(TRIAL_WORDS.toTaskDue, { name: name[language], time: said(due) }) }],
    ),
  ]
    .filter(({ due }) => due > moment.at)
    .toSorted((one, other) => one.due - other.due)
    .slice(0, MOST_JUMPS)
  const amount = Number(count)
  const isFit = Number.isInteger(amount) && amount > 0 && amount <= 9_999
  return (
    <div class="trial-waiting">
      <h3>{say(TRIAL_WORDS.moveTime)}</h3>
      <ul class="trial-list">
        {jumps.map(({ due, label }) => (
          <li key={label}>
            <Button icon="time" disabled={trial.running} onClick={() => void take({ advance: until(moment.at, due) })}>
              {label}
            </Button>
          </li>
        ))}
        <li>
          <Button icon="time" disabled={trial.running} onClick={() => void take({ advance: 'P1D' })}>
            {say(TRIAL_WORDS.oneDay)}
          </Button>
        </li>
      </ul>
      <form
        class="trial-fields"
        onSubmit={(event) => {
          event.preventDefault()
          if (isFit) void take({ advance: duration(amount, unit) })
        }}
      >
        <TextField label={say(TRIAL_WORDS.howMuch)} value={count} dir="ltr" inputMode="numeric" onChange={setCount} />
        <Select
          label={say(TRIAL_WORDS.unit)}
          value={unit}
          options={UNITS.map((one) => ({ value: one, label: say(TRIAL_WORDS[one]) }))}
          onChange={(next) => setUnit(UNITS.find((one) => one === next) ?? 'days')}
        />
        <Button type="submit" disabled={!isFit || trial.running}>
          {say(TRIAL_WORDS.go)}
        </Button>
      </form>
      <Holiday moment={moment} take={take} running={trial.running} />
    </div>
  )
}

const UNTOLD: Text = { ar: '', en: '' }

function Holiday({ moment, take, running }: Pick<NowProps, 'moment' | 'take'> & { readonly running: boolean }) {
  const { say } = useLanguage()
  const tomorrow = dateIn(moment.at + 86_400_000, moment.calendar.timeZone)
  const [first, setFirst] = useState(tomorrow)
  const [last, setLast] = useState(tomorrow)
  const [title, setTitle] = useState(UNTOLD)
  const isTitled = title.ar.trim() !== '' && title.en.trim() !== ''
  return (
    <details>
      <summary>{say(TRIAL_WORDS.holiday)}</summary>
      <DayField
        label={say(TRIAL_WORDS.holidayFirst)}
        value={first}
        onChange={(day) => {
          setFirst(day)
          if (last < day) setLast(day)
        }}
      />
      <DayField label={say(TRIAL_WORDS.holidayLast)} value={last} onChange={setLast} />
      <BothLanguagesField label={say(TRIAL_WORDS.holidayTitle)} value={title} onChange={setTitle} />
      <Button
        disabled={running || last < first}
        onClick={() => void take({ holiday: first, last, ...(isTitled && { title }) })}
      >
        {say(TRIAL_WORDS.announce)}
      </Button>
    </details>
  )
}
