/** The random form as its file, and what a browser posts of it. */
import type { JsonObject, JsonValue } from '../../../engine/core/json.ts'
import type { Body } from '../../../forms/decode.ts'
import type { FormSource } from '../../../forms/form.ts'
import { type Bound, CHOICES, type Condition, type FormCase, type Kind, type Question } from './model.ts'

export const nameOf = (index: number): string => `q${String(index)}`

export function placesOf({ questions, entries }: FormCase, index: number): readonly string[] {
  const home = questions[index]?.home
  if (home === 'list') return Array.from({ length: entries }, (_, entry) => `/people/${String(entry)}/${nameOf(index)}`)
  return [home === 'object' ? `/home/${nameOf(index)}` : `/${nameOf(index)}`]
}

export function sourceOf(one: FormCase): FormSource {
  return { id: 'random', title: text('Random'), schema: schemaOf(one), ui: uiOf(one), texts: textsOf(one) }
}

const text = (en: string) => ({ ar: `نص ${en}`, en })

const SCHEMAS: Readonly<Record<Kind, JsonObject>> = {
  text: { type: 'string', maxLength: 12 },
  number: { type: 'integer', minimum: 4, maximum: 10 },
  yesNo: { type: 'boolean' },
  choice: { type: 'string', enum: [...CHOICES] },
  several: { type: 'array', uniqueItems: true, items: { type: 'string', enum: [...CHOICES] } },
  date: { type: 'string', format: 'date' },
}

function schemaOf(one: FormCase): JsonObject {
  const objectOf = (home: Question['home'], more: JsonObject = {}): JsonObject => {
    const own = one.questions.flatMap((it, index) => (it.home === home ? [{ ...it, name: nameOf(index) }] : []))
    return {
      type: 'object',
      required: own.filter((it) => it.required).map((it) => it.name),
      additionalProperties: false,
      properties: { ...Object.fromEntries(own.map((it) => [it.name, SCHEMAS[it.kind]])), ...more },
    }
  }
  const has = (home: Question['home']): boolean => one.questions.some((it) => it.home === home)
  return objectOf('form', {
    ...(has('object') ? { home: objectOf('object') } : {}),
    ...(has('list') ? { people: { type: 'array', items: objectOf('list') } } : {}),
  })
}

const TOLD = { readonly: true, prefill: '=known.people' }

/** What the procedure knows: whom the list is filled with. */
export function knownOf({ questions, entries, told }: FormCase): JsonObject {
  const people = Array.from({ length: entries }, (_, entry) =>
    Object.fromEntries(
      questions.flatMap(({ home, computed }, index) => {
        const value = told?.[index]?.[entry]?.value ?? null
        return home === 'list' && computed === null ? [[nameOf(index), value] as const] : []
      }),
    ),
  )
  return { people }
}

/** Frames first, each with its questions; then the others; then the list. */
function uiOf(one: FormCase): JsonObject {
  const controls = (chosen: (question: Question) => boolean): readonly JsonObject[] =>
    one.questions.flatMap((it, index) => (chosen(it) ? controlsOf(it, index) : []))
  const frames = one.frames.map((condition, frame) => ({
    type: 'Group',
    label: text(`Frame ${String(frame)}`),
    elements: controls((it) => it.home !== 'list' && it.frame === frame),
    ...(condition === null ? {} : { rule: { effect: 'SHOW', condition: `=${feelOf(condition)}` } }),
  }))
  const detail = { type: 'VerticalLayout', elements: controls((it) => it.home === 'list') }
  const list = {
    type: 'Control',
    scope: '#/properties/people',
    options: { detail, ...(one.told === null ? {} : TOLD) },
  }
  const hasList = one.questions.some((it) => it.home === 'list')
  const elements = [...frames, ...controls((it) => it.home !== 'list' && it.frame === null), ...(hasList ? [list] : [])]
  return { type: 'VerticalLayout', elements }
}

function controlsOf(question: Question, index: number): readonly JsonObject[] {
  const { show, hide, needed, computed, earliest, latest } = question
  const within = question.home === 'object' ? '#/properties/home/properties/' : '#/properties/'
  const control: JsonObject = {
    type: 'Control',
    scope: within + nameOf(index),
    options: {
      ...(show === null ? {} : { visible: `=${feelOf(show)}` }),
      ...(needed === null ? {} : { required: `=${feelOf(needed)}` }),
      ...(earliest === null ? {} : { earliest: `=${dayIn(earliest)}` }),
      ...(latest === null ? {} : { latest: `=${dayIn(latest)}` }),
      ...(computed === null ? {} : { computed: `=${nameOf(computed)} + "!"` }),
    },
    ...(hide === null ? {} : { rule: { effect: 'HIDE', condition: `=${feelOf(hide)}` } }),
  }
  return [control]
}

/** Today is the 27th of November 2026. */
const dayIn = (bound: Bound): string => {
  if (bound.kind === 'of') return nameOf(bound.of)
  return bound.day === '2026-11-27' ? 'today()' : `date("${bound.day}")`
}

function feelOf(condition: Condition): string {
  if (condition.kind === 'urgent') return 'urgent'
  if (condition.kind === 'not') return `not(${feelOf(condition.one)})`
  if (condition.kind === 'and' || condition.kind === 'or')
    return `(${feelOf(condition.one)}) ${condition.kind} (${feelOf(condition.other)})`
  const name = nameOf(condition.of)
  if (condition.kind === 'filled') return `${name} != null`
  if (condition.kind === 'more') return `${name} > ${String(condition.value)}`
  return `${name} = ${JSON.stringify(condition.value)}`
}

function textsOf(one: FormCase): FormSource['texts'] {
  const choices = Object.fromEntries(CHOICES.map((it) => [it, text(it)]))
  const homes = { form: '', object: '/home', list: '/people/*' }
  const own = one.questions.map((it, index) => [
    `${homes[it.home]}/${nameOf(index)}`,
    { label: text(nameOf(index)), choices },
  ])
  return { ...Object.fromEntries(own), '/home': { label: text('Home') }, '/people': { label: text('People') } }
}

/** Everything a person typed, whether its question is shown or not: what a forged post sends. */
export function bodyOf(one: FormCase): Body {
  const body: Record<string, string[]> = {}
  one.questions.forEach((question, index) =>
    placesOf(one, index).forEach((place, entry) => {
      const typed = one.typed[index]?.[entry]?.text ?? []
      if (question.kind !== 'date') body[place] = [...typed]
      else
        ['day', 'month', 'year'].forEach(
          (part, at) => (body[`${place}/${part}`] = typed[at] === undefined ? [] : [typed[at]]),
        )
    }),
  )
  return body
}

/** By the place of each question: what it is read as, or told. */
export function readAs(one: FormCase): ReadonlyMap<string, JsonValue> {
  const answers = new Map<string, JsonValue>()
  one.questions.forEach(({ computed, home }, index) =>
    placesOf(one, index).forEach((place, entry) => {
      const given = home === 'list' && one.told !== null ? one.told : one.typed
      const value = given[index]?.[entry]?.value ?? null
      if (value !== null && computed === null) answers.set(place, value)
    }),
  )
  return answers
}
