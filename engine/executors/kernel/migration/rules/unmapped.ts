/** Where an application stands must have a place in the other version: an element of the same id, or one that is named. */
import { against, named, type Rule } from './rule.ts'
import { listeners } from '../listeners.ts'

export const unmapped: Rule = (plan) =>
  plan.places.flatMap((place) => {
    if (place.stays) return []
    if (typeof place.to !== 'object') return [homeless(named(place, place.from.id, plan), place.pairing.target.key)]
    return listeners(place).flatMap(({ from, to }) =>
      to === undefined ? [unheard(named(place, from.id, plan), place.pairing.target.key)] : [],
    )
  })

const homeless = (id: string, target: string) =>
  against(
    'unmapped',
    id,
    {
      en: `Expected an element of ${target} for ${id}, where the application stands, but there is none of this id`,
      ar: `المتوقع عنصر في ${target} يحل محل ${id} حيث يقف الطلب، لكن لا عنصر بهذا المعرّف`,
    },
    {
      en: `Name the element that takes its place: ${id}=<element>`,
      ar: `حدّد العنصر الذي يحل محله: ${id}=<element>`,
    },
  )

const unheard = (id: string, target: string) =>
  against(
    'unmapped',
    id,
    {
      en: `Expected an event of ${target} for ${id}, which the application waits for, but there is none of this id`,
      ar: `المتوقع حدث في ${target} يحل محل ${id} الذي ينتظره الطلب، لكن لا حدث بهذا المعرّف`,
    },
    {
      en: `Name the event that takes its place: ${id}=<event>; or say that it is no longer waited for: ${id}=`,
      ar: `حدّد الحدث الذي يحل محله: ${id}=<event>، أو قل إنه لم يعد منتظرًا: ${id}=`,
    },
  )
