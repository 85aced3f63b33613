/** The outline of a form: pages, sections and questions as lines under one another, with what is inside a question, and what no page shows. */
import { isText, type Text } from '../../engine/core/text.ts'
import { isGroup, isList } from '../../forms/kinds/kinds.ts'
import type { KindName } from '../../forms/kinds/kind.ts'
import type { Pattern } from '../../forms/place.ts'
import { namesIn } from './model/fields.ts'
import { type FormJson, textsOf } from './model/form-file.ts'
import { escaped, type Pointer, valueAt } from './model/json/pointer.ts'
import { kindAt } from './model/kind-at.ts'
import { detailOf, elementsOf, entryOf, type Laid, type Layout } from './model/layout.ts'
import { FORMS_WORDS } from './words.ts'

export interface Line {
  readonly key: string
  readonly level: number
  readonly title: Text
  /** Absent: a field inside another that is not laid out by itself, or on no page. */
  readonly at?: Pointer
  readonly place?: Pattern
  readonly layout?: Layout
  readonly kind?: KindName
}

export function linesOf(form: FormJson): readonly Line[] {
  return elementsOf(form)
    .filter(({ at, layout }) => !(at === '/ui' && layout !== undefined))
    .flatMap((laid) => [lineOf(form, laid), ...insideOf(form, laid)])
}

const levelOf = (at: Pointer): number => at.split('/elements/').length - 1

function lineOf(form: FormJson, { at, element, place, layout }: Laid): Line {
  const own = [element['label'], element['text']].find(isText)
  const base = { key: at, at, level: levelOf(at) }
  if (place !== undefined) return { ...base, place, kind: kindAt(form, place), title: own ?? labelOf(form, place) }
  if (layout === undefined) return { ...base, title: own ?? FORMS_WORDS.text }
  return { ...base, layout, title: own ?? NAMES[layout] }
}

const NAMES: Readonly<Record<Layout, Text>> = {
  pages: FORMS_WORDS.pages,
  page: FORMS_WORDS.page,
  group: FORMS_WORDS.section,
  row: FORMS_WORDS.row,
  column: FORMS_WORDS.column,
}

/** As it stands in the file, to be changed there. */
export const writtenLabel = (form: FormJson, place: Pattern): Text =>
  textsOf(form)[place]?.label ?? { ar: place.slice(1), en: place.slice(1) }

/** For readers: where a language lacks its words, those of the other; where both do, the name of the field. */
export function labelOf(form: FormJson, place: Pattern): Text {
  const { ar, en } = writtenLabel(form, place)
  const name = place.slice(1)
  return { ar: ar || en || name, en: en || ar || name }
}

function insideOf(form: FormJson, { at, place }: Laid): readonly Line[] {
  if (place === undefined || valueAt(form, detailOf(at)) !== undefined) return []
  const kind = kindAt(form, place)
  if (!isList(kind) && !isGroup(kind)) return []
  const entry = entryOf(form, place)
  return namesIn(form, entry).map((name) => {
    const inner = `${entry}/${escaped(name)}`
    return { key: inner, place: inner, level: levelOf(at) + 1, kind: kindAt(form, inner), title: labelOf(form, inner) }
  })
}

/** Fields of the first level that nobody is asked for. */
export function unplacedIn(form: FormJson): readonly Pattern[] {
  if (form['ui'] === undefined) return []
  const shown = elementsOf(form).flatMap(({ place }) => place ?? [])
  return namesIn(form, '')
    .map((name) => `/${escaped(name)}`)
    .filter((place) => !shown.some((it) => it === place || it.startsWith(`${place}/`)))
}
