/** What is offered in a field for an expression as it is written: opened by writing or by Ctrl and the space bar, moved through by arrows, taken. */
import { useLayoutEffect, useMemo, useState } from 'preact/hooks'
import type { Variable } from '../../engine/core/package/variables/variable.ts'
import type { Grammar } from './judge.ts'
import { completed, completionsAt, isQuoted, type Offer } from './completions.ts'

export interface Known {
  readonly variables: readonly Variable[]
  /** What may stand here, as FEEL; offered before all else. */
  readonly values?: readonly string[]
}

export interface Offering {
  readonly offer: Offer | undefined
  /** -1: none yet, where nothing is taken unless it was chosen. */
  readonly chosen: number
  open(text: string, at: number, isAsked: boolean): void
  close(): void
  move(by: number): void
  take(index: number): void
}

interface Options {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly input: { readonly current: HTMLTextAreaElement | HTMLInputElement | null }
  readonly known: Known
  /** Which is chosen before anybody has. */
  readonly first: 0 | -1
  /** written: text without "=" stands for itself. */
  readonly grammar?: Grammar
}

export function useOffer({ value, onChange, input, known, first, grammar }: Options): Offering {
  const [asked, setAsked] = useState<Asked>()
  const [chosen, setChosen] = useState<number>(first)
  const [caret, setCaret] = useState<number>()
  // What the step knows may come only after the first letters.
  const offer = useMemo(() => asked && offered(asked, known, grammar), [asked, known, grammar])
  useLayoutEffect(() => {
    if (caret === undefined) return
    input.current?.setSelectionRange(caret, caret)
    setCaret(undefined)
  }, [caret, value])
  return {
    offer,
    chosen,
    open(text, at, isAsked) {
      setAsked({ text, at, isAsked })
      setChosen(first)
    },
    close: () => setAsked(undefined),
    move(by) {
      const count = offer?.items.length ?? 1
      setChosen(chosen < 0 ? (by > 0 ? 0 : count - 1) : (chosen + by + count) % count)
    },
    take(index) {
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

function offered(
  { text, at, isAsked }: Asked,
  { variables, values }: Known,
  grammar: Grammar | undefined,
): Offer | undefined {
  const inside = completionsAt(text, at, variables, isWhole(text, at, grammar) ? values : [])
  const next = grammar === 'written' && !text.trimStart().startsWith('=') ? begun(inside, text) : inside
  const isWriting = next.to > next.from || text[at - 1] === '.' || next.items[0]?.kind === 'value'
  return next.items.length > 0 && !isQuoted(text, at) && (isAsked || isWriting) ? next : undefined
}

/** Of an expression the values are what all of it may be; the tests of a cell are told one after the other. */
const isWhole = (text: string, at: number, grammar: Grammar | undefined): boolean =>
  grammar === undefined || grammar === 'tests' || /^\s*=?\s*"?[\p{L}\p{N}_]*$/u.test(text.slice(0, at))

/** Nothing is an expression yet: a name taken makes it one, by the "=" before it; a value stands as it is. */
function begun(offer: Offer, text: string): Offer {
  if (text.slice(0, offer.from).trim() !== '') return { ...offer, items: [] }
  return {
    ...offer,
    items: offer.items.map((it) => {
      const plain = it.kind === 'value' ? /^"([^"\\]*)"$/.exec(it.insert)?.[1] : undefined
      return plain === undefined
        ? { ...it, insert: `=${it.insert}`, caret: it.caret + 1 }
        : { ...it, name: plain, insert: plain, caret: plain.length }
    }),
  }
}
