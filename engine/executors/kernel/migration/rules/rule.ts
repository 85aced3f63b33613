/** What every rule of migration is: it looks at the plan and says what stands against it, to the operator. */
import { mistake } from '../../../../core/finding.ts'
import type { Finding } from '../../../../core/problem.ts'
import type { Text } from '../../../../core/text.ts'
import type { Element } from '../../../../core/program.ts'
import type { Place, Plan } from '../plan.ts'

export type Rule = (plan: Plan) => readonly Finding[]

/** A rule that judges each element instance that moves; `to` is the element that takes the place of its own. */
export const eachMoved =
  (judge: (place: Place, to: Element, plan: Plan) => Finding | readonly Finding[] | undefined): Rule =>
  (plan) =>
    plan.places.flatMap((place) => {
      const { to, stays } = place
      return stays || typeof to !== 'object' ? [] : (judge(place, to, plan) ?? [])
    })

/** @param place the element as the present version calls it */
export const against = (rule: string, place: string, message: Text, remedy: Text): Finding =>
  mistake(`migration/${rule}`, { place }, message, remedy)

/** An element as an operator names it: those of a called process with the process before them. */
export function named({ pairing: { source } }: Place, id: string, { state }: Plan): string {
  return source.key === state.program ? id : `${source.processId}/${id}`
}
