/**
 * A field for an expression: always from left to right, with what can be written next, what is wrong under the caret, and the
 * value it has with the data at hand. A text area that browsers and screen readers know, with a list of suggestions beside it
 * (as in a combobox, which no text area may call itself): arrows choose, Enter or Tab takes, Escape closes, Ctrl and the space bar opens.
 */
import { useId, useMemo, useRef } from 'preact/hooks'
import type { JsonObject } from '../../engine/core/json.ts'
import type { Known } from '../../engine/core/package/variables/known.ts'
import type { VariableType } from '../../engine/core/package/variables/variable.ts'
import { Field, type FieldProps } from '../frame/field.tsx'
import { useLanguage } from '../language/language.tsx'
import './feel.css'
import { misfitOf, readyFor, type Wanted } from './fit.ts'
import { judge, preview, type Grammar } from './judge.ts'
import { useOffer } from './offer.ts'
import { Offers } from './offers.tsx'
import { reasonIn } from './reason.ts'
import { misfitTold, told } from './told.ts'
import { FEEL_WORDS, kindWords } from './words.ts'

export interface WritingProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onDone?: () => void
  readonly expected?: VariableType['kind']
  /** More exactly: it is said where what is written gives something else, and what fits is offered. */
  readonly wanted?: Wanted
  readonly grammar?: Grammar
  /** What may stand here, as FEEL. */
  readonly values?: readonly string[]
  readonly lines?: number
  /** Variables of the last try or of a sample: the value is shown with them. */
  readonly data?: JsonObject
  readonly disabled?: boolean
}

interface ExpressionInputProps extends WritingProps {
  /** undefined: not yet asked; nothing is said to be missing then. */
  readonly known: Known | undefined
}

export function ExpressionInput({
  value,
  onChange,
  onDone,
  known,
  wanted,
  expected = wanted?.type.kind,
  grammar = 'written',
  values = wanted && readyFor(wanted),
  lines = 1,
  data,
  disabled,
  ...field
}: ExpressionInputProps) {
  const reader = useLanguage()
  const { say, language } = reader
  const list = useId()
  const input = useRef<HTMLTextAreaElement>(null)
  const given = useMemo(
    () => ({ variables: known?.variables ?? [], ...(values && { values }) }),
    [known, values?.join('\n')],
  )
  const offering = useOffer({ value, onChange, input, known: given, first: 0, grammar })
  const { offer, chosen, open, close, move, take } = offering
  const judgement = useMemo(() => judge(value, grammar, known), [value, grammar, known])
  const shown = useMemo(() => data && preview(value, grammar, data, Date.now()), [value, grammar, data])
  const misfit = useMemo(
    () => (wanted && judgement.kind === 'good' ? misfitOf(value, grammar, known, wanted) : undefined),
    [wanted, judgement, value, grammar, known],
  )
  const error = field.error ?? told(judgement, reader) ?? (misfit && misfitTold(misfit, reader))
  const hint = field.hint ?? (expected && say(FEEL_WORDS.expected, { kind: say(wordsFor(expected)) }))
  return (
    <div class="feel">
      <Field {...field} {...(hint && { hint })} {...(error && { error })}>
        {(binding) => (
          <textarea
            {...binding}
            ref={input}
            class="input feel-text"
            dir="ltr"
            lang="en"
            rows={Math.max(lines, value.split('\n').length)}
            spellcheck={false}
            autoComplete="off"
            autoCapitalize="off"
            disabled={disabled}
            value={value}
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls={offer && list}
            aria-activedescendant={offer && `${list}-${chosen}`}
            onInput={(event) => {
              onChange(event.currentTarget.value)
              open(event.currentTarget.value, event.currentTarget.selectionStart, false)
            }}
            onBlur={() => {
              close()
              onDone?.()
            }}
            onKeyDown={(event) => {
              const at = event.currentTarget
              if (event.ctrlKey && event.code === 'Space') open(at.value, at.selectionStart, true)
              else if (!offer) return
              else if (event.key === 'ArrowDown') move(1)
              else if (event.key === 'ArrowUp') move(-1)
              else if (event.key === 'Escape') close()
              else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) take(chosen)
              else return
              event.preventDefault()
              event.stopPropagation()
            }}
          />
        )}
      </Field>
      <Offers id={list} offering={offering} />
      {shown && (
        <p class="hint feel-value">
          {shown.kind === 'value'
            ? say(FEEL_WORDS.value, { value: shown.value })
            : say(FEEL_WORDS.noValue, { reason: reasonIn(language, shown.reason) })}
        </p>
      )}
    </div>
  )
}

const wordsFor = (kind: VariableType['kind']) =>
  kind === 'list'
    ? kindWords({ kind, of: { kind: 'any' } })
    : kind === 'object'
      ? kindWords({ kind, fields: [] })
      : kindWords({ kind })
