/** A sentence in both languages: whatever a person reads in Masar is one of these. */
import { isJsonObject, type JsonObject } from './json.ts'

export interface Text {
  readonly ar: string
  readonly en: string
}

export type Language = keyof Text
export const LANGUAGES = ['ar', 'en'] as const satisfies readonly Language[]

/** What is written in both languages, however little it says. */
export const isText = (value: unknown): value is JsonObject & Text =>
  isJsonObject(value) && typeof value['ar'] === 'string' && typeof value['en'] === 'string'
