/** What one step adds to what is known: for itself and what it holds, and for those that come after it. */
import { inputsOf, loopInputOf, loopOutputOf, outputsOf, propertiesIn } from '../../bpmn/data.ts'
import { definitionsOf, type Node } from '../../bpmn/diagram.ts'
import { childOf, childrenOf, extensionOf, propertiesOf, textOf, type ModdleElement } from '../../bpmn/element.ts'
import { variablePath } from '../../bpmn/variable.ts'
import type { Decision } from '../../dmn/decision.ts'
import type { JsonObject } from '../../json.ts'
import type { Form } from '../form.ts'
import { connectorResult, failureOf, isConnector } from './connector-results.ts'
import { typeOfExpression, type Lookup } from './expression-type.ts'
import { answersOf, typeOfDescribed } from './json-types.ts'
import { ANY, NUMBER, TEXT, either, type Origin, type Variable, type VariableType } from './variable.ts'

/** JSON Schema of what an operation of a data-bus service answers; undefined where nothing is known of it. */
export type Replies = (asked: AskedService) => JsonObject | undefined

export interface AskedService {
  readonly service: string
  readonly method: string
  /** Of the element template the step was made from, where it was: it names the operation. */
  readonly template?: string
}

/** A name, and of what kind it is once it is known what the names in its expression are. */
export interface Given {
  readonly name: string
  readonly type: (lookup: Lookup) => VariableType
  readonly origin: Origin
  readonly title?: Variable['title']
}

/** What is known somewhere; open: there may be more. */
export interface Scope {
  readonly given: readonly Given[]
  readonly isOpen: boolean
}

export interface NodeGives {
  /** Known inside the step alone. */
  readonly locals: readonly Given[]
  /** What it has when it is done, for its own output mappings. */
  readonly own: readonly Given[]
  /** What leaves it. */
  readonly results: readonly Given[]
  /** It may have anything when it is done: a worker, a message or another procedure says. */
  readonly isOpen: boolean
  /** And all of that leaves it. */
  readonly leaks: boolean
  /** It fails with data nobody here knows. */
  readonly failsWithAnything: boolean
}

/** What the package itself and its surroundings say of what steps give. */
export interface Sayings {
  readonly forms: ReadonlyMap<string, Form>
  readonly decisions?: ReadonlyMap<string, Decision>
  readonly replies?: Replies
}

export function givenBy(node: Node, sayings: Sayings): NodeGives {
  const { element, id } = node
  const mapping = extensionOf(element, 'zeebe:IoMapping')
  const { own, isOpen } = ownOf(node, sayings)
  const inputs = [...mapped(mapping, 'inputParameters', 'input', id), ...associated(inputsOf(node), 'input', id)]
  const mappedOut = [...mapped(mapping, 'outputParameters', 'result', id), ...associated(outputsOf(node), 'result', id)]
  const outputs = mappedOut.map((it) => knowing([...own, ...inputs], it))
  const always = [...collectionOf(node), ...codesOf(node), ...(isThrowing(node) ? inputs : failuresOf(node, own))]
  return {
    locals: [
      ...inputs,
      ...loopOf(node),
      ...propertiesIn(node).map((it) => given(it.name, { kind: 'property', element: id }, it.otherwise)),
    ],
    own,
    results: [...always, ...(outputs.length > 0 ? outputs : own)],
    isOpen,
    leaks: isOpen && outputs.length === 0,
    failsWithAnything: isOpen && jobOf(element) !== undefined,
  }
}

/** What a step maps out is made of what it has when it is done, before what is around it. */
function knowing(own: readonly Given[], { type, ...mapping }: Given): Given {
  const near =
    (around: Lookup): Lookup =>
    (name) => {
      const [first, ...more] = own.filter((it) => it.name === name)
      return first ? more.reduce((sum, it) => either(sum, it.type(around)), first.type(around)) : around(name)
    }
  return { ...mapping, type: (around) => type(near(around)) }
}

const isThrowing = ({ type }: Node): boolean => type === 'bpmn:EndEvent' || type === 'bpmn:IntermediateThrowEvent'

const jobOf = (element: ModdleElement): string | undefined =>
  textOf(extensionOf(element, 'zeebe:TaskDefinition'), 'type')

/** What a connector says when it fails, whatever the step maps out when it does not. */
function failuresOf({ element, id }: Node, own: readonly Given[]): readonly Given[] {
  const job = jobOf(element)
  if (job === undefined || !isConnector(job)) return []
  const failure = failureOf(job, { kind: 'result', element: id })
  return [...own, ...(failure ? [plain(failure.name, failure.type, { kind: 'result', element: id })] : [])]
}

function given(name: string, origin: Origin, source?: string): Given {
  return { name, origin, type: (lookup) => (source === undefined ? ANY : typeOfExpression(source, lookup, origin)) }
}

const plain = (name: string, type: VariableType, origin: Origin): Given => ({ name, type: () => type, origin })

function mapped(
  mapping: ModdleElement | undefined,
  list: 'inputParameters' | 'outputParameters',
  kind: 'input' | 'result',
  element: string,
): readonly Given[] {
  return associated(
    childrenOf(mapping, list).map((it) => ({
      source: textOf(it, 'source') ?? '',
      target: textOf(it, 'target')?.trim() ?? '',
    })),
    kind,
    element,
  )
}

function associated(
  mappings: readonly { readonly source: string; readonly target: string }[],
  kind: 'input' | 'result',
  element: string,
): readonly Given[] {
  const origin: Origin = { kind, element }
  return mappings.flatMap(({ source, target }) => {
    const [name, ...more] = variablePath(target) ?? []
    if (name === undefined) return []
    const type = (lookup: Lookup): VariableType => within(more, typeOfExpression(source, lookup, origin), origin)
    return [{ name, origin, type }]
  })
}

