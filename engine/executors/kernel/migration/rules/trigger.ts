/** An event that is waited for goes on as one that the same kind of news sets off: a message as a message. */
import type { Element } from '../../../../core/program.ts'
import { catching, isTriggeredAlike } from '../listeners.ts'
import { triggerText } from '../definition.ts'
import type { Place } from '../plan.ts'
import { against, eachMoved, named } from './rule.ts'

export const trigger = eachMoved((place, _to, plan) =>
  catching(place).flatMap(({ from, to }) =>
    typeof to === 'object' &&
    to.kind === from.kind &&
    (!isTriggeredAlike(place, from, to) || isHalfMet(place, from, to))
      ? [otherwise(named(place, from.id, plan), to, from === place.from)]
      : [],
  ),
)

/** Some of several triggers have come already, and the other version asks for others. */
const isHalfMet = ({ record, pairing: { source, target } }: Place, from: Element, to: Element): boolean =>
  record.gathered !== undefined &&
  Object.hasOwn(record.gathered, from.id) &&
  triggerText(source, from) !== triggerText(target, to)

const otherwise = (id: string, to: Element, isWhereItStands: boolean) =>
  against(
    'trigger',
    id,
    {
      en: `Expected ${to.id} to wait for the same kind of event as ${id}, but another kind sets it off`,
      ar: `المتوقع أن ينتظر ${to.id} النوع نفسه من الأحداث الذي ينتظره ${id}، لكنه ينتظر نوعًا آخر`,
    },
    isWhereItStands
      ? {
          en: `Name another event for ${id}, or let the application leave it first`,
          ar: `حدّد حدثًا آخر محل ${id}، أو دع الطلب يغادره أولًا`,
        }
      : {
          en: `Say that ${id} is no longer waited for: ${id}= ; then ${to.id} is waited for anew`,
          ar: `قل إن ${id} لم يعد منتظرًا: ${id}= ، فيُنتظر ${to.id} من جديد`,
        },
  )
