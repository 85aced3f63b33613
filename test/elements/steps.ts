/** The steps an analyst drags onto the canvas, with the properties panel filled in: one function per kind of step. */
import { attributes, formal, inside, tag, type Step } from './draw.ts'

type Part = Step | string
type Values = Readonly<Record<string, string | number | boolean | undefined>>

/** Properties every step may have. */
export interface Panel {
  readonly inputs?: Readonly<Record<string, string>>
  readonly outputs?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly properties?: Readonly<Record<string, string>>
  readonly loop?: Loop | Again
}

export interface Loop {
  /** A collection, or with `times` none. */
  readonly over?: string
  /** Loop cardinality. */
  readonly times?: string
  readonly item?: string
  readonly sequential?: boolean
  readonly output?: readonly [collection: string, element: string]
  readonly until?: string
}

/** Standard loop. */
export interface Again {
  readonly again: string | undefined
  readonly before?: boolean
  readonly most?: number
}

export interface UserPanel extends Panel {
  readonly form?: string
  readonly assignee?: string
  readonly groups?: string
  readonly users?: string
  readonly due?: string
  readonly followUp?: string
  readonly priority?: string
}

export const gateway =
  (kind: 'exclusive' | 'parallel' | 'inclusive' | 'eventBased') =>
  (id: string): Step => ({
    id,
    tag: `${kind}Gateway`,
    size: [50, 50],
  })
export const exclusive = gateway('exclusive')
export const parallel = gateway('parallel')
export const inclusive = gateway('inclusive')
export const eventBased = gateway('eventBased')
/** @param condition FEEL over activationCount, activationCounts and variables */
export const complex = (id: string, condition?: string): Step => ({
  id,
  tag: 'complexGateway',
  size: [50, 50],
  ...(condition === undefined ? {} : { inner: formal('activationCondition', condition) }),
})

export const user = (id: string, panel: UserPanel = {}): Step =>
  step('userTask', id, panel, [
    '<zeebe:userTask />',
    given('zeebe:formDefinition', { formId: panel.form }),
    given('zeebe:assignmentDefinition', {
      assignee: panel.assignee,
      candidateGroups: panel.groups ?? 'clerks',
      candidateUsers: panel.users,
    }),
    given('zeebe:taskSchedule', { dueDate: panel.due, followUpDate: panel.followUp }),
    given('zeebe:priorityDefinition', { priority: panel.priority }),
  ])

const job =
  (kind: string) =>
  (id: string, panel: Panel & { readonly type?: string; readonly retries?: string } = {}) =>
    step(kind, id, panel, [given('zeebe:taskDefinition', { type: panel.type ?? id, retries: panel.retries })])

export const service = job('serviceTask')
export const sendByWorker = job('sendTask')
export const scriptByWorker = job('scriptTask')
export const ruleByWorker = job('businessRuleTask')

export const script = (id: string, expression: string, resultVariable: string, panel: Panel = {}): Step =>
  step('scriptTask', id, panel, [given('zeebe:script', { expression, resultVariable })])

export const rule = (id: string, decisionId: string, resultVariable: string, panel: Panel = {}): Step =>
  step('businessRuleTask', id, panel, [given('zeebe:calledDecision', { decisionId, resultVariable })])

export const manual = (id: string, panel: Panel = {}): Step => step('manualTask', id, panel)
export const undefinedTask = (id: string): Step => step('task', id, {})

export const sub = (id: string, panel: Panel, ...parts: readonly Part[]): Step => ({
  ...step('subProcess', id, panel),
  size: [350, 200],
  inside: inside(parts),
})

export const transaction = (id: string, panel: Panel, ...parts: readonly Part[]): Step => ({
  ...sub(id, panel, ...parts),
  tag: 'transaction',
})

export const eventSub = (id: string, ...parts: readonly Part[]): Step => ({
  ...sub(id, {}, ...parts),
  attributes: ' triggeredByEvent="true"',
})

export interface AdHocPanel extends Panel {
  readonly ordering?: 'Parallel' | 'Sequential'
  /** FEEL: ids of the steps to begin with. */
  readonly active?: string
  readonly output?: readonly [collection: string, element: string]
  readonly until?: string
  /** false: what still runs at the end is waited for. */
  readonly cancels?: boolean
}

export function adHoc(id: string, panel: AdHocPanel, ...parts: readonly Part[]): Step {
  const { ordering, active, output, until, cancels } = panel
  const made = step('adHocSubProcess', id, panel, [
    given('zeebe:adHoc', {
      activeElementsCollection: active,
      outputCollection: output?.[0],
      outputElement: output?.[1],
    }),
  ])
  return {
    ...made,
    attributes: attributes({ ordering, cancelRemainingInstances: cancels }),
    size: [350, 200],
    inside: inside(parts),
    ...(until === undefined ? {} : { last: formal('completionCondition', until) }),
  }
}

