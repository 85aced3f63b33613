/** A business error and what its catch passes on: what came with it, its code and its message. */
import type { LocalId } from '../../../core/ids.ts'
import type { JsonObject } from '../../../core/json.ts'
import type { Run } from '../run.ts'
import { type Caught, findCatcher } from './catcher.ts'

export interface Thrown {
  readonly code: string
  readonly message: string
  readonly variables: JsonObject
}

/** The nearest catch of the error, looking from `from` outwards. */
export function catchOfError(
  run: Run,
  from: LocalId | undefined,
  { code, message, variables }: Thrown,
): Caught | undefined {
  const catcher = findCatcher(run, from, code, (it) => (it.kind === 'error' ? it : undefined))
  if (!catcher) return undefined
  const { codeVariable, messageVariable } = catcher.trigger
  const payload = {
    ...variables,
    ...(codeVariable !== undefined && { [codeVariable]: code }),
    ...(messageVariable !== undefined && { [messageVariable]: message }),
  }
  return { catcher, payload }
}
