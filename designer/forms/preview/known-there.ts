/** What a form finds where it is filled in, as far as a preview can know it: the constants of the package, and choices in the place of those a register would give. */
import { constantsOf, type Workflow } from '../../../engine/core/workflow.ts'
import type { JsonObject } from '../../../engine/core/json.ts'
import type { Offer } from '../../../forms/asking.ts'
import { evaluate } from '../../../forms/evaluate.ts'
import type { CompiledForm, FormContext } from '../../../forms/form.ts'
import { readTitlePage } from '../../policy/title-page.ts'

export function constantsIn(workflow: string | undefined): JsonObject {
  const page = readTitlePage(workflow)
  return page === undefined ? {} : constantsOf(page as unknown as Workflow)
}

const OFFERED: Offer = {
  kind: 'offered',
  choices: [1, 2, 3].map((number) => ({
    value: `sample-${String(number)}`,
    label: { ar: `خيار ${String(number)} من السجل`, en: `Choice ${String(number)} of the register` },
  })),
}

/** Each register that would be asked as the answers stand has answered. */
export function withSamples(form: CompiledForm, answers: JsonObject, context: FormContext): FormContext {
  const keys = [...evaluate(form, answers, context).fields.values()].flatMap(({ asking }) =>
    asking === undefined || asking.state === 'waits' ? [] : [asking.question.key],
  )
  return keys.length === 0 ? context : { ...context, offers: Object.fromEntries(keys.map((key) => [key, OFFERED])) }
}
