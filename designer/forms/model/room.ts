/** Where something new can stand: a page, a section, an entry of a list, the inside of an object. */
import type { JsonObject } from '../../../engine/core/json.ts'
import type { Pattern } from '../../../forms/place.ts'
import { isGroup, isList } from '../../../forms/kinds/kinds.ts'
import { schemaOf } from './fields.ts'
import type { FormJson } from './form-file.ts'
import { listAt, type Pointer, valueAt, withValue } from './json/pointer.ts'
import { detailOf, elementAt, entryOf, insideOf } from './layout.ts'
import { kindAt } from './kind-at.ts'

export interface Room {
  /** The list of elements; absent inside a field whose inner fields stand in the order of the schema. */
  readonly list?: Pointer
  readonly within: Pattern
  /** Only pages stand here. */
  readonly pages: boolean
}

/** undefined: nothing can stand inside that element. */
export function roomIn(form: FormJson, into: Pointer): Room | undefined {
  const laid = elementAt(form, into)
  if (laid === undefined) return undefined
  if (laid.layout !== undefined) return { list: insideOf(into), within: laid.within, pages: laid.layout === 'pages' }
  if (laid.place === undefined) return undefined
  const kind = kindAt(form, laid.place)
  const { type } = schemaOf(form, laid.place)
  const within = entryOf(form, laid.place)
  if ((!isList(kind) && !isGroup(kind)) || (type === 'array' && schemaOf(form, within)['type'] !== 'object'))
    return undefined
  const detail = valueAt(form, detailOf(into))
  return { ...(detail === undefined ? {} : { list: insideOf(detailOf(into)) }), within, pages: false }
}

export function put(
  form: FormJson,
  list: Pointer,
  index: number | undefined,
  elements: readonly JsonObject[],
): FormJson {
  const now = listAt(form, list)
  return withValue(form, list, now.toSpliced(index ?? now.length, 0, ...elements))
}

/** Where an element stands: in which list, as the how-manieth. */
export function standing(at: Pointer): { readonly list: Pointer; readonly index: number } | undefined {
  const match = /^(.*\/elements)\/(\d+)$/.exec(at)
  return match === null ? undefined : { list: match[1] ?? '', index: Number(match[2]) }
}

/** A pointer after entries came into a list, or left it, before what it leads to. */
export function shifted(pointer: Pointer, list: Pointer, index: number, by: number): Pointer {
  if (!pointer.startsWith(`${list}/`)) return pointer
  const [step = '', ...rest] = pointer.slice(list.length + 1).split('/')
  return Number(step) < index ? pointer : [list, String(Number(step) + by), ...rest].join('/')
}
