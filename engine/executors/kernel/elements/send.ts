/** A message that leaves the procedure: published inside Masar, or handed to a worker that delivers it. */
import { globalId } from '../../../core/ids.ts'
import type { SendDefinition } from '../../../core/program.ts'
import { momentOf } from '../../../core/timer.ts'
import type { Opening } from '../behaviour.ts'
import { Failure } from '../failure.ts'
import { tooMuchSent } from '../limits.ts'
import { mappedInputs } from '../variables/mapping.ts'
import { keyOf, textOf, valueOf } from '../variables/evaluate.ts'
import type { Visit } from '../visit.ts'
import { openJob } from './job.ts'

type Publish = Extract<SendDefinition, { kind: 'publish' }>

const DEFAULT_TIME_TO_LIVE = 'PT1H'

/** Messages carry the mapped inputs and nothing else: what a case knows goes out only where the author says so. */
export const send = (visit: Visit, definition: SendDefinition): Failure | Opening =>
  definition.kind === 'job' ? openJob(visit, definition.job) : publish(visit, definition)

function publish(visit: Visit, definition: Publish): Opening | Failure {
  const much = tooMuchSent(visit)
  if (much) return much
  const name = textOf(visit, 'the message name', definition.name, 'message')
  if (name instanceof Failure) return name
  const key = keyOf(visit, 'the correlation key', definition.correlationKey)
  if (key instanceof Failure) return key
  const messageId = definition.messageId
    ? keyOf(visit, 'the message id', definition.messageId)
    : globalId(visit.run.draft.id, visit.id)
  if (messageId instanceof Failure) return messageId
  const expires = expiry(visit, definition)
  if (expires instanceof Failure) return expires
  const variables = mappedInputs(visit)
  return { kind: 'pass', facts: [{ kind: 'messagePublished', id: visit.id, name, key, messageId, variables, expires }] }
}

function expiry(visit: Visit, { timeToLive }: Publish): number | Failure {
  const text = timeToLive ? valueOf(visit, 'the time to live', timeToLive) : DEFAULT_TIME_TO_LIVE
  if (text instanceof Failure) return text
  const moment = momentOf(typeof text === 'string' ? text : JSON.stringify(text), visit.now, visit.run.ctx.calendar)
  return moment.ok
    ? moment.due
    : new Failure('message', `Expected the time to live at ${visit.element.id} to be a duration, but: ${moment.reason}`)
}
