/** A message comes. */
import { Failure } from '../../failure.ts'
import { keyOf, textOf } from '../../variables/evaluate.ts'
import type { Opener } from './opener.ts'

export const message: Opener<'message'> = (visit, owner, element, trigger) => {
  const name = textOf(visit, `the message name of ${element}`, trigger.message.name, 'message')
  if (name instanceof Failure) return name
  const { correlationKey } = trigger.message
  if (!correlationKey) return [{ kind: 'message', owner, element, name, key: '' }]
  const key = keyOf(visit, `the correlation key of ${element}`, correlationKey)
  return key instanceof Failure ? key : [{ kind: 'message', owner, element, name, key }]
}
