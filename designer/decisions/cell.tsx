/** One cell of a decision table: an expression, always from left to right, or a remark in either language. */
import { useEffect, useId, useState } from 'preact/hooks'
import { reasonIn } from '../feel/reason.ts'
import { useLanguage } from '../language/language.tsx'
import { cellFault, spelled } from './spelling.ts'
import type { Side } from './table-commands.ts'
import { DECISION_WORDS } from './words.ts'

export interface CellPlace {
  readonly rule: number
  readonly column: number
}

interface CellProps {
  readonly label: string
  readonly place: CellPlace
  readonly side: Side
  readonly type: string | undefined
  /** Values to choose from, as FEEL. */
  readonly listed: readonly string[]
  readonly text: string
  readonly disabled: boolean
  readonly onChange: (text: string) => void
  readonly onDone: () => void
  /** To the rule above (-1) or below (1). */
  readonly onStep: (rows: -1 | 1) => void
}

export function Cell({ label, place, side, type, listed, text, disabled, onChange, onDone, onStep }: CellProps) {
  const { say, language } = useLanguage()
  const id = useId()
  const [typed, setTyped] = useState<string>()
  // What was typed is shown until it has come back, or something else has.
  useEffect(() => setTyped(undefined), [text])
  const shown = typed ?? text
  const fault = side === 'annotation' || typed !== undefined ? undefined : cellFault(text, side, [])
  const done = (): void => {
    const next = side === 'annotation' ? shown : spelled(shown, type)
    if (next !== text) onChange(next)
    if (next === text) setTyped(undefined)
    onDone()
  }
  return (
    <>
      <input
        type="text"
        class="cell"
        aria-label={label}
        data-cell={`${String(place.rule)}-${String(place.column)}`}
        dir={side === 'annotation' ? undefined : 'ltr'}
        list={listed.length > 0 ? `${id}-values` : undefined}
        value={shown}
        size={Math.min(Math.max(shown.length, side === 'annotation' ? 18 : 8), 44)}
        disabled={disabled}
        autoComplete="off"
        spellcheck={side === 'annotation'}
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={done}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped(undefined)
          const rows = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key] as -1 | 1 | undefined
          if (rows === undefined || event.isComposing || (listed.length > 0 && event.key !== 'Enter')) return
          event.preventDefault()
          if (rows === 1 && event.key === 'ArrowDown' && isLast(event.currentTarget)) return
          done()
          onStep(rows)
        }}
      />
      {listed.length > 0 && (
        <datalist id={`${id}-values`}>
          {listed.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
      {fault !== undefined && (
        <p class="field-error" id={`${id}-fault`}>
          {say(DECISION_WORDS.badCell, { reason: reasonIn(language, fault) })}
        </p>
      )}
    </>
  )
}

const isLast = (input: HTMLElement): boolean => input.closest('tr')?.nextElementSibling === null