export interface CallPanel extends Panel {
  readonly parent?: boolean
  readonly child?: boolean
}

export const call = (id: string, processId: string, { parent, child, ...panel }: CallPanel = {}): Step =>
  step('callActivity', id, panel, [
    given('zeebe:calledElement', {
      processId,
      propagateAllChildVariables: child ?? false,
      propagateAllParentVariables: parent,
    }),
  ])

/** What sets an event off or what a throwing one sends. */
export interface Trigger {
  readonly inner: string
  readonly roots?: Readonly<Record<string, string>>
}

const rootId = (kind: string, ...parts: readonly string[]): string =>
  `${kind}_${parts.join('_').replace(/[^A-Za-z0-9_]/g, (it) => `x${it.charCodeAt(0).toString(16)}`)}`

const messageRoot = (name: string, key?: string): readonly [id: string, root: Readonly<Record<string, string>>] => {
  const id = rootId('Message', name, key ?? '')
  const subscription = key === undefined ? '' : tag('zeebe:subscription', { correlationKey: key })
  const inner = subscription === '' ? '' : `<bpmn:extensionElements>${subscription}</bpmn:extensionElements>`
  return [id, { [id]: tag('bpmn:message', { id, name }, inner) }]
}

/** @param key FEEL; absent on message start events and throwing ones */
export function message(name: string, key?: string): Trigger {
  const [messageRef, roots] = messageRoot(name, key)
  return { inner: tag('bpmn:messageEventDefinition', { messageRef }), roots }
}

export function signal(name: string): Trigger {
  const id = rootId('Signal', name)
  return {
    inner: tag('bpmn:signalEventDefinition', { signalRef: id }),
    roots: { [id]: tag('bpmn:signal', { id, name }) },
  }
}

/** @param filter variableNames and variableEvents of zeebe:conditionalFilter */
export function condition(text: string, filter: Values = {}): Trigger {
  const extension = given('zeebe:conditionalFilter', filter)
  const extensions = extension === '' ? '' : `<bpmn:extensionElements>${extension}</bpmn:extensionElements>`
  return { inner: tag('bpmn:conditionalEventDefinition', {}, `${extensions}${formal('condition', text)}`) }
}

/** Several definitions of one event. */
export const several = (...triggers: readonly Trigger[]): Trigger => ({
  inner: triggers.map(({ inner }) => inner).join(''),
  roots: Object.assign({}, ...triggers.map(({ roots }) => roots ?? {})) as Readonly<Record<string, string>>,
})

/** All of its definitions are needed. */
export const allNeeded = (step: Step): Step => ({
  ...step,
  attributes: `${step.attributes ?? ''} parallelMultiple="true"`,
})

export function timer(kind: 'timeDate' | 'timeDuration' | 'timeCycle', text: string): Trigger {
  return { inner: `<bpmn:timerEventDefinition>${formal(kind, text)}</bpmn:timerEventDefinition>` }
}
export const after = (duration: string): Trigger => timer('timeDuration', duration)
export const at = (date: string): Trigger => timer('timeDate', date)
export const every = (cycle: string): Trigger => timer('timeCycle', cycle)

/** @param code absent: every error */
export function error(code?: string): Trigger {
  if (code === undefined) return { inner: '<bpmn:errorEventDefinition />' }
  const id = rootId('Error', code)
  const roots = { [id]: tag('bpmn:error', { id, name: code, errorCode: code }) }
  return { inner: tag('bpmn:errorEventDefinition', { errorRef: id }), roots }
}
/** @param activity what a throwing event has undone; absent: everything in its scope */
export const compensation = (activityRef?: string, waitForCompletion?: boolean): Trigger => ({
  inner: tag('bpmn:compensateEventDefinition', { activityRef, waitForCompletion }),
})
/** The step undoes another, which a dotted line joins it to. */
export const undoing = (step: Step): Step => ({
  ...step,
  attributes: `${step.attributes ?? ''} isForCompensation="true"`,
})
/** @param code absent: every escalation */
export function escalation(code?: string): Trigger {
  if (code === undefined) return { inner: '<bpmn:escalationEventDefinition />' }
  const id = rootId('Escalation', code)
  const roots = { [id]: tag('bpmn:escalation', { id, name: code, escalationCode: code }) }
  return { inner: tag('bpmn:escalationEventDefinition', { escalationRef: id }), roots }
}
export const link = (name: string): Trigger => ({ inner: tag('bpmn:linkEventDefinition', { name }) })
export const cancel: Trigger = { inner: '<bpmn:cancelEventDefinition />' }
export const terminate: Trigger = { inner: '<bpmn:terminateEventDefinition />' }

const event =
  (kind: string) =>
  (id: string, trigger: Trigger = { inner: '' }, panel: Panel = {}): Step => ({
    ...step(kind, id, panel),
    size: [36, 36],
    inner: trigger.inner,
    ...(trigger.roots ? { roots: trigger.roots } : {}),
  })

