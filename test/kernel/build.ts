/**
 * Procedures for tests, drawn in a few lines: elements by name, flows as text.
 *
 *   draw('main', [start('s'), user('review'), end('e')], ['s -> review -> e'])
 *   ['x -> yes if amount > 10', 'x -> no default']
 *
 * Text that begins with "=" is FEEL, other text stands for itself, as in a package. A flow is called "from_to".
 */
import { parseExpression } from '../../engine/core/bpmn/expression.ts'
import type { FeelExpression } from '../../engine/core/feel/feel.ts'
import type { Decision } from '../../engine/core/dmn/decision.ts'
import { type ProgramKey, programKey } from '../../engine/core/ids.ts'
import {
  type Trigger,
  type Element,
  type Flow,
  type Mapping,
  type MultiInstance,
  type Program,
  type SendDefinition,
  type StandardLoop,
  type TimerDefinition,
  type UserTaskDefinition,
  singleTriggers,
} from '../../engine/core/program.ts'

type Base =
  | 'index'
  | 'id'
  | 'name'
  | 'parent'
  | 'incoming'
  | 'outgoing'
  | 'inputs'
  | 'outputs'
  | 'boundaries'
  | 'eventSubProcesses'
  | 'headers'
  | 'properties'
  | 'loop'
type Own<E = Element> = E extends Element ? Omit<E, Base> : never
type Texts<T> = { readonly [K in keyof T]: T[K] extends FeelExpression | undefined ? string : T[K] }

export interface Extra {
  /** Target -> source. */
  readonly in?: Readonly<Record<string, string>>
  readonly out?: Readonly<Record<string, string>>
  readonly each?: Omit<Partial<Texts<MultiInstance>>, 'kind'>
  readonly again?: Omit<Partial<Texts<StandardLoop>>, 'kind'>
  readonly headers?: Readonly<Record<string, string>>
}

export interface Node {
  readonly id: string
  readonly own: (found: (id: string) => number) => Own
  readonly extra: Extra
  readonly inside: readonly Node[]
  readonly flows: readonly string[]
  /** Host of a boundary event. */
  readonly on?: string
}

export function expression(text: string): FeelExpression {
  const parsed = parseExpression(text)
  if (!parsed.ok) throw new Error(`${parsed.reason} in ${text}`)
  return parsed.expression
}

const node = (
  id: string,
  own: Own | Node['own'],
  extra: Extra = {},
  inside: readonly Node[] = [],
  flows: readonly string[] = [],
): Node => ({
  id,
  own: typeof own === 'function' ? own : () => own,
  extra,
  inside,
  flows,
})

const fixed = expression
const optional = <K extends string>(key: K, text: string | undefined) =>
  text === undefined ? {} : ({ [key]: expression(text) } as Record<K, FeelExpression>)

export const start = (id: string) => node(id, { kind: 'startEvent' })
export const messageStart = (id: string, name: string) =>
  node(id, { kind: 'startEvent', trigger: { kind: 'message', message: { name: fixed(name) } } })
export const end = (id: string) => node(id, { kind: 'endEvent' })
export const terminateEnd = (id: string) => node(id, { kind: 'endEvent', throws: { kind: 'terminate' } })
export const errorEnd = (id: string, code: string) => node(id, { kind: 'endEvent', throws: { kind: 'error', code } })
export const milestone = (id: string, extra?: Extra) => node(id, { kind: 'throwEvent' }, extra)
export const manual = (id: string, extra?: Extra) => node(id, { kind: 'manualTask' }, extra)

export function user(id: string, task: Partial<Texts<UserTaskDefinition>> = {}, extra: Extra = {}): Node {
  const { form, fourEyes = [], ...texts } = task
  const expressions = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, expression(text)]))
  return node(id, { kind: 'userTask', task: { ...expressions, fourEyes, ...(form !== undefined && { form }) } }, extra)
}

