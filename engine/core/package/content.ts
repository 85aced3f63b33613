/** What stands in a file of a package: text that is text, JSON that is one value and hides nothing. */
import { mistake, quoted } from '../finding.ts'
import { isJsonObject, jsonFault, type JsonObject, type JsonValue } from '../json.ts'
import type { Finding } from '../problem.ts'
import type { Text } from '../text.ts'
import { repeatedKey } from './repeated-key.ts'

export type Content<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly findings: readonly Finding[] }

const LARGEST_JSON = 1_000_000

/** They turn the rest of a line around, so that a person reads something else than is there. Marks and isolates do not. */
const DECEIVING = /[\u202A-\u202E]/

export function readText(file: string, bytes: Uint8Array): Content<string> {
  try {
    const value = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return DECEIVING.test(value) ? deceiving(file, undefined) : { ok: true, value }
  } catch {
    return failed(
      'package/encoding',
      file,
      undefined,
      { en: 'UTF-8 text', ar: 'نص بترميز UTF-8' },
      { en: 'other bytes', ar: 'بايتات أخرى' },
    )
  }
}

/** A JSON object whose keys stand once and are no words of JavaScript's. */
export function readJson(file: string, bytes: Uint8Array): Content<JsonObject> {
  if (bytes.length > LARGEST_JSON)
    return failed(
      'package/json',
      file,
      undefined,
      { en: `at most ${String(LARGEST_JSON)} bytes of JSON`, ar: `${String(LARGEST_JSON)} بايت من JSON على الأكثر` },
      both(String(bytes.length)),
    )
  const text = readText(file, bytes)
  if (!text.ok) return text
  const parsed = parse(text.value)
  if (!parsed.ok) return failed('package/json', file, undefined, { en: 'JSON', ar: 'نص JSON' }, both(parsed.reason))
  const fault = jsonFault(parsed.value)
  if (fault)
    return failed(
      'package/json',
      file,
      fault.path,
      { en: 'plain JSON data', ar: 'بيانات JSON عادية' },
      both(fault.reason),
    )
  if (!isJsonObject(parsed.value))
    return failed('package/json', file, undefined, { en: 'a JSON object', ar: 'كائن JSON' }, both(quoted(text.value)))
  const hidden = deceivingPlace(parsed.value, '')
  if (hidden !== undefined) return deceiving(file, hidden)
  const repeated = repeatedKey(text.value)
  if (repeated !== undefined)
    return failed(
      'package/json',
      file,
      undefined,
      { en: 'every key once', ar: 'ظهور كل مفتاح مرة واحدة' },
      { en: `${quoted(repeated)} twice in one object`, ar: `تكرار ${quoted(repeated)} في كائن واحد` },
    )
  return { ok: true, value: parsed.value }
}

/** Where a text that was escaped in the file holds what the file itself may not. */
function deceivingPlace(value: JsonValue, place: string): string | undefined {
  if (typeof value === 'string') return DECEIVING.test(value) ? place : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, item] of Object.entries(value)) {
    const found = DECEIVING.test(key) ? place : deceivingPlace(item, `${place}/${key}`)
    if (found !== undefined) return found
  }
  return undefined
}

const deceiving = (file: string, place: string | undefined) =>
  failed(
    'package/deceiving-text',
    file,
    place,
    { en: 'text that reads as it stands', ar: 'نص يُقرأ كما كُتب' },
    {
      en: 'a character (U+202A to U+202E) that turns the line around',
      ar: 'محرف (U+202A إلى U+202E) يقلب اتجاه السطر',
    },
  )

function parse(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string } {
  try {
    const value: unknown = JSON.parse(text)
    return { ok: true, value }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

const both = (text: string): Text => ({ en: text.slice(0, 200), ar: text.slice(0, 200) })

function failed(
  rule: string,
  file: string,
  place: string | undefined,
  expected: Text,
  found: Text,
): { readonly ok: false; readonly findings: readonly Finding[] } {
  const where = place === undefined ? { file } : { file, place }
  const message = {
    en: `Expected ${expected.en}, but found: ${found.en}`,
    ar: `المتوقع ${expected.ar}، لكن وُجد: ${found.ar}`,
  }
  return { ok: false, findings: [mistake(rule, where, message, { en: 'Correct the file', ar: 'صحّح الملف' })] }
}
