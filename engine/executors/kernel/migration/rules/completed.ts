/** What was completed and can still be undone finds who undoes it in the other version as well. */
import { completedOf } from '../completed.ts'
import { against, named, type Rule } from './rule.ts'

export const completed: Rule = (plan) =>
  plan.places.flatMap((place) =>
    completedOf(place).homeless.map(({ id }) => homeless(named(place, id, plan), place.pairing.target.key)),
  )

const homeless = (id: string, target: string) =>
  against(
    'completed',
    id,
    {
      en: `Expected an activity of ${target} of the kind and at the place of ${id}, with a compensation handler, because ${id} was completed and may still be undone, but there is none`,
      ar: `المتوقع في ${target} نشاط من نوع ${id} وفي موضعه له معالج تعويض، لأن ${id} اكتمل وقد يُلغى أثره بعد، لكنه غير موجود`,
    },
    {
      en: `Name the activity that takes its place: ${id}=<element>; or say that it will not be undone: ${id}=`,
      ar: `حدّد النشاط الذي يحل محله: ${id}=<element>، أو قل إن أثره لن يُلغى: ${id}=`,
    },
  )
