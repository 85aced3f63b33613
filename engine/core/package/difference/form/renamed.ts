/**
 * Questions that only their name changed: in one form one is gone and one is new, and both ask the same in the same words
 * and take the same answers. They are one question, whose name in expressions is another.
 */
import type { JsonValue } from '../../../json.ts'
import { canonical } from '../thing.ts'

type Questions = ReadonlyMap<string, ReadonlyMap<string, JsonValue>>

/** What makes a question the one it is; where it stands and when it is shown may be otherwise. */
const OF_ITS_OWN = /^(?:text|schema)\//

/** @returns places of the newer questions to places of the older */
export function renamedIn(older: Questions, newer: Questions): ReadonlyMap<string, string> {
  const [gone, come] = [asked(older, newer), asked(newer, older)]
  return new Map(
    [...come].flatMap(([asks, place]) => {
      const was = gone.get(asks)
      return place !== undefined && was !== undefined ? [[place, was] as const] : []
    }),
  )
}

/** Those the other form does not have, by what they ask; undefined where two ask the same. */
function asked(questions: Questions, others: Questions): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>()
  for (const [place, aspects] of questions) {
    if (others.has(place) || !aspects.has('text/label')) continue
    const own = [...aspects].filter(([name]) => OF_ITS_OWN.test(name)).toSorted(([one], [two]) => (one < two ? -1 : 1))
    const asks = canonical(own)
    found.set(asks, found.has(asks) ? undefined : place)
  }
  return found
}

/** "address.town" */
export const nameOf = (place: string): string => place.slice(1).replaceAll('/', '.')

/** What a question of the newer form is called, as far as it is not its group alone that is called otherwise. */
export function nameNow(place: string, renamed: ReadonlyMap<string, string>): string {
  const was = renamed.get(place) ?? place
  const [group, before] = [parentOf(place), parentOf(was)]
  return renamed.get(group) === before && lastOf(place) === lastOf(was) ? nameOf(was) : nameOf(place)
}

const parentOf = (place: string): string => place.slice(0, place.lastIndexOf('/'))
const lastOf = (place: string): string => place.slice(place.lastIndexOf('/') + 1)
