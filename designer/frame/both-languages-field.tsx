/** A text in Arabic and English, side by side, each in its own direction; what is missing in one is said at it. */
import { useRef } from 'preact/hooks'
import type { Language, Text } from '../../engine/core/text.ts'
import { useLanguage } from '../language/language.tsx'
import { TextField } from './text-field.tsx'
import { FRAME_WORDS } from './words.ts'

interface BothLanguagesFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: Text
  readonly onChange: (value: Text) => void
  readonly onDone?: () => void
  readonly lines?: number
  readonly disabled?: boolean
  readonly place?: string
  /** What is wrong with either; else only that one is missing while the other is there. */
  readonly errors?: Partial<Readonly<Record<Language, string>>>
}

export function BothLanguagesField({
  label,
  hint,
  value,
  onChange,
  onDone,
  lines,
  disabled,
  place,
  errors,
}: BothLanguagesFieldProps) {
  const { say, language } = useLanguage()
  const order: readonly Language[] = language === 'ar' ? ['ar', 'en'] : ['en', 'ar']
  // One may be left and the other typed before this is drawn again.
  const latest = useRef(value)
  latest.current = value
  const isHalf = (value.ar.trim() === '') !== (value.en.trim() === '')
  const errorOf = (of: Language): string | undefined =>
    errors?.[of] ?? (isHalf && value[of].trim() === '' ? say(FRAME_WORDS.missingText) : undefined)
  return (
    <fieldset class="both">
      <legend class="label">{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      <div class="both-sides">
        {order.map((of) => (
          <TextField
            key={of}
            label={say(FRAME_WORDS[of])}
            value={value[of]}
            lang={of}
            dir={of === 'ar' ? 'rtl' : 'ltr'}
            {...(lines !== undefined && { lines })}
            {...(disabled !== undefined && { disabled })}
            {...(onDone && { onDone })}
            {...(place !== undefined && { place: `${place}/${of}` })}
            {...(errorOf(of) !== undefined && { error: errorOf(of) ?? '' })}
            onChange={(text) => {
              latest.current = { ...latest.current, [of]: text }
              onChange(latest.current)
            }}
          />
        ))}
      </div>
    </fieldset>
  )
}
