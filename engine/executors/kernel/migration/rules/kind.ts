/** An element goes on as one of its own kind: a task as a task, a timer as a timer. */
import type { Element } from '../../../../core/program.ts'
import { listeners } from '../listeners.ts'
import { against, eachMoved, named } from './rule.ts'

export const kind = eachMoved((place, to, plan) => {
  const own = { from: place.from, to }
  return [own, ...listeners(place)].flatMap(({ from, to: other }) =>
    typeof other === 'object' && other.kind !== from.kind ? [changed(named(place, from.id, plan), from, other)] : [],
  )
})

const changed = (id: string, from: Element, to: Element) =>
  against(
    'kind',
    id,
    {
      en: `Expected ${to.id} to be a ${from.kind} as ${id} is, but it is a ${to.kind}`,
      ar: `المتوقع أن يكون ${to.id} من نوع ${from.kind} مثل ${id}، لكنه من نوع ${to.kind}`,
    },
    {
      en: `Name another element for ${id}, or let the application leave it first`,
      ar: `حدّد عنصرًا آخر محل ${id}، أو دع الطلب يغادره أولًا`,
    },
  )
