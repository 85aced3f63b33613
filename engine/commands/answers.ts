/** Answers against their form: whatever a person sends in is judged by the form's JSON Schema before anything is kept. */
import type { JsonObject } from '../core/json.ts'
import type { Form } from '../core/package/form.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import { invalid, type Problem } from '../core/problem.ts'

/** Names the engine fills itself, which no answer may take. */
export const RESERVED_VARIABLES = ['application', 'policy', 'texts'] as const

/** Refuses variables that take one of these names. */
export function reservedIn(names: Iterable<string>): Problem | undefined {
  const given = new Set(names)
  const taken = RESERVED_VARIABLES.find((name) => given.has(name))
  return taken && invalid('variables.reserved', `Expected other names than "${taken}", which Masar fills itself`)
}

/** Whether the form has a field of this name at its top: only these become variables. */
export const asksFor = (form: Form, name: string): boolean =>
  Object.hasOwn(form.texts, `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)

/**
 * @param form form id of the package; absent: staff may answer with any JSON object, an applicant with nothing.
 * @param staff whether the one who answers works for the agency
 */
export function validateAnswers(
  found: CheckedPackage,
  form: string | undefined,
  answers: JsonObject,
  staff: boolean,
): Problem | undefined {
  const taken = RESERVED_VARIABLES.find((name) => Object.hasOwn(answers, name))
  if (taken)
    return invalid('answers.reserved', `Expected other names than "${taken}", which Masar fills itself; leave it out`)
  if (form === undefined) return staff ? undefined : unasked(Object.keys(answers)[0])
  const definition = found.forms.get(form)
  if (definition === undefined)
    throw new Error(`Expected form ${form} in ${found.workflow.id}, since deployment checked it`)
  const stray = unasked(Object.keys(answers).find((name) => !asksFor(definition, name)))
  if (stray) return stray
  const findings = definition.validate(answers)
  if (findings.length === 0) return undefined
  const first = findings[0]
  return invalid(
    'answers.invalid',
    `Expected answers that fit the form "${form}", but ${first?.place ?? '/'}: ${first?.message ?? ''}`,
    findings,
  )
}

/** An answer nobody asked for would become a variable of the procedure, such as "approved". */
const unasked = (name: string | undefined): Problem | undefined =>
  name === undefined
    ? undefined
    : invalid(
        'answers.unasked',
        `Expected only answers the form asks for, but found "${name.slice(0, 80)}"; leave it out`,
      )
