/**
 * What a step takes from the case and what it gives back: input and output mappings (zeebe:ioMapping).
 *
 * Mappings are evaluated in order and each sees the targets of those before it. A path as target writes into a context:
 * inputs build a new one, outputs go into the one that is there.
 */
import type { FeelScope } from '../../../core/feel/feel.ts'
import { type JsonObject, type JsonValue, isJsonObject } from '../../../core/json.ts'
import type { Mapping } from '../../../core/program.ts'
import { Failure } from '../failure.ts'
import type { Visit } from '../visit.ts'
import { valueOf } from './evaluate.ts'

/** The element's own variables to begin with: `given`, then the mapped inputs. */
export function inputs(visit: Visit, given: JsonObject): JsonObject | Failure {
  return mapped(visit, 'input', visit.element.inputs, given, () => undefined)
}

/** What the inputs have made, and not the item of a multi-instance activity, which is a variable of its own as well. */
export function mappedInputs({ element, locals = {} }: Visit): JsonObject {
  const names = new Set(element.inputs.map(({ target: [name] }) => name))
  return Object.fromEntries(Object.entries(locals).filter(([name]) => names.has(name)))
}

/** Its properties begin with their default unless it is given them; undefined where it has neither. */
export function withProperties(visit: Visit, given: JsonObject | undefined): JsonObject | undefined | Failure {
  let own = given
  for (const { source, target } of visit.element.locals ?? []) {
    const name = target[0] ?? ''
    if (own && Object.hasOwn(own, name)) continue
    const value = valueOf(visit, `the property ${name}`, source)
    if (value instanceof Failure) return value
    own = { ...own, [name]: value }
  }
  return own
}

/** What the element gives to the scope around it. */
export function outputs(visit: Visit): JsonObject | Failure {
  return mapped(visit, 'output', visit.element.outputs, {}, (name) => visit.get(name))
}

function mapped(
  visit: Visit,
  side: 'input' | 'output',
  mappings: readonly Mapping[],
  begin: JsonObject,
  there: (name: string) => unknown,
): JsonObject | Failure {
  let values = begin
  const scope = overlay(visit, () => values)
  for (const { source, target } of mappings) {
    const value = valueOf(visit, `the ${side} ${target.join('.')}`, source, scope)
    if (value instanceof Failure) return value
    values = written(visit, values, target, value, there)
  }
  return values
}

function written(
  visit: Visit,
  values: JsonObject,
  [head = '', ...path]: readonly string[],
  value: JsonValue,
  there: (name: string) => unknown,
): JsonObject {
  visit.run.effort.copy(values)
  if (path.length === 0) return { ...values, [head]: value }
  const before = Object.hasOwn(values, head) ? values[head] : there(head)
  const inside = isJsonObject(before) ? before : {}
  return {
    ...values,
    [head]: written(visit, inside, path, value, (name) => (Object.hasOwn(inside, name) ? inside[name] : undefined)),
  }
}

/** A scope with some names before those of the element. */
export function overlay(visit: Visit, names: () => JsonObject): FeelScope {
  return {
    get: (name) => {
      const first = names()
      return Object.hasOwn(first, name) ? first[name] : visit.get(name)
    },
    now: visit.now,
    timeZone: visit.timeZone,
    get days() {
      return visit.days
    },
  }
}
