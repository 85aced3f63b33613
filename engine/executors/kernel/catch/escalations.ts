/** An escalation and what its catch passes on: what came with it, and its code. */
import type { LocalId } from '../../../core/ids.ts'
import type { JsonObject } from '../../../core/json.ts'
import type { Run } from '../run.ts'
import { type Caught, findCatcher } from './catcher.ts'

/** The nearest catch of the escalation, looking from `from` outwards. */
export function catchOfEscalation(
  run: Run,
  from: LocalId | undefined,
  code: string,
  variables: JsonObject,
): Caught | undefined {
  const catcher = findCatcher(run, from, code, (it) => (it.kind === 'escalation' ? it : undefined))
  if (!catcher) return undefined
  const { codeVariable } = catcher.trigger
  return { catcher, payload: codeVariable === undefined ? variables : { ...variables, [codeVariable]: code } }
}
