/**
 * What a form means, from forms/README.md alone: no code of the engine. Questions are gone through from top to bottom until nothing changes; what is hidden holds no
 * value; a condition that cannot be answered does not hold.
 */
import type { JsonValue } from '../../../engine/core/json.ts'
import { nameOf, placesOf, readAs } from './form-file.ts'
import { CHOICES, type Condition, type FormCase, type Question } from './model.ts'

export interface Meaning {
  readonly visible: readonly string[]
  readonly required: readonly string[]
  /** Those that count, by place. */
  readonly answers: Readonly<Record<string, JsonValue>>
  /** Places of what is wrong. */
  readonly faults: readonly string[]
}

interface Asked {
  readonly question: Question
  readonly index: number
  readonly entry: number
  readonly place: string
}

/** How often the form is gone through at most: once, and sixteen times more. */
const MOST_PASSES = 17

export function meaningOf(one: FormCase): Meaning {
  const given = readAs(one)
  const order = inOrder(one)
  let answers = new Map(given)
  let visible = new Set<string>()
  let needed = new Set<string>()
  let limits = new Map<string, Limits>()
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const before = JSON.stringify([...answers].sort())
    visible = new Set()
    needed = new Set()
    limits = new Map()
    const frames = new Map<number, boolean>()
    for (const asked of order) {
      if (asked.question.needed !== null && answer(one, asked.question.needed, asked.entry, answers))
        needed.add(asked.place)
      limits.set(asked.place, limitsOf(one, asked, answers))
      look(one, asked, given, answers, visible, frames)
    }
    if (JSON.stringify([...answers].sort()) === before) break
  }
  answers = new Map([...answers].filter(([place]) => visible.has(place)))
  const homeCounts = order.some(({ question, place }) => question.home === 'object' && answers.has(place))
  const required = order.filter(
    (asked) =>
      visible.has(asked.place) &&
      ((asked.question.required && (asked.question.home !== 'object' || homeCounts)) || needed.has(asked.place)),
  )
  const wrong = order.filter(
    (it) =>
      isWrong(it.question, answers.get(it.place)) ||
      (!isTold(one, it.question) && isOutOfTime(it, answers, limits.get(it.place))),
  )
  const missing = required.filter(({ question, place }) => !answers.has(place) && !isTold(one, question))
  return {
    visible: [...visible].sort(),
    required: required.map(({ place }) => place).sort(),
    answers: Object.fromEntries([...answers].sort()),
    faults: [...new Set([...wrong, ...missing].map(({ place }) => place))].sort(),
  }
}

/** Nobody may change it, so nobody is asked for what is missing. */
const isTold = ({ told }: FormCase, { home, computed }: Question): boolean =>
  home === 'list' && told !== null && computed === null

/** Framed questions first, frame by frame; the list last, entry by entry. */
function inOrder(one: FormCase): readonly Asked[] {
  const all = one.questions.flatMap((question, index) =>
    placesOf(one, index).map((place, entry) => ({ question, index, entry, place })),
  )
  const rank = ({ question, entry }: Asked): number =>
    question.home === 'list' ? 10 + entry : (question.frame ?? one.frames.length)
  return all
    .map((it, at) => ({ it, at }))
    .sort((a, b) => rank(a.it) - rank(b.it) || a.at - b.at)
    .map(({ it }) => it)
}

function look(
  one: FormCase,
  { question, entry, place }: Asked,
  given: ReadonlyMap<string, JsonValue>,
  answers: Map<string, JsonValue>,
  visible: Set<string>,
  frames: Map<number, boolean>,
): void {
  const isShown =
    isFramed(one, question, answers, frames) &&
    (question.show === null || answer(one, question.show, entry, answers)) &&
    !(question.hide !== null && answer(one, question.hide, entry, answers))
  if (!isShown) return void answers.delete(place)
  visible.add(place)
  const value = question.computed === null ? given.get(place) : computed(one, question.computed, entry, answers)
  if (value === undefined) answers.delete(place)
  else answers.set(place, value)
}

