/** The file an analyst would have saved: BPMN 2.0 with zeebe's words for mappings, jobs and lists. */
import type {
  Feel,
  Flow,
  Inside,
  Loop,
  Mapping,
  MultiInstance,
  Node,
  ProcessDrawing,
  Result,
  StandardLoop,
  Timer,
  Trigger,
  Work,
} from './drawing.ts'

const NAMESPACES = [
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ')

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

type Attributes = Readonly<Record<string, string | boolean | undefined>>

function tag(name: string, attributes: Attributes, inner = ''): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escape(String(value))}"`]))
    .join('')
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`
}

const formal = (name: string, text: string): string =>
  tag(`bpmn:${name}`, { 'xsi:type': 'bpmn:tFormalExpression' }, escape(text))

/** One file with all processes. */
export function xmlOf(processes: readonly ProcessDrawing[]): string {
  const roots = new Map<string, string>()
  const drawn = processes.map((it) => tag('bpmn:process', { id: it.id, isExecutable: true }, insideOf(it, roots)))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<bpmn:definitions ${NAMESPACES} id="definitions" targetNamespace="agree">\n${drawn.join('\n')}\n${[...roots.values()].join('\n')}\n</bpmn:definitions>`
}

type Roots = Map<string, string>

const insideOf = (inside: Inside, roots: Roots): string =>
  [
    ...inside.nodes.map((it) => nodeOf(it, roots)),
    ...inside.flows.map(flowOf),
    ...inside.nodes.map(associationOf),
  ].join('')

/** From a compensation event on an edge to the activity that undoes. */
const associationOf = (node: Node): string =>
  node.kind === 'boundary' && node.trigger.kind === 'compensation'
    ? tag('bpmn:association', {
        id: `${node.id}_undone`,
        associationDirection: 'One',
        sourceRef: node.id,
        targetRef: node.trigger.handler,
      })
    : ''

const flowOf = ({ id, from, to, condition }: Flow): string =>
  tag(
    'bpmn:sequenceFlow',
    { id, sourceRef: from, targetRef: to },
    condition === undefined ? '' : formal('conditionExpression', `=${condition}`),
  )

function nodeOf(node: Node, roots: Roots): string {
  const { name, attributes, extensions = '', inner = '' } = own(node, roots)
  const extended = `${extensions}${mappings(node)}`
  return tag(
    `bpmn:${name}`,
    { id: node.id, default: node.otherwise, isForCompensation: node.isForCompensation, ...attributes },
    `${extended === '' ? '' : tag('bpmn:extensionElements', {}, extended)}${inner}${node.loop ? loopOf(node.loop) : ''}`,
  )
}

interface Own {
  readonly name: string
  readonly attributes?: Attributes
  readonly extensions?: string
  readonly inner?: string
}

function own(node: Node, roots: Roots): Own {
  switch (node.kind) {
    case 'start':
      return { name: 'startEvent' }
    case 'eventStart':
      return {
        name: 'startEvent',
        attributes: node.trigger.kind === 'compensation' ? {} : { isInterrupting: node.interrupting },
        inner: triggerOf(node.trigger, roots),
      }
    case 'end':
      return { name: 'endEvent', ...resultOf(node.result, roots) }
    case 'throw':
      return { name: 'intermediateThrowEvent', ...resultOf(node.result, roots) }
    case 'catch':
      return { name: 'intermediateCatchEvent', inner: triggerOf(node.trigger, roots) }
    case 'boundary':
      return {
        name: 'boundaryEvent',
        attributes: {
          attachedToRef: node.on,
          cancelActivity: node.trigger.kind === 'compensation' ? undefined : node.interrupting,
        },
        inner: triggerOf(node.trigger, roots),
      }
    case 'task':
      return workOf(node.work, node.id, roots)
    case 'exclusive':
    case 'parallel':
    case 'inclusive':
    case 'eventBased':
      return { name: `${node.kind}Gateway` }
    case 'complex':
      return { name: 'complexGateway', inner: optional('activationCondition', node.activation) }
    case 'subProcess':
      return { name: node.isTransaction ? 'transaction' : 'subProcess', inner: insideOf(node.inside, roots) }
    case 'adHoc':
      return {
        name: 'adHocSubProcess',
        attributes: {
          ordering: node.sequential ? 'Sequential' : 'Parallel',
          cancelRemainingInstances: node.cancelRemaining,
        },
        extensions: tag('zeebe:adHoc', { activeElementsCollection: `=${node.active}` }),
        inner: `${insideOf(node.inside, roots)}${optional('completionCondition', node.completion)}`,
      }
    case 'eventSubProcess':
      return { name: 'subProcess', attributes: { triggeredByEvent: true }, inner: insideOf(node.inside, roots) }
    case 'call':
      return {
        name: 'callActivity',
        extensions: tag('zeebe:calledElement', {
          processId: node.process,
          propagateAllParentVariables: node.everything,
          propagateAllChildVariables: node.everything,
        }),
      }
  }
}

const job = (type: string): string => tag('zeebe:taskDefinition', { type })