const jobOf = (type: string, retries: string) => ({ type: fixed(type), retries: fixed(retries) })
export const service = (id: string, extra: Extra = {}, type = id, retries = '3') =>
  node(id, { kind: 'serviceTask', job: jobOf(type, retries) }, extra)
export type Sender = 'sendTask' | 'throwEvent' | 'endEvent'

const sending = (kind: Sender, send: SendDefinition): Own =>
  kind === 'sendTask' ? { kind, send } : { kind, throws: { kind: 'message', send } }

export const sendJob = (id: string, kind: Sender = 'sendTask') =>
  node(id, sending(kind, { kind: 'job', job: jobOf(id, '3') }))

interface Publish {
  readonly name: string
  readonly key: string
  readonly messageId?: string
  readonly timeToLive?: string
}
export const publish = (
  id: string,
  { name, key, messageId, timeToLive }: Publish,
  extra: Extra = {},
  kind: Sender = 'throwEvent',
) =>
  node(
    id,
    sending(kind, {
      kind: 'publish',
      name: fixed(name),
      correlationKey: fixed(key),
      ...optional('messageId', messageId),
      ...optional('timeToLive', timeToLive),
    }),
    extra,
  )

const message = (name: string, key: string) => ({ name: fixed(name), correlationKey: fixed(key) })
export const receive = (id: string, name: string, key: string, extra?: Extra) =>
  node(id, { kind: 'receiveTask', message: message(name, key) }, extra)
export const messageCatch = (id: string, name: string, key: string, extra?: Extra) =>
  node(id, { kind: 'catchEvent', trigger: onMessage(name, key) }, extra)
export const signalCatch = (id: string, name: string, extra?: Extra) =>
  node(id, { kind: 'catchEvent', trigger: { kind: 'signal', signal: { name: fixed(name) } } }, extra)
export const severalCatch = (id: string, triggers: readonly Trigger[], parallel: boolean) =>
  node(id, {
    kind: 'catchEvent',
    trigger: { kind: 'multiple', triggers: triggers.flatMap((trigger) => singleTriggers(trigger)), parallel },
  })
export const conditionCatch = (id: string, text: string, extra?: Extra) =>
  node(id, { kind: 'catchEvent', trigger: { kind: 'conditional', condition: { condition: expression(text) } } }, extra)
export const signalThrow = (id: string, name: string, extra?: Extra) =>
  node(id, { kind: 'throwEvent', throws: { kind: 'signal', signal: { name: fixed(name) } } }, extra)
export const timerCatch = (id: string, timer: TimerDefinition) =>
  node(id, { kind: 'catchEvent', trigger: onTimer(timer) })
export const script = (id: string, text: string, resultVariable: string, extra?: Extra) =>
  node(id, { kind: 'scriptTask', expression: expression(text), resultVariable }, extra)
export const rule = (id: string, decisionId: string, resultVariable: string, extra?: Extra) =>
  node(id, { kind: 'businessRuleTask', decisionId, resultVariable }, extra)

export const xor = (id: string) => node(id, { kind: 'exclusiveGateway' })
export const and = (id: string) => node(id, { kind: 'parallelGateway' })
export const or = (id: string) => node(id, { kind: 'inclusiveGateway' })
export const complex = (id: string, activationCondition?: string) =>
  node(id, { kind: 'complexGateway', ...optional('activationCondition', activationCondition) })
export const first = (id: string) => node(id, { kind: 'eventBasedGateway' })

export const sub = (id: string, inside: readonly Node[], flows: readonly string[], extra?: Extra) =>
  node(id, { kind: 'subProcess' }, extra, inside, flows)

interface Call {
  readonly parents?: boolean
  readonly children?: boolean
}
export const call = (id: string, called: ProgramKey, { parents = true, children = true }: Call = {}, extra?: Extra) =>
  node(
    id,
    { kind: 'callActivity', called, propagateAllParentVariables: parents, propagateAllChildVariables: children },
    extra,
  )

export const after = (text: string): TimerDefinition => ({ kind: 'duration', after: fixed(text) })
export const at = (text: string): TimerDefinition => ({ kind: 'date', at: fixed(text) })
export const every = (text: string): TimerDefinition => ({ kind: 'cycle', every: fixed(text) })