/** A frame is an element of its own: its rule is asked once, when one comes to it. */
function isFramed(
  one: FormCase,
  { frame, home }: Question,
  answers: ReadonlyMap<string, JsonValue>,
  frames: Map<number, boolean>,
): boolean {
  if (frame === null || home === 'list') return true
  const condition = one.frames[frame] ?? null
  const isOpen = frames.get(frame) ?? (condition === null || answer(one, condition, -1, answers))
  frames.set(frame, isOpen)
  return isOpen
}

function computed(
  one: FormCase,
  of: number,
  entry: number,
  answers: ReadonlyMap<string, JsonValue>,
): JsonValue | undefined {
  const value = valueOf(one, of, entry, answers)
  return typeof value === 'string' ? `${value}!` : undefined
}

function valueOf(one: FormCase, of: number, entry: number, answers: ReadonlyMap<string, JsonValue>): JsonValue {
  const place = one.questions[of]?.home === 'list' ? `/people/${String(entry)}/${nameOf(of)}` : `/${nameOf(of)}`
  return answers.get(place) ?? null
}

class Unanswerable extends Error {}

function answer(
  one: FormCase,
  condition: Condition | null,
  entry: number,
  answers: ReadonlyMap<string, JsonValue>,
): boolean {
  if (condition === null) return false
  try {
    return truth(one, condition, entry, answers)
  } catch (error) {
    if (error instanceof Unanswerable) return false
    throw error
  }
}

function truth(one: FormCase, condition: Condition, entry: number, answers: ReadonlyMap<string, JsonValue>): boolean {
  const inner = (it: Condition): boolean => truth(one, it, entry, answers)
  if (condition.kind === 'urgent') return one.urgent
  if (condition.kind === 'not') return !inner(condition.one)
  if (condition.kind === 'and') return inner(condition.one) && inner(condition.other)
  if (condition.kind === 'or') return inner(condition.one) || inner(condition.other)
  const value = valueOf(one, condition.of, entry, answers)
  if (condition.kind === 'filled') return value !== null
  if (condition.kind === 'more') {
    if (typeof value !== 'number') throw new Unanswerable()
    return value > condition.value
  }
  if (value === null) return false
  if (typeof value !== typeof condition.value) throw new Unanswerable()
  return value === condition.value
}

/** The first day and the last, as answers stand where one comes to the question; a day that is not given limits nothing. */
type Limits = readonly [from: string | undefined, to: string | undefined]

function limitsOf(
  one: FormCase,
  { question: { earliest, latest }, entry }: Asked,
  answers: ReadonlyMap<string, JsonValue>,
): Limits {
  const dayOf = (bound: typeof latest): string | undefined => {
    const day = bound?.kind === 'of' ? valueOf(one, bound.of, entry, answers) : bound?.day
    return typeof day === 'string' ? day : undefined
  }
  return [dayOf(earliest), dayOf(latest)]
}

function isOutOfTime(
  { question, place }: Asked,
  answers: ReadonlyMap<string, JsonValue>,
  [from, to]: Limits = [undefined, undefined],
): boolean {
  const value = answers.get(place)
  if (question.kind !== 'date' || typeof value !== 'string') return false
  return (from !== undefined && value < from) || (to !== undefined && value > to)
}

function isWrong({ kind }: Question, value: JsonValue | undefined): boolean {
  if (value === undefined) return false
  const offered = (it: JsonValue): boolean => CHOICES.some((choice) => choice === it)
  if (kind === 'text') return typeof value !== 'string' || value.length > 12
  if (kind === 'number') return !Number.isInteger(value) || Number(value) < 4 || Number(value) > 10
  if (kind === 'choice') return !offered(value)
  if (kind === 'several') return !Array.isArray(value) || !value.every(offered)
  return kind === 'date' && value === '2026-02-31'
}
