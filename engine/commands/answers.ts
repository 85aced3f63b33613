/** Answers against their form: whatever a person sends in is judged by the form's JSON Schema before anything is kept. */
import type { JsonObject } from '../core/json.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import { invalid, type Problem } from '../core/problem.ts'

/** Names the engine fills itself, which no answer may take. */
export const RESERVED_VARIABLES = ['application', 'policy', 'texts'] as const

/** @param form form id of the package; absent = any JSON object. */
export function validateAnswers(
  found: CheckedPackage,
  form: string | undefined,
  answers: JsonObject,
): Problem | undefined {
  const taken = RESERVED_VARIABLES.find((name) => Object.hasOwn(answers, name))
  if (taken)
    return invalid('answers.reserved', `Expected other names than "${taken}", which Masar fills itself; leave it out`)
  if (form === undefined) return undefined
  const definition = found.forms.get(form)
  if (definition === undefined)
    throw new Error(`Expected form ${form} in ${found.workflow.id}, since deployment checked it`)
  const findings = definition.validate(answers)
  if (findings.length === 0) return undefined
  const first = findings[0]
  return invalid(
    'answers.invalid',
    `Expected answers that fit the form "${form}", but ${first?.place ?? '/'}: ${first?.message ?? ''}`,
    findings,
  )
}