export const onTimer = (timer: TimerDefinition): Trigger => ({ kind: 'timer', timer })
export const onMessage = (name: string, key: string): Trigger => ({
  kind: 'message',
  message: message(name, key),
})
export const onSignal = (name: string): Trigger => ({ kind: 'signal', signal: { name: fixed(name) } })
export const onCondition = (text: string): Trigger => ({
  kind: 'conditional',
  condition: { condition: expression(text) },
})
export const onError = (code?: string, codeVariable?: string, messageVariable?: string): Trigger => ({
  kind: 'error',
  ...(code !== undefined && { code }),
  ...(codeVariable !== undefined && { codeVariable }),
  ...(messageVariable !== undefined && { messageVariable }),
})

export const boundary = (id: string, on: string, trigger: Trigger, interrupting = true, extra: Extra = {}): Node => ({
  ...node(id, (found) => ({ kind: 'boundaryEvent', attachedTo: found(on), interrupting, trigger }), extra),
  on,
})

export const onEscalation = (code?: string, codeVariable?: string): Trigger => ({
  kind: 'escalation',
  ...(code !== undefined && { code }),
  ...(codeVariable !== undefined && { codeVariable }),
})
export const escalate = (id: string, code: string, extra: Extra = {}, kind: 'throwEvent' | 'endEvent' = 'throwEvent') =>
  node(id, { kind, throws: { kind: 'escalation', code } }, extra)

/** Where `on` is undone: by the activity called `handler`. */
export const undone = (id: string, on: string, handler: string): Node => ({
  ...node(id, (found) => ({
    kind: 'boundaryEvent',
    attachedTo: found(on),
    interrupting: true,
    trigger: { kind: 'compensation', handler: found(handler) },
  })),
  on,
})
export const onCompensation: Trigger = { kind: 'compensation' }

/** A step and what undoes it: "x" and "un_x". */
export const undoable = (id: string, extra?: Extra, handler?: Extra): readonly Node[] => [
  service(id, extra),
  undone(`c_${id}`, id, `un_${id}`),
  service(`un_${id}`, handler),
]

interface Undo {
  readonly kind?: 'throwEvent' | 'endEvent'
  readonly activity?: string
  readonly waits?: boolean
}
/** Has one activity undone, or everything in its scope. */
export const undo = (id: string, { kind = 'throwEvent', activity, waits = true }: Undo = {}): Node =>
  node(id, (found) => ({
    kind,
    throws: { kind: 'compensation', waits, ...(activity !== undefined && { activity: found(activity) }) },
  }))

export const transaction = (id: string, inside: readonly Node[], flows: readonly string[], extra?: Extra) =>
  node(id, { kind: 'transaction' }, extra, inside, flows)
export const cancelEnd = (id: string) => node(id, { kind: 'endEvent', throws: { kind: 'cancel' } })
export const onCancel: Trigger = { kind: 'cancel' }

/** Its start event is called "<id>_start". */
export const eventSub = (
  id: string,
  trigger: Trigger,
  interrupting: boolean,
  inside: readonly Node[],
  flows: readonly string[],
): Node =>
  node(
    id,
    (found) => ({ kind: 'eventSubProcess', start: found(`${id}_start`) }),
    {},
    [node(`${id}_start`, { kind: 'eventStart', trigger, interrupting }), ...inside],
    flows,
  )

interface Placed {
  readonly node: Node
  readonly parent: number
}

export const keyOf = (id: string): ProgramKey => programKey('test', '1.0.0', id)

