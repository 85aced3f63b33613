/** What was chosen in an ad-hoc subprocess can still be done: each step that waits for its turn has a place inside. */
import type { ElementOf } from '../../../../core/program.ts'
import type { Text } from '../../../../core/text.ts'
import { elementNamed } from '../../run.ts'
import { against, eachMoved, named } from './rule.ts'

export const adHoc = eachMoved((place, to, plan) => {
  const { from, record, pairing } = place
  if (from.kind !== 'adHocSubProcess' || to.kind !== 'adHocSubProcess' || record.loop) return undefined
  const homeless = (record.adHoc?.queue ?? []).filter(({ element }) => {
    const other = pairing.element(elementNamed(pairing.source, element))
    return typeof other !== 'object' || other.parent !== to.index
  })
  const id = named(place, from.id, plan)
  const message = difference(id, from, to)
  return [
    ...homeless.map(({ element }) => against('ad-hoc', named(place, element, plan), waiting(element, to.id), CHOOSE)),
    ...(message ? [against('ad-hoc', id, message, LEAVE)] : []),
  ]
})

function difference(
  id: string,
  from: ElementOf<'adHocSubProcess'>,
  to: ElementOf<'adHocSubProcess'>,
): Text | undefined {
  if (from.ordering !== to.ordering)
    return {
      en: `Expected ${to.id} to have its steps done in the same order as ${id} (${from.ordering}), but it is ${to.ordering}`,
      ar: `المتوقع أن تُنفَّذ خطوات ${to.id} بترتيب ${id} نفسه (${from.ordering})، لكنه ${to.ordering}`,
    }
  if ((from.outputCollection === undefined) === (to.outputCollection === undefined)) return undefined
  return {
    en: `Expected ${to.id} to collect results exactly if ${id} does, but one of them does and the other does not`,
    ar: `المتوقع أن يجمع ${to.id} النتائج إذا كان ${id} يجمعها، لكن أحدهما يجمعها دون الآخر`,
  }
}

const waiting = (element: string, scope: string): Text => ({
  en: `Expected a step inside ${scope} for ${element}, which was chosen and waits for its turn, but there is none`,
  ar: `المتوقع خطوة داخل ${scope} تحل محل ${element} التي اختيرت وتنتظر دورها، لكنها غير موجودة`,
})

const CHOOSE: Text = {
  en: 'Name the step that takes its place, or let those that were chosen be done first',
  ar: 'حدّد الخطوة التي تحل محلها، أو دع الخطوات المختارة تُنجز أولًا',
}

const LEAVE: Text = {
  en: 'Name another element, or let the application leave this one first',
  ar: 'حدّد عنصرًا آخر، أو دع الطلب يغادر هذا العنصر أولًا',
}
