/** A called process that runs goes over to another version of itself, never to another process. */
import type { Library } from '../../../../core/program.ts'
import { calledIn } from '../../elements/callActivity.ts'
import { type Place } from '../plan.ts'
import { against, named, type Rule } from './rule.ts'
import { isSameProcess } from '../../../../core/ids.ts'

export const called =
  (library: Library): Rule =>
  (plan) =>
    plan.migration.called === 'keep'
      ? []
      : plan.places.flatMap((place) => {
          const to = calls(place)
          const { program } = place.record
          if (to === undefined || program === undefined) return []
          if (isSameProcess(to.called, program) && calledIn(library, to)) return []
          const call = place.outer ? named(place.outer, place.outer.from.id, plan) : ''
          return [elsewhere(call, program, to.called)]
        })

/** What the call activity around a called process calls in the other version. */
function calls({ outer }: Place) {
  if (!outer || outer.stays || typeof outer.to !== 'object' || outer.to.kind !== 'callActivity') return undefined
  return outer.to
}

const elsewhere = (call: string, running: string, to: string) =>
  against(
    'called',
    call,
    {
      en: `Expected ${call} to call a deployed version of ${running}, which runs in it, but it calls ${to}`,
      ar: `المتوقع أن يستدعي ${call} إصدارًا منشورًا من ${running} الجاري فيه، لكنه يستدعي ${to}`,
    },
    {
      en: 'Let the called process end first, or keep called processes on their version (called: keep)',
      ar: 'دع الإجراء المستدعى ينتهي أولًا، أو أبقِ الإجراءات المستدعاة على إصدارها (called: keep)',
    },
  )
