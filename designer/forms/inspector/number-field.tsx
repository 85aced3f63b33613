/** A number as it is typed, in Arabic or Latin digits: kept as soon as it is one, and what is no number yet stays in the box. */
import { useLayoutEffect, useState } from 'preact/hooks'
import { decimalText, latinDigits } from '../../../forms/kinds/written.ts'
import type { FieldProps } from '../../frame/field.tsx'
import { TextField } from '../../frame/text-field.tsx'
import { useLanguage } from '../../language/language.tsx'
import { INSPECTOR_WORDS as WORDS } from './words.ts'

interface NumberFieldProps extends FieldProps {
  readonly value: number | undefined
  readonly least?: number
  readonly most?: number
  /** Whole numbers only. */
  readonly whole?: boolean
  readonly onChange: (value: number | undefined) => void
  readonly onDone: () => void
}

export function NumberField({ value, least, most, whole, onChange, onDone, error, ...field }: NumberFieldProps) {
  const { say } = useLanguage()
  const [typed, setTyped] = useState(value === undefined ? '' : String(value))
  const read = readNumber(typed)
  // Undo, or another field, may have changed it meanwhile; what is only typed otherwise stays.
  useLayoutEffect(() => {
    if (readNumber(typed) !== value) setTyped(value === undefined ? '' : String(value))
  }, [value])
  const fits = (number: number | undefined): boolean =>
    number === undefined ||
    (!Number.isNaN(number) &&
      number >= (least ?? -Infinity) &&
      number <= (most ?? Infinity) &&
      (!whole || Number.isInteger(number)))
  const rule = !whole ? WORDS.notNumber : most === undefined ? WORDS.notWhole : WORDS.notWithin
  const told = fits(read) ? error : say(rule, { least: least ?? 0, most: most ?? 0 })
  return (
    <TextField
      {...field}
      {...(told === undefined ? {} : { error: told })}
      value={typed}
      dir="ltr"
      inputMode={whole ? 'numeric' : 'decimal'}
      onDone={onDone}
      onChange={(text) => {
        setTyped(text)
        const next = readNumber(text)
        if (fits(next) && next !== value) onChange(next)
      }}
    />
  )
}

function readNumber(text: string): number | undefined {
  const plain = decimalText(latinDigits(text).trim())
  if (plain === '') return undefined
  return /^-?\d{1,15}(\.\d{0,15})?$/.test(plain) ? Number(plain) : Number.NaN
}
