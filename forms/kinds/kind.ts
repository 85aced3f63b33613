/** A kind of question: how an answer is read from a posted page, how it is asked for, and how it reads when it is given. One file per kind. */
import type { JsonObject, JsonValue } from '../../engine/core/json.ts'
import type { WidgetName } from '../../engine/core/package/widgets.ts'
import type { Language } from '../../engine/core/text.ts'
import type { Choice, Field, FormContext, KnownFile } from '../form.ts'

export type { KnownFile } from '../form.ts'
import type { Place } from '../place.ts'

export type KindName = WidgetName

export interface Kind {
  readonly name: KindName
  /** Whether a field is of this kind where the layout names none. */
  fits(shape: Shape): boolean
  /** undefined: nothing was answered. What cannot be read stays the text that was typed, and the schema refuses it. */
  decode(posted: Posted, field: Field, choices: readonly Choice[], context: FormContext): JsonValue | undefined
  /** What is posted says nothing of the answer: it was put in its place before. */
  readonly keeps?: boolean
  /** What its partial `html/<name>.hbs` needs beside label, hint and error. */
  view(value: JsonValue | undefined, asked: Asked): JsonObject
  /** As a person reads it; only called with an answer. */
  shown(value: JsonValue, asked: Asked): string
  /** What the id of its first input ends in, where there are several: the summary of errors leads there. */
  readonly first?: string
  /** Under which code its own sentences stand, where they say more than those of the keyword. */
  code?(keyword: string, field: Field): string | undefined
  /** What a schema cannot judge: the code of what is wrong. */
  refuses?(value: JsonValue, field: Field, context: FormContext): string | undefined
}

export interface Shape {
  readonly schema: JsonObject
  /** Of the entries of a list. */
  readonly items: JsonObject
  readonly options: JsonObject
  readonly choices: readonly Choice[]
}

/** What a browser sent for one field. */
export interface Posted {
  /** One text, cleaned; undefined where it is empty or missing. `part` is the last step of its name: "day" of "/birthDate/day". */
  text(part?: string): string | undefined
  /** All texts under the name of the field. */
  all(): readonly string[]
}

export interface Asked {
  readonly field: Field
  readonly place: Place
  readonly language: Language
  readonly choices: readonly Choice[]
  /** Those of which more is known than the answer says. */
  readonly files: readonly KnownFile[]
}

/** What was typed, where it is no answer yet. */
export const typed = (value: JsonValue | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
