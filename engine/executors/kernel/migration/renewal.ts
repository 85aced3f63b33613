/** What keeps one element of an application from being renewed under the other version, or nothing where it is. */
import type { Finding } from '../../../core/problem.ts'
import type { Run } from '../run.ts'
import type { Failure } from '../failure.ts'
import type { Place, Plan } from './plan.ts'
import { against, named } from './rules/rule.ts'

/** Emits what changes; whatever was emitted before a refusal is thrown away with the whole. */
export type Renewal = (run: Run, place: Place, plan: Plan) => Failure | undefined

export const unfit = (failure: Failure, place: Place, plan: Plan): Finding =>
  against(
    'expression',
    named(place, place.from.id, plan),
    { en: failure.message, ar: `تعذّر حساب ما يعرّفه الإصدار الآخر لهذا العنصر: ${failure.message}` },
    {
      en: 'Correct the variables of the application first, or the expression in a further version',
      ar: 'صحّح متغيرات الطلب أولًا، أو صحّح التعبير في إصدار لاحق',
    },
  )
