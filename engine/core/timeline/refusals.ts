/**
 * A refusal with its grounds, their articles and the way to appeal, as the shared procedure `common.refuse` is told them:
 * `grounds` [{text, article, detail}], `appeal` {days, to}, `feeStatement`.
 */
import { programParts } from '../ids.ts'
import { isJsonObject, type JsonValue } from '../json.ts'
import type { Text } from '../text.ts'
import type { Course } from './activities.ts'
import type { Ground, RefusedEntry } from './timeline.ts'

const REFUSE = 'common.refuse'
const DAY = 24 * 3_600_000

export const refusals = ({ nodes }: Course): readonly RefusedEntry[] =>
  [...nodes.values()]
    .filter(({ isProcess, program }) => isProcess && programParts(program).processId === REFUSE)
    .map(({ at, variables: { grounds, appeal, feeStatement } }) => {
      const until = appealOf(appeal, at)
      const statement = textOf(feeStatement)
      return {
        kind: 'refused',
        at,
        grounds: Array.isArray(grounds) ? grounds.flatMap(groundOf) : [],
        ...(until && { appeal: until }),
        ...(statement && { feeStatement: statement }),
      }
    })

function groundOf(value: JsonValue): readonly Ground[] {
  if (!isJsonObject(value)) return []
  const text = textOf(value['text'])
  if (!text) return []
  const article = textOf(value['article'])
  const detail = textOf(value['detail'])
  return [{ text, ...(article && { article }), ...(detail && { detail }) }]
}

function appealOf(value: JsonValue | undefined, from: number): RefusedEntry['appeal'] {
  if (!isJsonObject(value)) return undefined
  const { days } = value
  const to = textOf(value['to'])
  return typeof days === 'number' && to ? { days, until: from + days * DAY, to } : undefined
}

function textOf(value: JsonValue | undefined): Text | undefined {
  if (!isJsonObject(value)) return undefined
  const { ar, en } = value
  return typeof ar === 'string' && typeof en === 'string' ? { ar, en } : undefined
}
