/**
 * One cell of a decision table: an expression, always from left to right, or a remark in either language. What may stand in
 * an expression is offered as it is written, and taken only when it was chosen: Enter goes down as in every table.
 */
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Known } from '../../engine/core/package/variables/known.ts'
import { judge } from '../feel/judge.ts'
import { useOffer } from '../feel/offer.ts'
import { Offers } from '../feel/offers.tsx'
import { told } from '../feel/told.ts'
import { useLanguage } from '../language/language.tsx'
import { spelled } from './spelling.ts'
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
  readonly known: Known | undefined
  readonly text: string
  readonly disabled: boolean
  readonly onChange: (text: string) => void
  readonly onDone: () => void
  /** To the rule above (-1) or below (1). */
  readonly onStep: (rows: -1 | 1) => void
}

export function Cell(props: CellProps) {
  const { label, place, side, type, listed, known, text, disabled, onChange, onDone, onStep } = props
  const reader = useLanguage()
  const { say } = reader
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string>()
  // What was typed is shown until it has come back, or something else has.
  useLayoutEffect(() => setTyped(undefined), [text])
  const shown = typed ?? text
  const isExpression = side !== 'annotation'
  const given = useMemo(
    () => ({ variables: isExpression ? (known?.variables ?? []) : [], values: listed }),
    [known, isExpression, listed.join('\n')],
  )
  const offering = useOffer({ value: shown, onChange: setTyped, input, known: given, first: -1 })
  const { offer, chosen, open, close, move, take } = offering
  const fault = useMemo(
    () => (isExpression && typed === undefined ? told(judgeCell(text, side, known), reader) : undefined),
    [isExpression, typed, text, side, known, reader],
  )
  const done = (): void => {
    const next = isExpression ? spelled(shown, type) : shown
    if (next !== text) onChange(next)
    if (next === text) setTyped(undefined)
    onDone()
  }
  /** @returns whether the key was for what is offered */
  const choose = (event: KeyboardEvent, at: HTMLInputElement): boolean => {
    const isAsked = event.ctrlKey && event.code === 'Space'
    if (isExpression && (isAsked || (event.altKey && event.key === 'ArrowDown')))
      open(at.value, at.selectionStart ?? at.value.length, true)
    else if (!offer) return false
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && chosen >= 0) take(chosen)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return (
    <>
      <input
        ref={input}
        type="text"
        class="cell"
        aria-label={label}
        data-cell={`${String(place.rule)}-${String(place.column)}`}
        dir={isExpression ? 'ltr' : undefined}
        value={shown}
        size={Math.min(Math.max(shown.length, isExpression ? 8 : 18), 44)}
        disabled={disabled}
        autoComplete="off"
        spellcheck={!isExpression}
        {...(isExpression && {
          role: 'combobox',
          'aria-autocomplete': 'list',
          'aria-expanded': offer !== undefined,
          'aria-controls': offer && `${id}-offers`,
          'aria-activedescendant': offer && chosen >= 0 ? `${id}-offers-${String(chosen)}` : undefined,
        })}
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => {
          const { value, selectionStart } = event.currentTarget
          setTyped(value)
          if (isExpression) open(value, selectionStart ?? value.length, false)
        }}
        onBlur={() => {
          close()
          done()
        }}
        onKeyDown={(event) => {
          if (choose(event, event.currentTarget)) return
          if (event.key === 'Escape') setTyped(undefined)
          const rows = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key] as -1 | 1 | undefined
          if (rows === undefined || event.isComposing) return
          event.preventDefault()
          if (rows === 1 && event.key === 'ArrowDown' && isLast(event.currentTarget)) return
          close()
          done()
          onStep(rows)
        }}
      />
      {offer && <Offers id={`${id}-offers`} offering={offering} over={input.current} />}
      {fault !== undefined && (
        <p class="field-error" id={`${id}-fault`}>
          {say(DECISION_WORDS.badCell, { reason: fault })}
        </p>
      )}
    </>
  )
}

/** A dash lets everything through, an empty answer is none: neither is an expression. */
const judgeCell = (text: string, side: Side, known: Known | undefined): ReturnType<typeof judge> =>
  text.trim() === '-' ? { kind: 'good' } : judge(text, side === 'input' ? 'tests' : 'expression', known)

const isLast = (input: HTMLElement): boolean => input.closest('tr')?.nextElementSibling === null
