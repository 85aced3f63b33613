/**
 * A form as citizens and clerks meet it: pages of fields in an order, each with its words and what it depends on. Read once from what an analyst
 * wrote (`compile.ts`), then the same for everybody.
 */
import type { FeelExpression } from '../engine/core/feel/feel.ts'
import type { JsonObject, JsonValue } from '../engine/core/json.ts'
import type { OfficeDays } from '../engine/core/office-days.ts'
import type { SchemaError } from '../engine/core/schema/ajv.ts'
import type { Language, Text } from '../engine/core/text.ts'
import type { Call, Offer } from './asking.ts'
import type { KindName } from './kinds/kind.ts'
import type { Pattern } from './place.ts'

/** What `forms/<id>.form.json` says; a Form of a checked package is one. */
export interface FormSource {
  readonly id: string
  readonly title: Text
  readonly schema: JsonObject
  readonly ui?: JsonObject
  readonly texts: Readonly<Record<Pattern, FieldText>>
  /** The judge that was made at deployment; where it is missing one is made when answers are judged. */
  readonly faults?: (answers: unknown) => readonly SchemaError[]
}

export interface FieldText {
  readonly label: Text
  readonly hint?: Text
  readonly choices?: Readonly<Record<string, Text>>
  /** The author's own sentences, by the code of the fault: { "pattern": { ar, en } }. */
  readonly errors?: Readonly<Record<string, Text>>
}

export interface CompiledForm {
  readonly source: FormSource
  readonly pages: readonly FormPage[]
  /** All fields of the schema by their pattern, those inside others too, from the outside in. */
  readonly fields: ReadonlyMap<Pattern, Field>
  /** The fields of the first level, in the order of the schema. */
  readonly top: readonly Field[]
}

export interface FormPage {
  /** "1", "2": what "go:2" goes to. */
  readonly id: string
  readonly label?: Text
  readonly rules: readonly Rule[]
  readonly elements: readonly Element[]
}

export type Element = Layout | Control | StaticText

export interface Layout {
  readonly kind: 'layout'
  readonly as: 'column' | 'row' | 'group'
  readonly label?: Text
  readonly rules: readonly Rule[]
  readonly elements: readonly Element[]
}

export interface Control {
  readonly kind: 'control'
  readonly field: Field
  /** Another label than that of the texts. */
  readonly label?: Text
  readonly rules: readonly Rule[]
  /** How one entry of a list, or the inside of an object, is laid out. */
  readonly elements: readonly Element[]
}

export interface StaticText {
  readonly kind: 'text'
  readonly text: Text
  /** The answers so far, read over under this heading. */
  readonly summary: boolean
  readonly rules: readonly Rule[]
}

/** JSON Forms: the effect holds where the condition is true, its opposite where it is not. */
export interface Rule {
  readonly effect: 'SHOW' | 'HIDE' | 'ENABLE' | 'DISABLE'
  readonly condition: FeelExpression
}

/** A question and what its answer may be. */
export interface Field {
  readonly place: Pattern
  readonly kind: KindName
  /** References followed, what "allOf" adds put in. */
  readonly schema: JsonObject
  readonly text: FieldText
  readonly choices: readonly Choice[]
  /** Whether the schema always asks for it where the object around it is. */
  readonly required: boolean
  readonly options: JsonObject
  readonly when: When
  /** Whose register says what is offered. */
  readonly call?: Call
  /** "applicant", "staff" and ids of user tasks: who may change it, and where; absent: everybody who has the form. */
  readonly writable?: readonly string[]
  /** Who may see it. */
  readonly readable?: readonly string[]
  /** The fields of an object or of an entry of a list. */
  readonly inner: readonly Field[]
  /** The entries of a list that are single values, such as texts. */
  readonly entry?: Field
}

/** What depends on other answers, on the procedure, or on the day. */
export interface When {
  readonly visible?: FeelExpression
  readonly required?: FeelExpression
  readonly readonly?: FeelExpression
  /** The value, which nobody types. */
  readonly computed?: FeelExpression
  /** The value at the beginning, which may be changed; sees the variables of the procedure alone. */
  readonly prefill?: FeelExpression
  /** What is offered: a list of values, or of { value, label: { ar, en } }. */
  readonly choices?: FeelExpression
  /** The first and the last day a date may be. */
  readonly earliest?: FeelExpression
  readonly latest?: FeelExpression
}

export interface Choice {
  readonly value: JsonValue
  readonly label: Text
}

/** Who fills the form and where, in which language, when, and what the procedure knows. */
export interface FormContext {
  readonly language: Language
  readonly variables: JsonObject
  /** Milliseconds since 1970. */
  readonly now: number
  readonly timeZone: string
  /** The days the office works, for rules that count them. */
  readonly days?: OfficeDays
  readonly by: 'applicant' | 'staff'
  /** User id of who fills it in: whose signature it may hold. */
  readonly person?: string
  /** Files of which an answer says no more than the digest. */
  readonly files?: readonly KnownFile[]
  /** What registers offer, by the key of the question (asking.ts). */
  readonly offers?: Readonly<Record<string, Offer>>
  /** Id of the user task; absent where an application begins. */
  readonly task?: string
}

export interface KnownFile {
  readonly digest: string
  readonly name: string
  /** In bytes. */
  readonly size: number
  readonly mediaType: string
}
