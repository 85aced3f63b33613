/**
 * Answers against their form: whatever a person sends in is judged before anything is kept, by the same rules that show the form. What the form hides
 * holds no value, what it computes is computed here, and what may not be changed stays.
 */
import { isDeepStrictEqual } from 'node:util'
import { humanOf, type Actor } from '../core/actor.ts'
import { mistake } from '../core/finding.ts'
import type { JsonObject } from '../core/json.ts'
import type { Form } from '../core/package/form.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import { invalid, type Finding, type Problem } from '../core/problem.ts'
import { constantsOf } from '../core/workflow.ts'
import type { Calendar } from '../core/policy/calendar.ts'
import type { EngineDeps } from '../deps.ts'
import { calendarOfService } from '../transition.ts'
import { applyingNow } from './start-variables.ts'
import { compileForm } from '../../forms/compile.ts'
import { evaluate } from '../../forms/evaluate.ts'
import type { Fault } from '../../forms/fault.ts'
import type { CompiledForm, FormContext } from '../../forms/form.ts'
import { answerAt, fieldAt } from '../../forms/place.ts'
import { sentenceOf } from '../../forms/sentence.ts'
import { validate } from '../../forms/validate.ts'

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

/** What a form is shown with and judged by, in whatever language. */
export type Answering = Omit<FormContext, 'language'>

/**
 * Where an application begins the procedure knows nothing yet but who fills it in; the constants of its package are known to
 * every form.
 */
export async function startContext(
  deps: EngineDeps,
  found: CheckedPackage,
  by: Answering['by'],
  actor: Actor,
): Promise<Answering> {
  const calendar = await calendarOfService(deps, found, found.workflow.agency)
  const variables = by === 'applicant' ? { application: { applicant: applyingNow(actor) } } : {}
  return answeringIn(deps, found, { by, variables, ...personOf(actor) }, calendar)
}

/** Whose signature the form may hold. */
export const personOf = (actor: Actor): { readonly person?: string } =>
  actor.kind === 'user' ? { person: humanOf(actor) } : {}

export function answeringIn(
  deps: EngineDeps,
  found: CheckedPackage,
  who: Pick<Answering, 'by' | 'variables' | 'task' | 'person'>,
  calendar: Calendar,
): Answering {
  return {
    ...who,
    variables: { ...constantsOf(found.workflow), ...who.variables },
    now: deps.clock.now(),
    timeZone: calendar.timeZone,
    days: calendar,
  }
}

/**
 * @param form form id of the package; absent: staff may answer with any JSON object, an applicant with nothing.
 * @returns the answers that count: without what the form hides, with what it computes
 */
export function judgeAnswers(
  found: CheckedPackage,
  form: string | undefined,
  answers: JsonObject,
  answering: Answering,
): JsonObject | Problem {
  const taken = RESERVED_VARIABLES.find((name) => Object.hasOwn(answers, name))
  if (taken)
    return invalid('answers.reserved', `Expected other names than "${taken}", which Masar fills itself; leave it out`)
  if (form === undefined) return answering.by === 'staff' ? answers : (unasked(Object.keys(answers)[0]) ?? answers)
  const definition = found.forms.get(form)
  if (definition === undefined)
    throw new Error(`Expected form ${form} in ${found.workflow.id}, since deployment checked it`)
  const stray = unasked(Object.keys(answers).find((name) => !asksFor(definition, name)))
  return stray ?? counted(definition, answers, { ...answering, language: 'en' })
}

function counted(definition: Form, answers: JsonObject, context: FormContext): JsonObject | Problem {
  const form = compileForm(definition)
  const forged = forgedIn(form, answers, context)
  if (forged.length > 0)
    return invalid(
      'answers.read-only',
      `Expected only answers that may be changed here, but ${forged[0]?.place ?? '/'} may not; leave it out`,
      forged,
    )
  const faults = validate(form, answers, context)
  if (faults.length === 0) return evaluate(form, answers, context).answers
  const findings = faults.map((fault) => findingOf(form, fault))
  return invalid(
    'answers.invalid',
    `Expected answers that fit the form "${definition.id}", but ${findings[0]?.place ?? '/'}: ${findings[0]?.message ?? ''}`,
    findings,
  )
}

/** What is computed is computed again; what nobody may change here must not come in changed. */
function forgedIn(form: CompiledForm, answers: JsonObject, context: FormContext): readonly Finding[] {
  const evaluation = evaluate(form, answers, context)
  return [...evaluation.fields].flatMap(([place, { field, visible, readonly, computed }]) => {
    const sent = answerAt(answers, place)
    if (!visible || !readonly || computed || field.inner.length > 0 || sent === undefined) return []
    if (isDeepStrictEqual(sent ?? undefined, answerAt(evaluation.answers, place))) return []
    const label = field.text.label
    return [
      mistake(
        'answers/read-only',
        { place },
        { en: `"${label.en}" cannot be changed here`, ar: `لا يمكن تغيير "${label.ar}" هنا` },
        { en: 'Leave it out', ar: 'لا ترسله' },
      ),
    ]
  })
}

function findingOf(form: CompiledForm, fault: Fault): Finding {
  const field = fieldAt(form, fault.place)
  return mistake(
    `answers/${fault.code}`,
    { place: fault.place || '/' },
    { en: sentenceOf(fault, field, form, 'en'), ar: sentenceOf(fault, field, form, 'ar') },
    { en: 'Correct the answer', ar: 'صحّح الإجابة' },
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
