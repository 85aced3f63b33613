/** A random form as an analyst might think of it, before it is JSON: questions, what they depend on, and what somebody types. */
import { array, boolean, constantFrom, integer, oneof, option, record, tuple, type Arbitrary } from 'fast-check'
import type { JsonValue } from '../../../engine/core/json.ts'

export interface FormCase {
  readonly questions: readonly Question[]
  /** Rules of the groups that frame some of the questions, by the number of the group. */
  readonly frames: readonly (Condition | null)[]
  /** How many entries the list has; 0: there is no list. */
  readonly entries: number
  /** What is typed into each question, more than once where it stands in the list. */
  readonly typed: readonly (readonly Typed[])[]
  /** What the list is filled with, by question and entry, where nobody may change it; null: it is asked. */
  readonly told: readonly (readonly Typed[])[] | null
  readonly urgent: boolean
}

export type Kind = 'text' | 'number' | 'yesNo' | 'choice' | 'several' | 'date'

export interface Question {
  readonly kind: Kind
  /** On the form itself, inside the object "home", or in every entry of the list "people". */
  readonly home: 'form' | 'object' | 'list'
  readonly required: boolean
  /** Number of the framed group it stands in. */
  readonly frame: number | null
  readonly show: Condition | null
  readonly hide: Condition | null
  readonly needed: Condition | null
  /** A text computed from another question. */
  readonly computed: number | null
  /** Of a date. */
  readonly earliest: Bound | null
  readonly latest: Bound | null
}

/** A certain day, or that of another question. */
export type Bound = { readonly kind: 'day'; readonly day: string } | { readonly kind: 'of'; readonly of: number }

/** Over the questions by their number; those of the form itself and of the same entry can be named. */
export type Condition =
  | { readonly kind: 'filled'; readonly of: number }
  | { readonly kind: 'equals'; readonly of: number; readonly value: JsonValue }
  | { readonly kind: 'more'; readonly of: number; readonly value: number }
  | { readonly kind: 'urgent' }
  | { readonly kind: 'not'; readonly one: Condition }
  | { readonly kind: 'and'; readonly one: Condition; readonly other: Condition }
  | { readonly kind: 'or'; readonly one: Condition; readonly other: Condition }

/** What a person types, and what it is read as; `value` null: nothing. */
export interface Typed {
  readonly text: readonly string[]
  readonly value: JsonValue
}

export const CHOICES = ['red', 'green', 'blue'] as const
const MOST_QUESTIONS = 9

const nothing: Typed = { text: [], value: null }

const TYPED: Readonly<Record<Kind, Arbitrary<Typed>>> = {
  text: constantFrom<Typed>(
    nothing,
    { text: ['  '], value: null },
    { text: ['red'], value: 'red' },
    { text: [' شارع  ٥ '], value: 'شارع 5' },
    { text: ['longer than twelve'], value: 'longer than twelve' },
  ),
  number: constantFrom<Typed>(
    nothing,
    { text: ['7'], value: 7 },
    { text: ['٣'], value: 3 },
    { text: ['۱۲'], value: 12 },
    { text: ['seven'], value: 'seven' },
    { text: ['2.5'], value: 2.5 },
  ),
  yesNo: constantFrom<Typed>(nothing, { text: ['true'], value: true }, { text: ['false'], value: false }),
  choice: constantFrom<Typed>(nothing, ...CHOICES.map((it) => ({ text: [it], value: it })), {
    text: ['pink'],
    value: 'pink',
  }),
  several: constantFrom<Typed>(
    nothing,
    { text: ['red'], value: ['red'] },
    { text: ['blue', 'green'], value: ['blue', 'green'] },
    { text: ['pink'], value: ['pink'] },
  ),
  date: constantFrom<Typed>(
    nothing,
    { text: ['5', '3', '2026'], value: '2026-03-05' },
    { text: ['٣١', '٢', '٢٠٢٦'], value: '2026-02-31' },
    { text: ['1', '12', '2025'], value: '2025-12-01' },
    { text: ['6', '3', '2026'], value: '2026-03-06' },
  ),
}

