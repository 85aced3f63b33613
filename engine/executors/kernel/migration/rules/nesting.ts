/** An element goes on in the scope its scope becomes: nothing moves into a subprocess or out of one. */
import { against, eachMoved, named } from './rule.ts'

export const nesting = eachMoved((place, to, plan) => {
  const { outer, record } = place
  if (!outer || record.program !== undefined || typeof outer.to !== 'object') return undefined
  const isItem = record.loopCounter !== undefined
  if (isItem ? to === outer.to : to.parent === outer.to.index) return undefined
  const id = named(place, place.from.id, plan)
  return against(
    'nesting',
    id,
    {
      en: `Expected ${to.id} to stand directly inside ${outer.to.id}, as ${id} stands inside ${outer.from.id}, but it stands elsewhere`,
      ar: `المتوقع أن يكون ${to.id} داخل ${outer.to.id} مباشرة كما أن ${id} داخل ${outer.from.id}، لكنه في موضع آخر`,
    },
    {
      en: `Name an element directly inside ${outer.to.id} for ${id}, or another one for ${outer.from.id}`,
      ar: `حدّد عنصرًا داخل ${outer.to.id} مباشرة محل ${id}، أو عنصرًا آخر محل ${outer.from.id}`,
    },
  )
})
