/**
 * workflow.json as forms change it: one place at a time, everything else as it was written.
 *
 * Keys keep their order, unknown ones stay, a new key goes where readers look for it. An array of plain values stands on one
 * line where the file has it so, as the packages we ship do, or on a line each.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'

export const TITLE_PAGE = 'workflow.json'

export type Path = readonly (string | number)[]

/** As findings say a place. */
export const pointerOf = (path: Path): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** In the order in which a reader meets them. */
const ORDER: readonly string[] = [
  '$schema id version title description agency executor shared uses start roles legalBasis dataAgreements fees deadlines',
  'retention signOff calendar search policy texts',
]
  .join(' ')
  .split(' ')
/** Of what stands in lists. */
const INNER_ORDER: readonly string[] =
  'id role service title what article purpose decision examples given duration legalBasis verified statutory dayOff ends stop longest times silence process form channels applicants timeZone workingDays closes holidays'.split(
    ' ',
  )

/** @returns undefined where the file is no JSON object: there is nothing a form could show */
export function readTitlePage(text: string | undefined): JsonObject | undefined {
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

export function valueAt(page: JsonValue, path: Path): JsonValue | undefined {
  let value: JsonValue | undefined = page
  for (const step of path) {
    if (Array.isArray(value) && typeof step === 'number') value = value[step] as JsonValue | undefined
    else if (isJsonObject(value) && Object.hasOwn(value, step)) value = value[step]
    else return undefined
  }
  return value
}

/** undefined takes it away; a list or object that is left with nothing goes with it. */
export function withValue(page: JsonObject, path: Path, value: JsonValue | undefined): JsonObject {
  const next = put(page, path, value, true)
  return isJsonObject(next) ? next : {}
}

function put(
  into: JsonValue | undefined,
  [step, ...rest]: Path,
  value: JsonValue | undefined,
  top: boolean,
): JsonValue | undefined {
  if (step === undefined) return value
  if (typeof step === 'number')
    return putInto(Array.isArray(into) ? (into as readonly JsonValue[]) : [], step, rest, value)
  const before: JsonObject = isJsonObject(into) ? into : {}
  const inner = put(before[step], rest, value, false)
  if (inner !== undefined) return inserted(before, step, inner, top ? ORDER : INNER_ORDER)
  const left = Object.fromEntries(Object.entries(before).filter(([key]) => key !== step))
  return top || Object.keys(left).length > 0 ? left : undefined
}

function putInto(
  list: readonly JsonValue[],
  at: number,
  rest: Path,
  value: JsonValue | undefined,
): JsonValue | undefined {
  const inner = put(list[at], rest, value, false)
  if (inner === undefined) {
    const left = list.filter((_, index) => index !== at)
    return left.length > 0 ? left : undefined
  }
  return at < list.length ? list.map((item, index) => (index === at ? inner : item)) : [...list, inner]
}

function inserted(before: JsonObject, key: string, value: JsonValue, order: readonly string[]): JsonObject {
  if (Object.hasOwn(before, key)) return { ...before, [key]: value }
  const place = order.indexOf(key)
  const entries = Object.entries(before)
  const later = place < 0 ? -1 : entries.findIndex(([other]) => order.indexOf(other) > place)
  const at = later < 0 ? entries.length : later
  return Object.fromEntries([...entries.slice(0, at), [key, value], ...entries.slice(at)])
}

/** The same key under another name, where it stood. */
export function withKey(page: JsonObject, path: Path, from: string, to: string): JsonObject {
  const holder = valueAt(page, path)
  if (!isJsonObject(holder) || !Object.hasOwn(holder, from) || Object.hasOwn(holder, to)) return page
  return withValue(
    page,
    path,
    Object.fromEntries(Object.entries(holder).map(([key, value]) => [key === from ? to : key, value])),
  )
}

export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[from]
  if (item === undefined || to < 0 || to >= list.length) return list
  const left = list.filter((_, index) => index !== from)
  return [...left.slice(0, to), item, ...left.slice(to)]
}

const WIDTH = 120

/** @param before how the file was written, so that nothing that was not changed is written otherwise */
export function writtenTitlePage(page: JsonObject, before = ''): string {
  const parsed = readTitlePage(before)
  const plain = parsed !== undefined && before.trimEnd() === JSON.stringify(parsed, null, 2)
  const differs = parsed !== undefined && before.trimEnd() !== written(parsed, '', 0)
  return `${plain && differs ? JSON.stringify(page, null, 2) : written(page, '', 0)}\n`
}

function written(value: JsonValue, indent: string, used: number): string {
  if (Array.isArray(value)) return writtenList(value as readonly JsonValue[], indent, used)
  if (!isJsonObject(value)) return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, item]) => {
    const name = `${JSON.stringify(key)}: `
    return `${indent}  ${name}${written(item, `${indent}  `, name.length)}`
  })
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`
}

function writtenList(list: readonly JsonValue[], indent: string, used: number): string {
  const flat = `[${list.map((item) => JSON.stringify(item)).join(', ')}]`
  const plain = list.every((item) => typeof item !== 'object' || item === null)
  if (plain && indent.length + used + flat.length <= WIDTH) return flat
  const lines = list.map((item) => `${indent}  ${written(item, `${indent}  `, 0)}`)
  return `[\n${lines.join(',\n')}\n${indent}]`
}