/** "applicant.name" says of applicant that it has a name. */
const within = (path: readonly string[], type: VariableType, origin: Origin): VariableType =>
  path.reduceRight<VariableType>((inner, name) => ({ kind: 'object', fields: [{ name, type: inner, origin }] }), type)

function loopOf(node: Node): readonly Given[] {
  const loop = childOf(node.element, 'loopCharacteristics')
  if (!loop) return []
  const origin: Origin = { kind: 'loop', element: node.id }
  const characteristics = extensionOf(loop, 'zeebe:LoopCharacteristics')
  const item = textOf(characteristics, 'inputElement') ?? textOf(childOf(loop, 'inputDataItem'), 'name')
  const collection = textOf(characteristics, 'inputCollection') ?? loopInputOf(node) ?? ''
  const output = textOf(childOf(loop, 'outputDataItem'), 'name')
  return [
    plain('loopCounter', NUMBER, origin),
    ...(output === undefined ? [] : [plain(output, ANY, origin)]),
    ...(item === undefined
      ? []
      : [{ name: item, origin, type: (lookup: Lookup) => itemOf(collection, lookup, origin) }]),
  ]
}

function itemOf(collection: string, lookup: Lookup, origin: Origin): VariableType {
  const type = typeOfExpression(collection, lookup, origin)
  return type.kind === 'list' ? type.of : ANY
}

function collectionOf(node: Node): readonly Given[] {
  const loop = childOf(node.element, 'loopCharacteristics')
  const names = [
    textOf(extensionOf(loop, 'zeebe:LoopCharacteristics'), 'outputCollection'),
    textOf(extensionOf(node.element, 'zeebe:AdHoc'), 'outputCollection'),
    loopOutputOf(node),
  ]
  return names.flatMap((name): readonly Given[] =>
    name === undefined ? [] : [plain(name, { kind: 'list', of: ANY }, { kind: 'result', element: node.id })],
  )
}

const CODES = ['masar:errorCodeVariable', 'masar:errorMessageVariable', 'masar:escalationCodeVariable'] as const

function codesOf(node: Node): readonly Given[] {
  const properties = propertiesOf(node.element)
  return CODES.flatMap((it): readonly Given[] => {
    const name = properties.get(it)?.trim()
    return name ? [plain(name, TEXT, { kind: 'result', element: node.id })] : []
  })
}

interface Own {
  readonly own: readonly Given[]
  readonly isOpen: boolean
}

const NOTHING: Own = { own: [], isOpen: false }
const OPEN: Own = { own: [], isOpen: true }

function ownOf(node: Node, { forms, decisions, replies }: Sayings): Own {
  const { element, type, id } = node
  const origin: Origin = { kind: 'result', element: id }
  const script = extensionOf(element, 'zeebe:Script')
  const called = extensionOf(element, 'zeebe:CalledDecision')
  const result = textOf(script ?? called, 'resultVariable')
  const ruled = decisions?.get(textOf(called, 'decisionId') ?? '')?.result
  if (result !== undefined && ruled)
    return { own: [plain(result, typeOfDescribed(ruled, origin), origin)], isOpen: false }
  if (result !== undefined) return { own: [given(result, origin, textOf(script, 'expression'))], isOpen: false }
  if (type === 'bpmn:UserTask') return ofTask(node, forms)
  const job = jobOf(element)
  if (job !== undefined) {
    const answer = connectorResult(job, headersOf(element), origin, replyOf(element, replies, origin))
    return answer ? { own: [plain(answer.name, answer.type, origin)], isOpen: false } : OPEN
  }
  if (isThrowing(node)) return NOTHING
  const brings = definitionsOf(node).some((it) => BRINGS.has(it.$type))
  return brings || OPEN_STEPS.has(type) ? OPEN : NOTHING
}

/** What the service answers that a step asks, where its name and method are written plainly. */
function replyOf(element: ModdleElement, replies: Replies | undefined, origin: Origin): VariableType | undefined {
  const inputs = childrenOf(extensionOf(element, 'zeebe:IoMapping'), 'inputParameters')
  const input = (name: string): string => {
    const source =
      textOf(
        inputs.find((it) => textOf(it, 'target') === name),
        'source',
      ) ?? ''
    return /^=\s*"([^"\\]*)"$/.exec(source.trim())?.[1] ?? source
  }
  const template = textOf(element, 'zeebe:modelerTemplate')
  const schema = replies?.({
    service: input('service'),
    method: input('method') || 'GET',
    ...(template && { template }),
  })
  return schema && typeOfDescribed(schema, origin)
}

/** Events that come with data of somebody else. */
const BRINGS: ReadonlySet<string> = new Set(['bpmn:MessageEventDefinition', 'bpmn:SignalEventDefinition'])
const OPEN_STEPS: ReadonlySet<string> = new Set(['bpmn:ReceiveTask', 'bpmn:SendTask', 'bpmn:ServiceTask'])

function ofTask({ element, id }: Node, forms: ReadonlyMap<string, Form>): Own {
  const form = forms.get(textOf(extensionOf(element, 'zeebe:FormDefinition'), 'formId') ?? '')
  if (!form) return OPEN
  const origin: Origin = { kind: 'form', form: form.id, element: id }
  return { own: answersOf(form.schema, form.texts, origin).map(fixed), isOpen: false }
}

export const fixed = ({ type, ...variable }: Variable): Given => ({ ...variable, type: () => type })

const headersOf = (element: ModdleElement): ReadonlyMap<string, string> =>
  new Map(
    childrenOf(extensionOf(element, 'zeebe:TaskHeaders'), 'values').map((it) => [
      textOf(it, 'key') ?? '',
      textOf(it, 'value') ?? '',
    ]),
  )
