/**
 * How a value becomes what a citizen reads on paper: a date in words, an amount with its currency, a square to scan.
 *
 * A formatter is one word a template may use. It is given plain JSON and returns a text, a truth value, or markup of
 * ours that is inserted as it is. A value it cannot write is refused with a sentence, which becomes the incident.
 */
import type { WordName } from '../../../../core/template/words.ts'
import type { Language } from '../../../../core/text.ts'

export interface Setting {
  readonly language: Language
  /** IANA name; instants are written on this clock. */
  readonly timeZone: string
  /** What the certificate's QR holds; absent on papers that are not certificates. */
  readonly verifyUrl?: string
}

export interface Formatter {
  /** As the template writes it: {{date issued}}. */
  readonly name: WordName
  format(values: readonly unknown[], options: Readonly<Record<string, unknown>>, setting: Setting): Formatted
}

export type Formatted = string | boolean | Markup

/** HTML made by us, never by an author or a citizen. */
export class Markup {
  readonly html: string
  constructor(html: string) {
    this.html = html
  }
}

/** A value that cannot be written; the message says what was expected and what was found. */
export class Unwritable extends Error {}

export function languageOf(option: unknown, setting: Setting): Language {
  if (option === undefined) return setting.language
  if (option === 'ar' || option === 'en') return option
  throw new Unwritable(`Expected language "ar" or "en", but found ${shown(option)}`)
}

/** A value as an error message quotes it, short. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value) ?? typeof value
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
