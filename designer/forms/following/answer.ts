/**
 * Where the rest of a package speaks of an answer, so that it follows when the question, or one of its choices, is called otherwise:
 * drawings, decisions, other forms, conditions of documents, the title page and the package's own tests.
 *
 * An answer is a variable of the procedure, and so may be what others give. Where something else gives a variable of that name
 * too, nobody can tell which is meant, and nothing follows: the page names the files that speak of it instead.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/core/json.ts'
import type { Pattern } from '../../../forms/place.ts'
import { TITLE_PAGE } from '../../policy/title-page.ts'
import { formIdOf } from '../model/form-file.ts'
import { partsOf } from '../model/json/pointer.ts'
import { readSource } from '../model/json/source.ts'
import { rewritten } from '../model/json/rewrite.ts'
import { isGivenElsewhere } from './givers.ts'
import { inDecision, inDrawing } from './xml.ts'
import { choiceRenamer, renamer, type Renamer } from './renamer.ts'

/** @returns the other files that change; none where it cannot be told what is meant */
export function answersFollow(
  files: ReadonlyMap<string, string>,
  form: string,
  place: Pattern,
  name: string,
): ReadonlyMap<string, string> {
  return followed(files, form, renamer(partsOf(place), name))
}

/** The same where one of the values to choose from is called otherwise. */
export function choicesFollow(
  files: ReadonlyMap<string, string>,
  form: string,
  place: Pattern,
  from: string,
  to: string,
): ReadonlyMap<string, string> {
  return followed(files, form, choiceRenamer(partsOf(place), from, to))
}

function followed(files: ReadonlyMap<string, string>, form: string, rename: Renamer): ReadonlyMap<string, string> {
  const [root = ''] = rename.path
  if (rename.path.includes('*') || isGivenElsewhere(files, form, root)) return new Map()
  const changed = [...files].flatMap(([file, text]): readonly (readonly [string, string])[] => {
    const next = file === form ? text : inFile(file, text, files, form, rename)
    return next === text ? [] : [[file, next]]
  })
  return new Map(changed)
}

function inFile(file: string, text: string, files: ReadonlyMap<string, string>, form: string, rename: Renamer): string {
  if (file.endsWith('.bpmn')) return inDrawing(text, rename)
  if (file.endsWith('.dmn')) return inDecision(text, rename)
  if (file.endsWith('.hbs')) return rename.condition(text)
  if (file === TITLE_PAGE) return inJson(text, (page) => inTitlePage(page, rename))
  if (formIdOf(file) !== undefined) return inJson(text, (page) => expressionsIn(page, rename))
  if (!/^tests\/.*\.test\.json$/.test(file)) return text
  const asked = stepsWith(files, formIdOf(form) ?? '')
  const begins = startFormOf(files.get(TITLE_PAGE)) === formIdOf(form)
  return inJson(text, (scenario) => inTest(scenario, begins, asked, rename))
}

/** As it was written, but for what changes. */
function inJson(text: string, change: (value: JsonObject) => JsonValue): string {
  const read = readSource(text)
  if (!read.ok || !isJsonObject(read.source.root.value)) return text
  return rewritten(read.source, change(read.source.root.value))
}

/** Every text that is an expression. */
function expressionsIn(value: JsonValue, rename: Renamer): JsonValue {
  if (typeof value === 'string') return value.trim().startsWith('=') ? rename.expression(value) : value
  if (Array.isArray(value)) return value.map((it: JsonValue) => expressionsIn(it, rename))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, expressionsIn(it, rename)]))
}

/** Examples of fees name the variables they are for; what is searched for is named by its path. */
function inTitlePage(page: JsonObject, rename: Renamer): JsonObject {
  const change = (key: string, it: JsonValue): JsonValue => {
    if (key === 'fees') return examplesIn(it, rename)
    if (key === 'search' && Array.isArray(it))
      return it.map((one: JsonValue) => (typeof one === 'string' ? rename.dotted(one) : one))
    return expressionsIn(it, rename)
  }
  return Object.fromEntries(Object.entries(page).map(([key, it]) => [key, change(key, it)]))
}

function examplesIn(value: JsonValue, rename: Renamer): JsonValue {
  if (Array.isArray(value)) return value.map((it: JsonValue) => examplesIn(it, rename))
  if (!isJsonObject(value)) return value
  const change = (key: string, it: JsonValue): JsonValue =>
    key === 'given' && typeof it === 'string' ? rename.given(it) : examplesIn(it, rename)
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, change(key, it)]))
}

/** @param begins the application's own form @param asked steps that show the form */
function inTest(scenario: JsonObject, begins: boolean, asked: ReadonlySet<string>, rename: Renamer): JsonObject {
  const named = (value: JsonValue | undefined): JsonValue | undefined =>
    value !== undefined && isJsonObject(value) ? rename.kept(value) : value
  const within = (holder: JsonValue, key: string): JsonValue =>
    isJsonObject(holder) && holder[key] !== undefined ? { ...holder, [key]: named(holder[key]) ?? null } : holder
  const step = (it: JsonValue): JsonValue => {
    if (!isJsonObject(it)) return it
    if (typeof it['complete'] === 'string') return asked.has(it['complete']) ? within(it, 'answers') : it
    return Object.keys(it).length === 1 ? within(it, 'variables') : it
  }
  const change = (key: string, it: JsonValue): JsonValue => {
    if (key === 'start') return begins ? within(it, 'variables') : it
    if (key === 'steps' && Array.isArray(it)) return it.map(step)
    return key === 'expect' ? within(it, 'variables') : it
  }
  return Object.fromEntries(Object.entries(scenario).map(([key, it]) => [key, change(key, it)]))
}

const TASK =
  /<(?:[\w-]+:)?(?:userTask|startEvent)\b[^>]*?\bid="([^"]+)"[\s\S]*?<\/(?:[\w-]+:)?(?:userTask|startEvent)>/g

function stepsWith(files: ReadonlyMap<string, string>, form: string): ReadonlySet<string> {
  const drawings = [...files].flatMap(([path, text]) => (path.endsWith('.bpmn') ? [text] : []))
  return new Set(
    drawings.flatMap((text) =>
      [...text.matchAll(TASK)].flatMap(([whole, id = '']) => (whole.includes(`formId="${form}"`) ? [id] : [])),
    ),
  )
}

function startFormOf(page: string | undefined): string | undefined {
  const read = readSource(page ?? '')
  const start = read.ok && isJsonObject(read.source.root.value) ? read.source.root.value['start'] : undefined
  const form = isJsonObject(start ?? null) ? (start as JsonObject)['form'] : undefined
  return typeof form === 'string' ? form : undefined
}
