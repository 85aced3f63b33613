/** What is done once per item goes on once per item: all at once or one by one, with or without a list of results. */
import type { Loop, LoopKind } from '../../../../core/program.ts'
import type { Text } from '../../../../core/text.ts'
import { against, eachMoved, named } from './rule.ts'

export const multiInstance = eachMoved((place, to, plan) => {
  if (place.record.loopCounter !== undefined) return undefined
  const id = named(place, place.from.id, plan)
  const message = difference(id, to.id, place.from.loop, to.loop)
  return message && against('multi-instance', id, message, REMEDY)
})

const REMEDY = {
  en: 'Name another element, or let the application leave this one first',
  ar: 'حدّد عنصرًا آخر، أو دع الطلب يغادر هذا العنصر أولًا',
}

function difference(id: string, other: string, from?: Loop, to?: Loop): Text | undefined {
  if (from?.kind !== to?.kind)
    return {
      en: `Expected ${other} to be repeated as ${id} is, but ${id} is done ${HOW[from?.kind ?? 'none'].en} and ${other} ${HOW[to?.kind ?? 'none'].en}`,
      ar: `المتوقع أن يتكرر ${other} كما يتكرر ${id}، لكن ${id} يُنفَّذ ${HOW[from?.kind ?? 'none'].ar} و ${other} ${HOW[to?.kind ?? 'none'].ar}`,
    }
  if (from?.kind !== 'multiInstance' || to?.kind !== 'multiInstance') return undefined
  if (from.sequential !== to.sequential)
    return {
      en: `Expected ${other} to go through its items ${from.sequential ? 'one by one' : 'all at once'} as ${id} does, but it does not`,
      ar: `المتوقع أن يمر ${other} على عناصره ${from.sequential ? 'واحدًا تلو الآخر' : 'دفعة واحدة'} مثل ${id}، لكنه ليس كذلك`,
    }
  if ((from.outputCollection === undefined) === (to.outputCollection === undefined)) return undefined
  return {
    en: `Expected ${other} to collect results exactly if ${id} does, but one of them does and the other does not`,
    ar: `المتوقع أن يجمع ${other} النتائج إذا كان ${id} يجمعها، لكن أحدهما يجمعها دون الآخر`,
  }
}

const HOW: Readonly<Record<LoopKind | 'none', Text>> = {
  none: { en: 'once', ar: 'مرة واحدة' },
  multiInstance: { en: 'once per item', ar: 'مرة لكل عنصر' },
  standardLoop: { en: 'as long as a condition holds', ar: 'ما دام شرط متحققًا' },
}
