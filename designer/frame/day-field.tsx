/** A day as three numbers, since the browser's own field reads them in its own order, whatever the page says. */
import { useLayoutEffect, useState } from 'preact/hooks'
import { latinDigits } from '../../forms/kinds/written.ts'
import { TextField } from './text-field.tsx'
import { dayTyped } from './typed-day.ts'
import { useLanguage } from '../language/language.tsx'

const WORDS = {
  day: { ar: 'اليوم', en: 'Day' },
  month: { ar: 'الشهر', en: 'Month' },
  year: { ar: 'السنة', en: 'Year' },
} as const

type Part = keyof typeof WORDS

interface DayFieldProps {
  readonly label: string
  /** "2026-01-04", or empty. */
  readonly value: string
  readonly onChange: (day: string) => void
}

const partsOf = (value: string): Readonly<Record<Part, string>> => {
  const [year = '', month = '', day = ''] = value.split('-')
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

/** Undefined where there is no such day. */
const dayOf = ({ day, month, year }: Readonly<Record<Part, string>>): string | undefined =>
  dayTyped(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)

const digits = (text: string): string => latinDigits(text).replaceAll(/\D/g, '')

export function DayField({ label, value, onChange }: DayFieldProps) {
  const { say } = useLanguage()
  const [parts, setParts] = useState(partsOf(value))
  useLayoutEffect(() => {
    if (dayOf(parts) !== value) setParts(partsOf(value))
  }, [value])
  const type = (part: Part, text: string): void => {
    const next = { ...parts, [part]: digits(text) }
    setParts(next)
    const day = dayOf(next)
    if (day !== undefined) onChange(day)
  }
  return (
    <fieldset class="day">
      <legend class="label">{label}</legend>
      {(['day', 'month', 'year'] as const).map((part) => (
        <TextField
          key={part}
          label={say(WORDS[part])}
          value={parts[part]}
          dir="ltr"
          inputMode="numeric"
          maxLength={part === 'year' ? 4 : 2}
          onChange={(text) => type(part, text)}
        />
      ))}
    </fieldset>
  )
}