const EQUALS: Readonly<Record<Kind, readonly JsonValue[]>> = {
  text: ['red', 'شارع 5'],
  number: [3, 7],
  yesNo: [true, false],
  choice: [...CHOICES],
  several: [],
  date: ['2026-03-05'],
}

const KINDS = ['text', 'number', 'yesNo', 'choice', 'several', 'date'] as const

/** Conditions are drawn after the questions, so that they fit what is named; cycles are drawn too. */
export const formCases: Arbitrary<FormCase> = tuple(
  array(
    record({
      kind: constantFrom<Kind>(...KINDS),
      home: constantFrom<Question['home']>('form', 'form', 'object', 'list'),
    }),
    {
      minLength: 1,
      maxLength: MOST_QUESTIONS,
    },
  ),
  integer({ min: 0, max: 3 }),
  boolean(),
).chain(([shapes, entries, urgent]) => {
  const sees = (home: Question['home']): readonly number[] =>
    shapes.flatMap((it, index) => (it.home === 'form' || (it.home === 'list' && home === 'list') ? [index] : []))
  const kinds = shapes.map((it) => it.kind)
  const questions = tuple(
    ...shapes.map(({ kind, home }) => {
      const condition = maybe(conditionOver(sees(home), kinds))
      const others = sees(home).filter((it) => shapes[it]?.kind === 'text' || shapes[it]?.kind === 'choice')
      const computed =
        kind === 'text' && others.length > 0 ? option(constantFrom(...others), { freq: 4 }) : constantFrom(null)
      const bound =
        kind === 'date' ? maybe(boundBy(sees(home).filter((it) => shapes[it]?.kind === 'date'))) : constantFrom(null)
      return record({
        kind: constantFrom(kind),
        home: constantFrom(home),
        required: boolean(),
        frame: home === 'list' ? constantFrom(null) : option(integer({ min: 0, max: 1 }), { freq: 2 }),
        show: condition,
        hide: condition,
        needed: condition,
        computed,
        earliest: bound,
        latest: bound,
      })
    }),
  )
  const frames = tuple(maybe(conditionOver(sees('form'), kinds)), maybe(conditionOver(sees('form'), kinds)))
  const typed = tuple(
    ...shapes.map(({ kind, home }) => {
      const count = home === 'list' ? entries : 1
      return array(TYPED[kind], { minLength: count, maxLength: count })
    }),
  )
  const told = option(typed, { freq: 2 })
  return record({ questions, frames, typed, told, entries: constantFrom(entries), urgent: constantFrom(urgent) })
})

const maybe = <It>(one: Arbitrary<It>): Arbitrary<It | null> => option(one, { freq: 2 })

const boundBy = (dates: readonly number[]): Arbitrary<Bound> =>
  oneof(
    constantFrom<Bound>({ kind: 'day', day: '2026-03-05' }, { kind: 'day', day: '2026-11-27' }),
    ...dates.map((of) => constantFrom<Bound>({ kind: 'of', of })),
  )

function conditionOver(names: readonly number[], kinds: readonly Kind[]): Arbitrary<Condition> {
  const atoms: Arbitrary<Condition>[] = [constantFrom<Condition>({ kind: 'urgent' })]
  for (const of of names) {
    const kind = kinds[of] ?? 'text'
    atoms.push(constantFrom<Condition>({ kind: 'filled', of }))
    for (const value of EQUALS[kind]) atoms.push(constantFrom<Condition>({ kind: 'equals', of, value }))
    if (kind === 'number') atoms.push(constantFrom<Condition>({ kind: 'more', of, value: 5 }))
  }
  const atom = oneof(...atoms)
  return oneof(
    { arbitrary: atom, weight: 4 },
    { arbitrary: atom.map((one): Condition => ({ kind: 'not', one })), weight: 2 },
    {
      arbitrary: tuple(constantFrom('and' as const, 'or' as const), atom, atom).map(
        ([kind, one, other]): Condition => ({ kind, one, other }),
      ),
      weight: 2,
    },
  )
}