function workOf(work: Work, id: string, roots: Roots): Own {
  switch (work.kind) {
    case 'user':
      return { name: 'userTask', extensions: tag('zeebe:userTask', {}) }
    case 'service':
      return { name: 'serviceTask', extensions: job(id) }
    case 'send':
      return { name: 'sendTask', extensions: job(id) }
    case 'receive':
      return { name: 'receiveTask', attributes: { messageRef: messageOf(work.name, work.key, roots) } }
    case 'script':
      return {
        name: 'scriptTask',
        extensions: tag('zeebe:script', { expression: `=${work.expression}`, resultVariable: work.result }),
      }
    case 'manual':
      return { name: 'manualTask' }
    case 'abstract':
      return { name: 'task' }
  }
}

function triggerOf(trigger: Trigger, roots: Roots): string {
  switch (trigger.kind) {
    case 'timer':
      return tag('bpmn:timerEventDefinition', {}, timerOf(trigger.timer))
    case 'message':
      return tag('bpmn:messageEventDefinition', { messageRef: messageOf(trigger.name, trigger.key, roots) })
    case 'compensation':
      return tag('bpmn:compensateEventDefinition', {})
    case 'signal':
      return signalOf(trigger.name, roots)
    case 'condition':
      return tag('bpmn:conditionalEventDefinition', {}, formal('condition', `=${trigger.condition}`))
    case 'escalation':
      return escalationOf(trigger.code, roots)
    case 'cancel':
      return tag('bpmn:cancelEventDefinition', {})
    case 'link':
      return tag('bpmn:linkEventDefinition', { name: trigger.name })
    case 'error':
      return tag('bpmn:errorEventDefinition', {
        errorRef: trigger.code === undefined ? undefined : errorOf(trigger.code, roots),
      })
  }
}

const timerOf = (timer: Timer): string =>
  timer.kind === 'duration'
    ? formal('timeDuration', `PT${String(timer.hours)}H`)
    : formal('timeCycle', `R${String(timer.times)}/PT${String(timer.hours)}H`)

function resultOf(result: Result, roots: Roots): Omit<Own, 'name'> {
  switch (result.kind) {
    case 'none':
      return {}
    case 'signal':
      return { inner: signalOf(result.name, roots) }
    case 'escalation':
      return { inner: escalationOf(result.code, roots) }
    case 'cancel':
      return { inner: tag('bpmn:cancelEventDefinition', {}) }
    case 'link':
      return { inner: tag('bpmn:linkEventDefinition', { name: result.name }) }
    case 'terminate':
      return { inner: tag('bpmn:terminateEventDefinition', {}) }
    case 'error':
      return { inner: tag('bpmn:errorEventDefinition', { errorRef: errorOf(result.code, roots) }) }
    case 'compensation':
      return {
        inner: tag('bpmn:compensateEventDefinition', {
          activityRef: result.activity,
          waitForCompletion: result.waits,
        }),
      }
    case 'message':
      return { extensions: job(result.name), inner: tag('bpmn:messageEventDefinition', {}) }
  }
}

function messageOf(name: string, key: Feel, roots: Roots): string {
  const id = `message_${name}_${key.replaceAll(/\W/g, '_')}`
  const subscription = tag('zeebe:subscription', { correlationKey: `=${key}` })
  roots.set(id, tag('bpmn:message', { id, name }, tag('bpmn:extensionElements', {}, subscription)))
  return id
}

function signalOf(name: string, roots: Roots): string {
  const id = `signal_${name}`
  roots.set(id, tag('bpmn:signal', { id, name }))
  return tag('bpmn:signalEventDefinition', { signalRef: id })
}

function escalationOf(code: string | undefined, roots: Roots): string {
  if (code === undefined) return tag('bpmn:escalationEventDefinition', {})
  const id = `escalation_${code}`
  roots.set(id, tag('bpmn:escalation', { id, escalationCode: code, name: code }))
  return tag('bpmn:escalationEventDefinition', { escalationRef: id })
}

function errorOf(code: string, roots: Roots): string {
  roots.set(`error_${code}`, tag('bpmn:error', { id: `error_${code}`, errorCode: code, name: code }))
  return `error_${code}`
}

function mappings({ inputs = [], outputs = [] }: Node): string {
  const write = (name: string) => (it: Mapping) => tag(`zeebe:${name}`, { source: `=${it.source}`, target: it.target })
  const inner = [...inputs.map(write('input')), ...outputs.map(write('output'))].join('')
  return inner === '' ? '' : tag('zeebe:ioMapping', {}, inner)
}

const loopOf = (loop: Loop): string => (loop.kind === 'standard' ? standardLoop(loop) : multiInstance(loop))

function multiInstance({ sequential, over, output, completion }: MultiInstance): string {
  const loop = tag('zeebe:loopCharacteristics', {
    ...('collection' in over && { inputCollection: `=${over.collection}`, inputElement: over.item }),
    outputCollection: output?.collection,
    outputElement: output === undefined ? undefined : `=${output.element}`,
  })
  const extensions = tag('bpmn:extensionElements', {}, loop)
  const cardinality = 'cardinality' in over ? formal('loopCardinality', `=${over.cardinality}`) : ''
  return tag(
    'bpmn:multiInstanceLoopCharacteristics',
    { isSequential: sequential },
    `${extensions}${cardinality}${optional('completionCondition', completion)}`,
  )
}

const standardLoop = ({ testBefore, condition, maximum }: StandardLoop): string =>
  tag(
    'bpmn:standardLoopCharacteristics',
    { testBefore, loopMaximum: maximum === undefined ? undefined : String(maximum) },
    optional('loopCondition', condition),
  )

const optional = (name: string, condition: Feel | undefined): string =>
  condition === undefined ? '' : formal(name, `=${condition}`)
