/**
 * The messages that lie in the library's queues between commands. Almost all say the same: this run is being executed,
 * this element was told to start, this flow was taken. Those are named by the run or the taking they speak of.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Names } from './names.ts'

export interface Message {
  readonly fields: { readonly routingKey: string; readonly exchange?: string }
  readonly content: Content
  readonly properties: Readonly<Record<string, unknown>>
}

interface Content extends Readonly<Record<string, unknown>> {
  readonly id: string
  readonly executionId?: string
  readonly sequenceId?: string
  readonly inbound?: readonly Content[]
}

/** A run's or a taking's id, or the message itself. */
export type Small = string | { readonly k: string; readonly x?: string; readonly c: Content; readonly p?: object }

/** A process or subprocess that is running. */
export interface Around {
  readonly id: string
  readonly type: string
  readonly executionId: string
}

/** In whose queue it lies: of which run, inside which, innermost first. */
export interface Place {
  readonly execution: string
  readonly around: readonly Around[]
  readonly queue: string
}

/** Content that has had its effect by the time everything waits. */
const SPENT: ReadonlySet<string> = new Set([
  'note',
  'adopt',
  'leaving',
  'evaluationId',
  'result',
  'message',
  'discardSequence',
])
const OF_ITS_OWN: ReadonlySet<string> = new Set(['messageId', 'timestamp', 'correlationId'])

export function packMessage(message: Message, place: Place, names: Names): Small {
  const { fields, content, properties } = message
  const clean = { key: fields.routingKey, content: cleaned(content), properties: without(properties, OF_ITS_OWN) }
  for (const name of [content.executionId, content.sequenceId])
    if (name !== undefined && isDeepStrictEqual(usual(name, place, names), clean)) return name
  return {
    k: clean.key,
    ...(fields.exchange !== undefined && { x: fields.exchange }),
    c: clean.content,
    ...(Object.keys(clean.properties).length > 0 && { p: clean.properties }),
  }
}

export function unpackMessage(small: Small, place: Place, names: Names): Message {
  if (typeof small !== 'string')
    return {
      fields: { routingKey: small.k, ...(small.x !== undefined && { exchange: small.x }) },
      content: small.c,
      properties: { ...small.p },
    }
  const { key, content, properties } = usual(small, place, names)
  return { fields: { routingKey: key }, content, properties }
}

interface Plain {
  readonly key: string
  readonly content: Content
  readonly properties: Readonly<Record<string, unknown>>
}

/** What this place usually holds about that run or taking. */
function usual(name: string, place: Place, names: Names): Plain {
  const { execution, queue, around } = place
  const taking = /^(\w+f\d+)_take_/.exec(name)?.[1]
  if (taking !== undefined) return taken(taking, name, place, names)
  const id = name.slice(0, name.lastIndexOf('_'))
  const { type, parent, flags } = names.element(id)
  const content = { id, type, executionId: name, ...flags, ...(parent && { parent }) }
  if (queue === 'run-q') return { key: 'run.execute', content, properties: {} }
  if (queue === 'execute-q')
    return { key: 'execute.start', content: { ...content, state: 'start', isRootScope: true }, properties: {} }
  const within = { ...content, parent: { ...parent, executionId: execution, ...pathOf(around) }, state: 'start' }
  return {
    key: type === 'bpmn:Process' ? 'process.start' : 'activity.start',
    content: within,
    properties: { ...(type !== 'bpmn:Process' && { persistent: true }), type: 'start', mandatory: false },
  }
}

function taken(flow: string, sequenceId: string, { execution, around, queue }: Place, names: Names): Plain {
  const line = names.flow(flow)
  const isInbound = queue === 'inbound-q'
  const [scope, ...beyond] = around
  return {
    key: 'flow.take',
    content: {
      ...line,
      id: flow,
      type: 'bpmn:Flow',
      isSequenceFlow: true,
      action: 'take',
      sequenceId,
      parent: isInbound
        ? { ...line.parent, executionId: scope?.executionId, ...pathOf(beyond) }
        : { ...line.parent, executionId: execution, ...pathOf(around) },
    },
    properties: { ...(!isInbound && { persistent: true }), type: 'take' },
  }
}

const pathOf = (around: readonly Around[]) => (around.length > 0 ? { path: around } : {})

function cleaned(content: Content): Content {
  const { inbound, ...rest } = without(content, SPENT) as Content
  const calls = inbound?.filter(({ isSequenceFlow }) => !isSequenceFlow).map(cleaned) ?? []
  return calls.length > 0 ? { ...rest, inbound: calls } : rest
}

const without = <T extends object>(object: T, keys: ReadonlySet<string>): T =>
  Object.fromEntries(Object.entries(object).filter(([key, value]) => !keys.has(key) && value !== undefined)) as T
