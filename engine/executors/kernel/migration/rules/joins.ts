/** A token that waits before a join goes on waiting before the join that takes its place. */
import type { Flow } from '../../../../core/program.ts'
import { elementAt } from '../../run.ts'
import { flowNamed } from '../flows.ts'
import type { Place } from '../plan.ts'
import { against, eachMoved, named } from './rule.ts'

export const joins = eachMoved((place, to, plan) =>
  waitedOn(place).flatMap((id) => {
    const flow = flowNamed(place.pairing.source, id)
    if (isKept(place, to.index, flow)) return []
    const join = elementAt(place.pairing.source, flow.to)
    return [lost(named(place, id, plan), named(place, join.id, plan), place.pairing.target.key)]
  }),
)

/** Flows with a token at their end, and those a complex gateway has had one from since it went on. */
const waitedOn = ({ record: { arrived = {}, resets = {} } }: Place): readonly string[] => [
  ...Object.keys(arrived),
  ...Object.values(resets).flat(),
]

function isKept({ pairing }: Place, scope: number, flow: Flow): boolean {
  const other = pairing.flow(flow.id)
  const join = pairing.element(elementAt(pairing.source, flow.to))
  if (typeof other !== 'object' || typeof join !== 'object') return false
  return other.to === join.index && join.parent === scope && join.kind === elementAt(pairing.source, flow.to).kind
}

const lost = (flow: string, join: string, target: string) =>
  against(
    'join',
    flow,
    {
      en: `Expected a flow of ${target} into what takes the place of ${join} for the token that waits on ${flow}, but there is none`,
      ar: `المتوقع مسار في ${target} يؤدي إلى ما يحل محل ${join} من أجل الرمز المنتظر على ${flow}، لكنه غير موجود`,
    },
    {
      en: `Name both: ${join}=<gateway> and ${flow}=<flow>; or let the other branches arrive first`,
      ar: `حدّد الاثنين: ${join}=<gateway> و ${flow}=<flow>، أو دع الفروع الأخرى تصل أولًا`,
    },
  )
