/** Where a finding is, in the words of the pages: view, part, entry and field, by the names an analyst gave them. */
import { fromXml } from '../../engine/core/xml-text.ts'
import { bilingual } from '../../engine/core/bilingual.ts'
import { isJsonObject, type JsonValue } from '../../engine/core/json.ts'
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import type { Finding } from '../../engine/core/problem.ts'
import { isText, type Text } from '../../engine/core/text.ts'
import { fieldName, sectionName } from './title-page-names.ts'
import { CHECK_WORDS, VIEW_NAMES } from './words.ts'

type Placed = Pick<Finding, 'file' | 'place'>

/** "Policy › Roles › Clerks › in English"; undefined: the whole package. */
export function whereOf({ file, place }: Placed, files: DraftFiles): Text | undefined {
  if (file === undefined) return undefined
  const steps = stepsOf(file, isWhole(place) ? undefined : place, files)
  return { ar: joined(steps, 'ar'), en: joined(steps, 'en') }
}

const isWhole = (place: string | undefined): boolean => place === undefined || place === '' || place === '/'

const joined = (steps: readonly Text[], language: keyof Text): string => steps.map((step) => step[language]).join(' › ')

function stepsOf(file: string, place: string | undefined, files: DraftFiles): readonly Text[] {
  const text = files.get(file) ?? ''
  if (file === 'workflow.json') return [VIEW_NAMES.policy, ...onTitlePage(valueOf(text), place)]
  if (file.endsWith('.bpmn')) return [VIEW_NAMES.procedure, ...inDrawing(file, text, place)]
  if (file.endsWith('.dmn')) return [VIEW_NAMES.decisions, ...inDrawing(file, text, place)]
  if (file.endsWith('.form.json')) return [VIEW_NAMES.forms, ...inForm(file, valueOf(text), place)]
  if (file.endsWith('.hbs')) return [VIEW_NAMES.documents, same(nameOf(file)), ...inText(file), ...atLine(place)]
  if (file.endsWith('.test.json')) return [VIEW_NAMES.trial, titleOf(valueOf(text)) ?? same(nameOf(file))]
  return [VIEW_NAMES.files, same(file)]
}

/** What people call the drawing, and the element or cell in it. */
function inDrawing(file: string, xml: string, place: string | undefined): readonly Text[] {
  const drawing = /<(?:[\w-]+:)?(?:process|definitions)\s[^>]*?\bname="([^"]*)"/.exec(xml)?.[1]
  const inside = place === undefined ? [] : [elementName(xml, place) ?? same(place)]
  return [drawing ? bilingual(fromXml(drawing).replaceAll('\n', ' ')) : same(nameOf(file)), ...inside]
}

/** A step whose id is all there is to call it by tells nobody anything. */
const STEP = /^<(?:[\w-]+:)?(?:\w*[tT]ask|\w*Event|\w*Gateway|subProcess|adHocSubProcess|callActivity|transaction)\b/

const ARROW = /^<(?:[\w-]+:)?sequenceFlow\b/

/** By what it leads from and to. */
function arrowName(xml: string, tag: string): Text | undefined {
  const [from, to] = ['sourceRef', 'targetRef'].map((end) => {
    const id = new RegExp(`\\b${end}="([^"]*)"`).exec(tag)?.[1]
    return id === undefined ? undefined : elementName(xml, id)
  })
  if (from === undefined || to === undefined) return undefined
  const told = (language: keyof Text): string =>
    CHECK_WORDS.arrow[language].replace('{from}', () => from[language]).replace('{to}', () => to[language])
  return { ar: told('ar'), en: told('en') }
}

