/** The pages of a form: which are shown, which comes next, which questions stand on one. */
import type { Body } from './decode.ts'
import type { Evaluation } from './evaluate.ts'
import type { CompiledForm, Element, FormPage } from './form.ts'
import { isGroup, isList } from './kinds/kinds.ts'
import { answerAt, matches, type Pattern, type Place } from './place.ts'
import type { JsonObject } from '../engine/core/json.ts'

export const shownPages = (form: CompiledForm, { pages }: Evaluation): readonly FormPage[] =>
  form.pages.filter((it) => pages.has(it.id))

/** The page of this id, or the first one; undefined where every page is hidden. */
export function pageOf(form: CompiledForm, id: string | undefined, evaluation: Evaluation): FormPage | undefined {
  const shown = shownPages(form, evaluation)
  return shown.find((it) => it.id === id) ?? shown[0]
}

export const pageAfter = (form: CompiledForm, id: string, evaluation: Evaluation): FormPage | undefined =>
  shownPages(form, evaluation).find((it) => indexOf(form, it.id) > indexOf(form, id))

export const pageBefore = (form: CompiledForm, id: string, evaluation: Evaluation): FormPage | undefined =>
  shownPages(form, evaluation).findLast((it) => indexOf(form, it.id) < indexOf(form, id))

const indexOf = (form: CompiledForm, id: string): number => form.pages.findIndex((it) => it.id === id)

/** The places of all questions of a page that are shown. */
export function placesOf(form: CompiledForm, page: string, { fields }: Evaluation): ReadonlySet<Place> {
  const patterns = new Set(patternsIn(form.pages.find((it) => it.id === page)?.elements ?? []))
  return new Set([...fields].filter(([, it]) => it.visible && patterns.has(it.field.place)).map(([place]) => place))
}

/** Questions of a page that are asked now, but stood not on it when it was sent: they appeared by an answer on the same page, and nobody has seen them yet. */
export function unseenOn(form: CompiledForm, page: string, body: Body, evaluation: Evaluation): readonly Place[] {
  const { seen } = body
  if (seen === undefined) return []
  const known = new Set(typeof seen === 'string' ? [seen] : seen)
  return [...placesOf(form, page, evaluation)].filter((place) => {
    const state = evaluation.fields.get(place)
    return state?.readonly === false && !isGroup(state.field.kind) && !isList(state.field.kind) && !known.has(place)
  })
}

/** What is saved of the questions of a page, shown or not, in the order of the page. */
export function answersOn(form: CompiledForm, page: string, answers: JsonObject): JsonObject {
  const patterns = patternsIn(form.pages.find((it) => it.id === page)?.elements ?? [])
  const places = patterns.filter((it) => !it.includes('/*') && !patterns.some((other) => other.startsWith(`${it}/`)))
  const lists = patterns.flatMap((it) => (it.includes('/*') ? [it.slice(0, it.indexOf('/*'))] : []))
  return Object.fromEntries([...places, ...lists].map((place) => [place, answerAt(answers, place) ?? null]))
}

/** Ids of the pages a question stands on. */
export const pagesWith = (form: CompiledForm, place: Place): readonly string[] =>
  form.pages.filter((page) => patternsIn(page.elements).some((it) => matches(it, place))).map((it) => it.id)

function patternsIn(elements: readonly Element[]): readonly Pattern[] {
  return elements.flatMap((element) => {
    if (element.kind === 'text') return []
    const inner = patternsIn(element.elements)
    return element.kind === 'control' ? [element.field.place, ...inner] : inner
  })
}
