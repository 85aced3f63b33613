/**
 * A field for an expression: always from left to right, with what can be written next, what is wrong under the caret, and the
 * value it has with the data at hand. A text area that browsers and screen readers know, with a list of suggestions beside it
 * (as in a combobox, which no text area may call itself): arrows choose, Enter or Tab takes, Escape closes, Ctrl and the space bar opens.
 */
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { JsonObject } from '../../engine/core/json.ts'
import type { VariableType } from '../../engine/core/package/variables/variable.ts'
import { useKnown } from '../check/check.ts'
import type { DraftSession } from '../draft/session.ts'
import { Field, type FieldProps } from '../frame/field.tsx'
import { useLanguage, type Reader } from '../language/language.tsx'
import { completed, completionsAt, isQuoted, type Completion, type Offer } from './completions.ts'
import './feel.css'
import { judge, preview, type Grammar, type Judgement } from './judge.ts'
import { reasonIn } from './reason.ts'
import { FEEL_WORDS, kindWords } from './words.ts'

export interface FeelInputProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onDone?: () => void
  readonly session: DraftSession
  /** The drawing and the element in it whose variables are known here; a process for what is known everywhere. */
  readonly file: string
  readonly element: string
  /** What the step has when it is done is known too: for output mappings. */
  readonly done?: boolean
  readonly expected?: VariableType['kind']
  readonly grammar?: Grammar
  readonly lines?: number
  /** Variables of the last try or of a sample: the value is shown with them. */
  readonly data?: JsonObject
  readonly disabled?: boolean
}

export function FeelInput({
  value,
  onChange,
  onDone,
  session,
  file,
  element,
  done,
  expected,
  grammar = 'written',
  lines = 1,
  data,
  disabled,
  ...field
}: FeelInputProps) {
  const reader = useLanguage()
  const { say, language } = reader
  const list = useId()
  const input = useRef<HTMLTextAreaElement>(null)
  const known = useKnown(session, file, element, done)
  const { offer, chosen, open, close, move, take } = useOffer(value, onChange, input, known?.variables ?? NOTHING)
  const judgement = useMemo(() => judge(value, grammar, known), [value, grammar, known])
  const shown = useMemo(() => data && preview(value, grammar, data, Date.now()), [value, grammar, data])
  const error = field.error ?? told(judgement, reader)
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
      {offer && (
        <ul class="feel-offers" role="listbox" id={list} aria-label={say(FEEL_WORDS.offers)}>
          {offer.items.map((item, index) => (
            <Suggestion
              key={`${item.kind} ${item.name}`}
              id={`${list}-${index}`}
              item={item}
              isChosen={index === chosen}
              onTake={() => take(index)}
            />
          ))}
        </ul>
      )}
      <p class="hidden-label" role="status">
        {offer && say(FEEL_WORDS.count, { count: offer.items.length })}
      </p>
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

const NOTHING: Parameters<typeof completionsAt>[2] = []

interface SuggestionProps {
  readonly id: string
  readonly item: Completion
  readonly isChosen: boolean
  readonly onTake: () => void
}

function Suggestion({ id, item, isChosen, onTake }: SuggestionProps) {
  const { say } = useLanguage()
  const row = useRef<HTMLLIElement>(null)
  useLayoutEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    <li
      ref={row}
      id={id}
      role="option"
      aria-selected={isChosen}
      onMouseDown={(event) => {
        // The caret stays where it is.
        event.preventDefault()
        onTake()
      }}
    >
      <bdi class="code">{item.name}</bdi>
      {item.title && <span>{say(item.title)}</span>}
      <bdi class="hint">{say(item.about)}</bdi>
    </li>
  )
}

function useOffer(
  value: string,
  onChange: (value: string) => void,
  input: { readonly current: HTMLTextAreaElement | null },
  variables: Parameters<typeof completionsAt>[2],
) {
  const [asked, setAsked] = useState<Asked>()
  const [chosen, setChosen] = useState(0)
  const [caret, setCaret] = useState<number>()
  // What the step knows may come only after the first letters.
  const offer = useMemo(() => asked && offered(asked, variables), [asked, variables])
  useLayoutEffect(() => {
    if (caret === undefined) return
    input.current?.setSelectionRange(caret, caret)
    setCaret(undefined)
  }, [caret, value])
  return {
    offer,
    chosen,
    open(text: string, at: number, isAsked: boolean) {
      setAsked({ text, at, isAsked })
      setChosen(0)
    },
    close: () => setAsked(undefined),
    move(by: number) {
      const count = offer?.items.length ?? 1
      setChosen((chosen + by + count) % count)
    },
    take(index: number) {
      const item = offer?.items[index]
      if (!offer || !item) return
      const next = completed(value, offer, item)
      setAsked(undefined)
      setCaret(next.caret)
      onChange(next.text)
    },
  }
}

interface Asked {
  readonly text: string
  readonly at: number
  /** By Ctrl and the space bar, not just by writing. */
  readonly isAsked: boolean
}

function offered({ text, at, isAsked }: Asked, variables: Parameters<typeof completionsAt>[2]): Offer | undefined {
  const next = completionsAt(text, at, variables)
  const isWriting = next.to > next.from || text[at - 1] === '.'
  return next.items.length > 0 && !isQuoted(text, at) && (isAsked || isWriting) ? next : undefined
}

function told(judgement: Judgement, { say, language }: Reader): string | undefined {
  if (judgement.kind === 'good') return undefined
  if (judgement.kind === 'wrong')
    return say(FEEL_WORDS.wrong, { at: judgement.at + 1, reason: reasonIn(language, judgement.reason) })
  const { name, near } = judgement
  return near === undefined ? say(FEEL_WORDS.unknown, { name }) : say(FEEL_WORDS.meant, { name, near })
}

const wordsFor = (kind: VariableType['kind']) =>
  kind === 'list'
    ? kindWords({ kind, of: { kind: 'any' } })
    : kind === 'object'
      ? kindWords({ kind, fields: [] })
      : kindWords({ kind })