/** As it is written on it; undefined: nothing is, nor is it a step or an arrow between steps. */
export function elementName(xml: string, id: string): Text | undefined {
  const escapedId = id.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const tag = new RegExp(`<[^<>]*\\bid="${escapedId}"[^<>]*>`).exec(xml)?.[0] ?? ''
  const name = /\bname="([^"]*)"/.exec(tag)?.[1]?.trim()
  if (name) return bilingual(fromXml(name).replaceAll('\n', ' '))
  if (STEP.test(tag)) return CHECK_WORDS.unnamed
  return ARROW.test(tag) ? arrowName(xml, tag) : undefined
}

/** A place is that of a field in the answers, of its texts, or of an element of the layout. */
function inForm(file: string, form: JsonValue | undefined, place: string | undefined): readonly Text[] {
  const title = titleOf(form) ?? same(nameOf(file))
  if (place === undefined || form === undefined) return [title]
  const scope = [...ancestors(place)]
    .map((at) => valueAt(form, [...pathOf(at), 'scope']))
    .find((it) => typeof it === 'string')
  const field =
    typeof scope === 'string'
      ? scope.replace(/^#/, '').replaceAll('/properties/', '/').replaceAll('/items/', '/*/')
      : place.startsWith('/texts/')
        ? (pathOf(place)[1] ?? '')
        : place.replace(/^\/schema/, '').replaceAll('/properties/', '/')
  const label = [...ancestors(field)].map((at) => valueAt(form, ['texts', at, 'label'])).find(isText)
  return [title, ...(label ? [label] : [])]
}

/** The place itself, then what it stands in. */
function* ancestors(place: string): Iterable<string> {
  for (let at = place; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) yield at
}

function onTitlePage(page: JsonValue | undefined, place: string | undefined): readonly Text[] {
  if (place === undefined) return []
  const path = pathOf(place)
  const section = sectionName(path[0] ?? '')
  const steps = path.slice(1).flatMap((step, index): readonly Text[] => {
    const value = page && valueAt(page, path.slice(0, index + 2))
    const entry = isJsonObject(value) ? (isText(value) ? value : titleOf(value)) : undefined
    if (entry && hasWords(entry)) return [entry]
    return [fieldName(step, path[0]) ?? same(/^\d+$/.test(step) ? String(Number(step) + 1) : step)]
  })
  if (section === undefined) return [fieldName(path[0] ?? '') ?? same(path[0] ?? ''), ...steps]
  const own = fieldName(path[0] ?? '')
  return own && own.en !== section.en && path.length <= 2 ? [section, own, ...steps] : [section, ...steps]
}

const hasWords = ({ ar, en }: Text): boolean => ar.trim() !== '' || en.trim() !== ''

/** Which text of a notice. */
function inText(file: string): readonly Text[] {
  const language = /\.(ar|en)\.txt\.hbs$/.exec(file)?.[1]
  if (language === undefined) return []
  const { ar, en } = language === 'ar' ? CHECK_WORDS.inArabic : CHECK_WORDS.inEnglish
  return [{ ar, en }]
}

function atLine(place: string | undefined): readonly Text[] {
  const line = place?.replace(/\D/g, '') ?? ''
  return line === ''
    ? []
    : [{ ar: CHECK_WORDS.line.ar.replace('{line}', line), en: CHECK_WORDS.line.en.replace('{line}', line) }]
}

const nameOf = (file: string): string => file.replace(/^.*\//, '').replace(/\..*$/, '')
const same = (text: string): Text => ({ ar: text, en: text })

function titleOf(value: JsonValue | undefined): Text | undefined {
  const title = isJsonObject(value) ? value['title'] : undefined
  if (!isText(title)) return undefined
  // Where one is missing, which may be what is wrong, the other says what is meant.
  return { ar: title.ar || title.en, en: title.en || title.ar }
}

const pathOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

function valueAt(value: JsonValue | undefined, path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((at, step) => {
    if (Array.isArray(at)) return at[Number(step)] as JsonValue | undefined
    return isJsonObject(at) && Object.hasOwn(at, step) ? at[step] : undefined
  }, value)
}

function valueOf(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    return undefined
  }
}
