/** Kinds of values (typeRef of DMN) as people call them; one the package makes itself keeps its name. */
import type { JsonValue } from '../../../json.ts'
import type { Text } from '../../../text.ts'
import { same } from '../words.ts'

const KINDS: Readonly<Record<string, Text>> = {
  Any: { ar: 'أي نوع', en: 'any' },
  string: { ar: 'نص', en: 'text' },
  number: { ar: 'عدد', en: 'number' },
  boolean: { ar: 'نعم أو لا', en: 'yes or no' },
  date: { ar: 'تاريخ', en: 'date' },
  time: { ar: 'وقت', en: 'time' },
  'date and time': { ar: 'تاريخ ووقت', en: 'date and time' },
  dateTime: { ar: 'تاريخ ووقت', en: 'date and time' },
  'days and time duration': { ar: 'مدة بالأيام والساعات', en: 'duration in days and hours' },
  'years and months duration': { ar: 'مدة بالسنوات والأشهر', en: 'duration in years and months' },
}

export const kindInWords = (kind: JsonValue): Text =>
  KINDS[String(kind).replace(/^feel:/, '')] ?? same(`\u2066${String(kind)}\u2069`)
