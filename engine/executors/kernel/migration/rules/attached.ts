/** An event that is waited for stays with its host: on the same edge, in the same scope, behind the same gateway. */
import { listeners, listenersOf } from '../listeners.ts'
import { against, eachMoved, named } from './rule.ts'

export const attached = eachMoved((place, to, plan) => {
  const there = new Set(listenersOf(place.pairing.target, to, place))
  return listeners(place).flatMap(({ from, to: event }) =>
    typeof event === 'object' && event.kind === from.kind && !there.has(event)
      ? [moved(named(place, from.id, plan), event.id, to.id)]
      : [],
  )
})

const moved = (id: string, event: string, host: string) =>
  against(
    'attached',
    id,
    {
      en: `Expected ${event} to belong to ${host} as ${id} belongs to what ${host} takes the place of, but it belongs elsewhere`,
      ar: `المتوقع أن يتبع ${event} العنصر ${host} كما يتبع ${id} العنصر الذي يحل ${host} محله، لكنه يتبع عنصرًا آخر`,
    },
    {
      en: `Name an event of ${host} for ${id}, or say that it is no longer waited for: ${id}=`,
      ar: `حدّد حدثًا من أحداث ${host} محل ${id}، أو قل إنه لم يعد منتظرًا: ${id}=`,
    },
  )
