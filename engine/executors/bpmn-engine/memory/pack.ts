/**
 * The library's state, 5 to 13 KB for a small process, in a few hundred bytes.
 *
 * What every run has (exchanges, counters, times, names of consumers, variables: all empty, new or ours) is left out. Most
 * runs wait at the same point, with the same messages in the same queues; such a run is only named. What is different, as
 * a loop half way, is kept as it is.
 */
import { isDeepStrictEqual } from 'node:util'
import type { JsonObject } from '../../../core/json.ts'
import type { Drawing } from '../library/drawing.ts'
import {
  type Around,
  type Message,
  type Place,
  type Small as SmallMessage,
  packMessage,
  unpackMessage,
} from './messages.ts'
import { type Names, namesOf } from './names.ts'

/** A definition, process or activity, as the library writes it. */
interface Run {
  readonly id: string
  readonly type?: string
  readonly stopped?: boolean
  readonly executionId?: string
  readonly status?: string
  readonly broker?: { readonly queues?: readonly Queue[] }
  readonly execution?: Inside
}

interface Inside {
  readonly executionId?: string
  readonly status?: string
  readonly completed?: boolean
  /** Of a subprocess that is not left yet. */
  readonly emptied?: boolean
  /** Insides of a loop. */
  readonly executions?: readonly Inside[]
  readonly processes?: readonly Run[]
  readonly children?: readonly Run[]
}

interface Queue {
  readonly name: string
  readonly messages?: readonly Message[]
}

/** A run that waits as most do is its execution id alone. */
type SmallRun = string | Kept

interface Kept {
  readonly i: string
  readonly e?: string
  readonly s?: string
  readonly q?: Readonly<Record<string, readonly SmallMessage[]>>
  readonly x?: SmallInside
}

interface SmallInside {
  /** Where it is not that of its run. */
  readonly e?: string
  readonly s?: string
  readonly c?: true
  readonly d?: true
  readonly l?: readonly SmallInside[]
  readonly p?: readonly SmallRun[]
  readonly a?: readonly SmallRun[]
}

export const packed = (state: JsonObject, drawing: Drawing): JsonObject =>
  packRun(state as unknown as Run, [], namesOf(drawing)) as unknown as JsonObject

export const unpacked = (small: JsonObject, drawing: Drawing): JsonObject =>
  unpackRun(small as unknown as Kept, [], namesOf(drawing)) as unknown as JsonObject

function packRun(
  { id, executionId, status, broker, execution }: Run,
  around: readonly Around[],
  names: Names,
): SmallRun {
  const e = executionId ?? ''
  const q = (broker?.queues ?? []).flatMap(({ name, messages = [] }) => {
    const place = { execution: e, around, queue: name }
    const kept = messages.filter(isKept).map((message) => packMessage(message, place, names))
    return kept.length > 0 ? [[name, kept] as const] : []
  })
  const kept = {
    i: id,
    ...(executionId !== undefined && { e }),
    ...(status !== undefined && { s: status }),
    ...(q.length > 0 && { q: Object.fromEntries(q) }),
    ...(execution && { x: packInside(execution, { id, executionId: e, around }, names) }),
  }
  return isDeepStrictEqual(kept, waiting(e)) ? e : kept
}

/** The run whose inside it is. */
interface Of {
  readonly id: string
  readonly executionId: string
  readonly around: readonly Around[]
}

/** What is around the elements of an inside. */
const within = ({ id, executionId, around }: Of, own: string | undefined, names: Names): readonly Around[] => [
  { id, type: names.element(id).type, executionId: own ?? executionId },
  ...around,
]

/** The library forgets others itself when it recovers. */
const isKept = ({ properties }: Message): boolean => properties['persistent'] !== false

/** The run of an element that was told to start and has nothing inside. */
const waiting = (execution: string): Kept => ({
  i: execution.slice(0, execution.lastIndexOf('_')),
  e: execution,
  s: 'executing',
  q: { 'run-q': [execution], 'execute-q': [execution] },
  x: {},
})

function packInside(inside: Inside, of: Of, names: Names): SmallInside {
  const { executionId, status, completed, emptied, executions, processes, children } = inside
  const own = within(of, executionId, names)
  return {
    ...(executionId !== undefined && executionId !== of.executionId && { e: executionId }),
    ...(status !== undefined && { s: status }),
    ...(completed && { c: true as const }),
    ...(emptied && { d: true as const }),
    ...(executions && { l: executions.map((one) => packInside(one, of, names)) }),
    ...(processes && { p: processes.map((one) => packRun(one, [], names)) }),
    ...(children && { a: children.map((one) => packRun(one, own, names)) }),
  }
}

function unpackRun(small: SmallRun, around: readonly Around[], names: Names): Run {
  const { i, e, s, q = {}, x } = typeof small === 'string' ? waiting(small) : small
  return {
    id: i,
    type: names.element(i).type,
    stopped: false,
    ...(e !== undefined && { executionId: e }),
    ...(s !== undefined && { status: s }),
    broker: {
      queues: Object.entries(q).map(([name, messages]) =>
        unpackQueue(messages, { execution: e ?? '', around, queue: name }, names),
      ),
    },
    ...(x && { execution: unpackInside(x, { id: i, executionId: e ?? '', around }, names) }),
  }
}

const OPTIONS = { autoDelete: false, durable: true }

const unpackQueue = (messages: readonly SmallMessage[], place: Place, names: Names) => ({
  name: place.queue,
  options: OPTIONS,
  messages: messages.map((message) => unpackMessage(message, place, names)),
})

function unpackInside({ e, s, c, d, l, p, a }: SmallInside, of: Of, names: Names): Inside {
  const own = within(of, e, names)
  const isEmpty = s === undefined
  return {
    stopped: false,
    completed: c === true,
    ...(d && { emptied: true }),
    ...(!isEmpty && { executionId: e ?? of.executionId, status: s }),
    ...(l && { executions: l.map((one) => unpackInside(one, of, names)) }),
    ...(p && { processes: p.map((one) => unpackRun(one, [], names)) }),
    ...(a && { children: a.map((one) => unpackRun(one, own, names)) }),
  } as Inside
}