export const start = event('startEvent')
export const end = event('endEvent')
export const caught = event('intermediateCatchEvent')
export const thrown = event('intermediateThrowEvent')

/** On the edge of `host`. */
export const boundary = (id: string, host: string, trigger: Trigger = { inner: '' }, panel: Panel = {}): Step => ({
  ...event('boundaryEvent')(id, trigger, panel),
  attributes: attributes({ attachedToRef: host }),
})

/** Leaves its host, or the scope of its event subprocess, going. */
export const beside = (step: Step): Step => ({
  ...step,
  attributes: `${step.attributes ?? ''}${step.tag === 'startEvent' ? ' isInterrupting="false"' : ' cancelActivity="false"'}`,
})

export interface PublishPanel extends Panel {
  readonly key: string
  readonly messageId?: string
  readonly timeToLive?: string
}

/** Sends the message inside Masar: a throw event, an end event or a send task. */
export function publishing(kind: 'throw' | 'end' | 'task', id: string, name: string, panel: PublishPanel): Step {
  const [messageRef, roots] = messageRoot(name)
  const { key: correlationKey, messageId, timeToLive } = panel
  const extension = given('zeebe:publishMessage', { correlationKey, messageId, timeToLive })
  if (kind === 'task')
    return { ...step('sendTask', id, panel, [extension]), attributes: attributes({ messageRef }), roots }
  const made = step(kind === 'end' ? 'endEvent' : 'intermediateThrowEvent', id, panel, [extension])
  return { ...made, size: [36, 36], inner: tag('bpmn:messageEventDefinition', { messageRef }), roots }
}

/** A worker sends it. */
export const throwingByWorker = (
  kind: 'throw' | 'end',
  id: string,
  panel: Panel & { readonly type?: string } = {},
): Step => ({
  ...job(kind === 'end' ? 'endEvent' : 'intermediateThrowEvent')(id, panel),
  size: [36, 36],
  inner: '<bpmn:messageEventDefinition />',
})

/** Its message begins the process. */
export const instantiating = (step: Step, type?: 'Parallel'): Step => ({
  ...step,
  attributes: `${step.attributes ?? ''}${attributes({ instantiate: true, eventGatewayType: type })}`,
})

/** @param key FEEL; absent on instantiating ones */
export function receive(id: string, name: string, key?: string, panel: Panel = {}): Step {
  const [messageRef, roots] = messageRoot(name, key)
  return { ...step('receiveTask', id, panel), attributes: attributes({ messageRef }), roots }
}

function step(kind: string, id: string, panel: Panel, more: readonly string[] = []): Step {
  const extensions = [...more, ...panelXml(panel)].join('')
  return {
    id,
    tag: kind,
    ...(extensions === '' ? {} : { extensions }),
    ...(panel.loop ? { inner: loopXml(panel.loop) } : {}),
  }
}

/** The element where one of its attributes is given. */
const given = (name: string, values: Values): string =>
  Object.values(values).every((value) => value === undefined) ? '' : tag(name, values)

function panelXml({ inputs = {}, outputs = {}, headers = {}, properties = {} }: Panel): readonly string[] {
  const mapping = (name: string, of: Readonly<Record<string, string>>): string =>
    Object.entries(of)
      .map(([target, source]) => tag(name, { source, target }))
      .join('')
  const mappings = mapping('zeebe:input', inputs) + mapping('zeebe:output', outputs)
  const list = Object.entries(headers).map(([key, value]) => tag('zeebe:header', { key, value }))
  const extra = Object.entries(properties).map(([name, value]) => tag('zeebe:property', { name, value }))
  return [
    mappings === '' ? '' : tag('zeebe:ioMapping', {}, mappings),
    list.length === 0 ? '' : tag('zeebe:taskHeaders', {}, list.join('')),
    extra.length === 0 ? '' : tag('zeebe:properties', {}, extra.join('')),
  ]
}

function loopXml(loop: Loop | Again): string {
  return 'again' in loop ? standardLoopXml(loop) : multiInstanceXml(loop)
}

const standardLoopXml = ({ again, before, most }: Again): string =>
  tag(
    'bpmn:standardLoopCharacteristics',
    { testBefore: before, loopMaximum: most },
    again === undefined ? '' : formal('loopCondition', again),
  )

function multiInstanceXml({ over, times, item, sequential, output, until }: Loop): string {
  const characteristics = given('zeebe:loopCharacteristics', {
    inputCollection: over,
    inputElement: item,
    outputCollection: output?.[0],
    outputElement: output?.[1],
  })
  return tag(
    'bpmn:multiInstanceLoopCharacteristics',
    { isSequential: sequential },
    (characteristics === '' ? '' : `<bpmn:extensionElements>${characteristics}</bpmn:extensionElements>`) +
      (times === undefined ? '' : formal('loopCardinality', times)) +
      (until === undefined ? '' : formal('completionCondition', until)),
  )
}
