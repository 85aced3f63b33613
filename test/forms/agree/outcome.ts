/** What the engine makes of a random form: the same function runs in Node and in a browser. */
import { isJsonObject, type JsonValue } from '../../../engine/core/json.ts'
import { changesFor } from '../../../forms/browser/changes.ts'
import { liveData, type LiveData } from '../../../forms/browser/live-data.ts'
import { compileForm } from '../../../forms/compile.ts'
import { type Body, decode } from '../../../forms/decode.ts'
import { evaluate } from '../../../forms/evaluate.ts'
import type { FormContext, FormSource } from '../../../forms/form.ts'
import { renderForm } from '../../../forms/html/render.ts'
import { isGroup, isList } from '../../../forms/kinds/kinds.ts'
import { validate } from '../../../forms/validate.ts'
import { viewOf } from '../../../forms/view.ts'
import type { Meaning } from './reference.ts'

export interface Task {
  readonly source: FormSource
  readonly body: Body
  readonly context: FormContext
}

export interface Outcome extends Meaning {
  /** The page as it is drawn with its faults. */
  readonly html: string
  /** Places the script of the page would hide, show and mark otherwise than the server did. */
  readonly live: readonly string[]
}

export function outcomeOf({ source, body, context }: Task): Outcome {
  const form = compileForm(source)
  const answers = decode(form, body, context)
  const { fields, answers: counted } = evaluate(form, answers, context)
  const asked = [...fields].filter(([, { field }]) => !isGroup(field.kind) && !isList(field.kind))
  const faults = validate(form, answers, context)
  const view = viewOf(form, answers, faults, context)
  const given = liveData(form, {}, context, '1')
  return {
    visible: asked
      .filter(([, it]) => it.visible)
      .map(([place]) => place)
      .sort(),
    required: asked
      .filter(([, it]) => it.required)
      .map(([place]) => place)
      .sort(),
    answers: flat(counted),
    faults: faults.map(({ place }) => place).sort(),
    html: renderForm(view),
    live: given === undefined ? [] : otherwise(given, body, fields),
  }
}

function otherwise(given: LiveData, body: Body, fields: ReturnType<typeof evaluate>['fields']): readonly string[] {
  const live: LiveData = JSON.parse(JSON.stringify(given))
  const { hidden, questions } = changesFor(live, body)
  return [...fields].flatMap(([place, { visible, required, readonly }]) => {
    const isHidden = hidden.get(place)
    const question = questions.get(place)
    const differs = (isHidden !== undefined && isHidden === visible) || question?.optional !== (!required && !readonly)
    return differs ? [place] : []
  })
}

/** By the place of each single answer; a list of choices is one. */
function flat(value: JsonValue, place = ''): Readonly<Record<string, JsonValue>> {
  const isEntries = Array.isArray(value) && value.every((it) => isJsonObject(it))
  if (!isJsonObject(value) && !isEntries) return { [place]: value }
  const inner: readonly (readonly [string, JsonValue])[] = isJsonObject(value)
    ? Object.entries(value)
    : value.map((it, index) => [String(index), it] as const)
  const parts = inner.flatMap(([name, it]) => Object.entries(flat(it, `${place}/${name}`)))
  return Object.fromEntries(parts.sort(([a], [b]) => (a < b ? -1 : 1)))
}
