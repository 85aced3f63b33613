/**
 * An author's expression, asked for what the element needs; what it cannot give becomes a sentence for the operator.
 */
import { type FeelScope, type FeelValue, toJson } from '../../../core/feel/feel.ts'
import type { IncidentCause } from '../../../core/instance.ts'
import type { JsonValue } from '../../../core/json.ts'
import type { Expression, Flow } from '../../../core/program.ts'
import { Failure } from '../failure.ts'
import type { Visit } from '../visit.ts'

/** Characters of a message name or job type, and of a correlation key or message id. */
const LONGEST_NAME = 200
const LONGEST_KEY = 500

/** What is asked for: "the assignee", "the input amount". */
export type Asked = string

/** The expression's value as JSON. */
export function valueOf(
  visit: Visit,
  asked: Asked,
  expression: Expression,
  scope: FeelScope = visit,
): JsonValue | Failure {
  const result = visit.run.effort.evaluate(expression, scope)
  if (!result.ok) return failed('expression', visit, asked, expression, result.reason)
  return json(result.value)
}

/** A text that is not empty. */
export function textOf(
  visit: Visit,
  asked: Asked,
  expression: Expression,
  cause: IncidentCause = 'expression',
): string | Failure {
  const result = visit.run.effort.evaluate(expression, visit)
  if (!result.ok) return failed(cause, visit, asked, expression, result.reason)
  const value = json(result.value)
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_NAME
    ? value
    : unfit(cause, visit, asked, expression, `a text of at most ${LONGEST_NAME} characters`, value)
}

/** A text, or a number as text: what tells one message of a name from another. */
export function keyOf(visit: Visit, asked: Asked, expression: Expression): string | Failure {
  const result = visit.run.effort.evaluate(expression, visit)
  if (!result.ok) return failed('message', visit, asked, expression, result.reason)
  const value = json(result.value)
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_KEY
    ? value
    : unfit('message', visit, asked, expression, `a number or a text of at most ${LONGEST_KEY} characters`, value)
}

/** Whether the token may take the flow. */
export function holds(visit: Visit, flow: Flow, scope: FeelScope): boolean | Failure {
  return (
    flow.condition === undefined ||
    truth('condition', visit, `the condition of the flow ${flow.id}`, flow.condition, scope)
  )
}

/** True or false and nothing else. */
export function truth(
  cause: IncidentCause,
  visit: Visit,
  asked: Asked,
  expression: Expression,
  scope: FeelScope,
): boolean | Failure {
  const result = visit.run.effort.evaluate(expression, scope)
  if (!result.ok) return failed(cause, visit, asked, expression, result.reason)
  if (typeof result.value === 'boolean') return result.value
  return unfit(cause, visit, asked, expression, 'true or false', json(result.value))
}

function json(value: FeelValue): JsonValue {
  return typeof value === 'object' && value !== null ? toJson(value) : value
}

export function failed(
  cause: IncidentCause,
  visit: Visit,
  asked: Asked,
  expression: Expression,
  reason: string,
): Failure {
  return new Failure(
    cause,
    `Expected ${asked} at ${visit.element.id} to have a value, but "${shown(expression)}" has none: ${reason}`,
  )
}

/** The expression has a value, but not one the element can use. */
export function unfit(
  cause: IncidentCause,
  visit: Visit,
  asked: Asked,
  expression: Expression,
  expected: string,
  found: JsonValue,
): Failure {
  const value = JSON.stringify(found).slice(0, 80)
  return new Failure(
    cause,
    `Expected ${asked} at ${visit.element.id} to be ${expected}, but "${shown(expression)}" is ${value}`,
  )
}

/** As truth, where the expression was evaluated before. */
export const unfitTruth = (visit: Visit, asked: Asked, expression: Expression, found: FeelValue): Failure =>
  unfit('condition', visit, asked, expression, 'true or false', json(found))

const shown = (expression: Expression): string => expression.source.slice(0, 200)