export function draw(
  id: string,
  nodes: readonly Node[],
  flows: readonly string[],
  decisions: readonly Decision[] = [],
): Program {
  const process = node(id, { kind: 'process' }, {}, nodes, flows)
  const placed = place(process, -1, [])
  const byId = new Map(placed.map(({ node: { id: name } }, index) => [name, index]))
  const found = (name: string): number => {
    const index = byId.get(name)
    if (index === undefined) throw new Error(`No element ${name} in ${id}`)
    return index
  }
  const drawn = placed.flatMap(({ node: { flows: texts } }) => texts).flatMap(flowTexts)
  const lines = drawn.map((flow, index) => lineOf(flow, index, found))
  const elements = placed.map(({ node: one, parent }, index) =>
    elementOf(one, index, parent, placed, drawn, lines, found),
  )
  return {
    key: keyOf(id),
    processId: id,
    name: id,
    elements,
    flows: lines,
    byId,
    decisions: new Map(decisions.map((decision) => [decision.id, decision])),
  }
}

function place(one: Node, parent: number, into: Placed[]): Placed[] {
  const index = into.push({ node: one, parent }) - 1
  for (const inner of one.inside) place(inner, index, into)
  return into
}

interface FlowText {
  readonly from: string
  readonly to: string
  readonly condition?: string
  readonly isDefault: boolean
}

function flowTexts(text: string): FlowText[] {
  const [path = '', condition] = text.split(' if ')
  const isDefault = path.endsWith(' default')
  const names = path
    .replace(/ default$/, '')
    .split('->')
    .map((name) => name.trim())
  return names.slice(1).map((to, index) => ({
    from: names[index] ?? '',
    to,
    isDefault,
    ...(condition !== undefined && { condition }),
  }))
}

const lineOf = ({ from, to, condition }: FlowText, index: number, found: (id: string) => number): Flow => ({
  index,
  id: `${from}_${to}`,
  from: found(from),
  to: found(to),
  ...(condition !== undefined && { condition: expression(`=${condition}`) }),
})

function elementOf(
  { id, own, extra }: Node,
  index: number,
  parent: number,
  placed: readonly Placed[],
  drawn: readonly FlowText[],
  lines: readonly Flow[],
  found: (id: string) => number,
): Element {
  const part = own(found)
  const where = <T>(all: readonly T[], holds: (one: T) => boolean): number[] =>
    all.flatMap((one, at) => (holds(one) ? [at] : []))
  const standard = drawn.findIndex(({ from, isDefault }) => isDefault && from === id)
  return {
    index,
    id,
    name: id,
    parent,
    incoming: where(lines, ({ to }) => to === index),
    outgoing: where(lines, ({ from }) => from === index),
    inputs: mappings(extra.in),
    outputs: mappings(extra.out),
    boundaries: where(placed, ({ node: { on } }) => on === id),
    eventSubProcesses: where(
      placed,
      ({ node: other, parent: at }) => at === index && other.own(found).kind === 'eventSubProcess',
    ),
    headers: extra.headers ?? {},
    properties: {},
    ...(extra.each && { loop: loopOf(extra.each) }),
    ...(extra.again && { loop: standardLoopOf(extra.again) }),
    ...part,
    ...(standard >= 0 && { defaultFlow: standard }),
  } as Element
}

const mappings = (texts: Readonly<Record<string, string>> = {}): Mapping[] =>
  Object.entries(texts).map(([target, source]) => ({ source: expression(source), target: target.split('.') }))

const loopOf = ({
  sequential = false,
  inputCollection,
  loopCardinality,
  inputElement,
  outputCollection,
  outputElement,
  completionCondition,
}: NonNullable<Extra['each']>): MultiInstance => ({
  kind: 'multiInstance',
  sequential,
  ...optional('inputCollection', inputCollection),
  ...optional('loopCardinality', loopCardinality),
  ...(inputElement !== undefined && { inputElement }),
  ...(outputCollection !== undefined && { outputCollection }),
  ...optional('outputElement', outputElement),
  ...optional('completionCondition', completionCondition),
})

const standardLoopOf = ({
  testBefore = false,
  loopCondition,
  loopMaximum,
}: NonNullable<Extra['again']>): StandardLoop => ({
  kind: 'standardLoop',
  testBefore,
  ...optional('loopCondition', loopCondition),
  ...(loopMaximum !== undefined && { loopMaximum }),
})
