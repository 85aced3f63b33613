/**
 * A paper or notice as it would look, for who writes its template: with made-up facts, marked as a specimen on every page,
 * never signed, kept or entered in a register.
 */
import type { AgencyId } from './ids.ts'
import type { JsonObject } from './json.ts'
import type { Problem } from './problem.ts'
import type { Language, Text } from './text.ts'

export interface SpecimenOrder {
  /** Path of the template within its package, "templates/certificate.hbs"; notices end in ".txt.hbs". */
  readonly file: string
  readonly template: string
  readonly sample: JsonObject
  readonly language: Language
}

export type Specimen =
  | { readonly kind: 'paper'; /** PDF. */ readonly bytes: Uint8Array }
  | { readonly kind: 'notice'; readonly text: string }

/** Agencies take turns; one that has too many waiting is refused. Papers of citizens go first. */
export type SpecimenPrinter = (agency: AgencyId, order: SpecimenOrder) => Promise<Specimen | Problem>

export const SPECIMEN: Text = { ar: 'نموذج', en: 'SPECIMEN' }
