/** Where in a drawing expressions stand: one table, read by the rule that parses them all. */
import { associationsOf } from './data.ts'
import { conditionOf, definitionsOf, type Diagram, type Node } from './diagram.ts'
import { childOf, childrenOf, extensionsOf, propertiesOf, textOf, type ModdleElement } from './element.ts'
import { TIMER_KINDS } from './timer-text.ts'

export interface Written {
  /** Element to name in a finding. */
  readonly at: ModdleElement
  /** "condition", "zeebe:assignmentDefinition assignee". */
  readonly field: string
  readonly text: string
  /** always: plain text would mean nothing here, FEEL after "=" is expected. never: it is read before any case exists. */
  readonly feel: 'always' | 'allowed' | 'never'
  /** Named by the expression itself. */
  readonly language?: string
}

const FIELDS: Readonly<Record<string, Readonly<Record<string, Written['feel']>>>> = {
  'zeebe:TaskDefinition': { type: 'allowed', retries: 'allowed' },
  'zeebe:AssignmentDefinition': { assignee: 'allowed', candidateGroups: 'allowed', candidateUsers: 'allowed' },
  'zeebe:TaskSchedule': { dueDate: 'allowed', followUpDate: 'allowed' },
  'zeebe:PriorityDefinition': { priority: 'allowed' },
  'zeebe:Script': { expression: 'always', resultVariable: 'never' },
  'zeebe:PublishMessage': { correlationKey: 'allowed', messageId: 'allowed', timeToLive: 'allowed' },
  'zeebe:AdHoc': { activeElementsCollection: 'always', outputCollection: 'never', outputElement: 'always' },
  'zeebe:CalledElement': { processId: 'never' },
  'zeebe:CalledDecision': { decisionId: 'never', resultVariable: 'never' },
  'zeebe:FormDefinition': { formId: 'never' },
  'zeebe:LoopCharacteristics': {
    inputCollection: 'always',
    inputElement: 'never',
    outputCollection: 'never',
    outputElement: 'always',
  },
  'zeebe:ConditionalFilter': { variableNames: 'never', variableEvents: 'never' },
  'zeebe:Subscription': { correlationKey: 'always' },
  'zeebe:Input': { source: 'allowed', target: 'never' },
  'zeebe:Output': { source: 'allowed', target: 'never' },
}

const PROPERTIES = ['masar:correlationKey', 'masar:messageId', 'masar:timeToLive', 'masar:governorate'] as const

export function expressionsIn(diagram: Diagram): readonly Written[] {
  return [
    ...childrenOf(diagram.definitions, 'rootElements')
      .filter((it) => it.$type === 'bpmn:Message' || it.$type === 'bpmn:Signal')
      .flatMap(inNamed),
    ...diagram.nodes.flatMap(inNode),
    ...diagram.flows.flatMap((it) => body(it.element, 'condition', conditionOf(it), 'always')),
  ]
}

/** A message or signal. */
function inNamed(root: ModdleElement): readonly Written[] {
  return [...field(root, 'name', root, 'name', 'allowed'), ...inExtensions(root, root)]
}

function inNode(node: Node): readonly Written[] {
  const loop = childOf(node.element, 'loopCharacteristics')
  const properties = propertiesOf(node.element)
  return [
    ...inExtensions(node.element, node.element),
    ...associationsOf(node).flatMap((it) => inAssociation(node, it)),
    ...(loop ? inExtensions(node.element, loop) : []),
    ...body(node.element, 'completionCondition', childOf(loop, 'completionCondition'), 'always'),
    ...body(node.element, 'completionCondition', childOf(node.element, 'completionCondition'), 'always'),
    ...body(node.element, 'activationCondition', childOf(node.element, 'activationCondition'), 'always'),
    ...childrenOf(loop, 'complexBehaviorDefinition').flatMap((it) =>
      body(node.element, 'complexBehaviorDefinition condition', childOf(it, 'condition'), 'always'),
    ),
    ...body(node.element, 'loopCondition', childOf(loop, 'loopCondition'), 'always'),
    ...body(node.element, 'loopCardinality', childOf(loop, 'loopCardinality'), 'allowed'),
    ...definitionsOf(node).flatMap((definition) => [
      ...TIMER_KINDS.flatMap((it) => body(node.element, it, childOf(definition, it), 'allowed')),
      ...body(node.element, 'condition', childOf(definition, 'condition'), 'always'),
      ...inExtensions(node.element, definition),
    ]),
    ...PROPERTIES.flatMap((name): readonly Written[] => {
      const text = properties.get(name)
      return text ? [{ at: node.element, field: name, text, feel: 'allowed' }] : []
    }),
  ]
}

function inAssociation(node: Node, association: ModdleElement): readonly Written[] {
  return [
    ...body(node.element, 'transformation', childOf(association, 'transformation'), 'always'),
    ...childrenOf(association, 'assignment').flatMap((it) =>
      body(node.element, 'assignment from', childOf(it, 'from'), 'always'),
    ),
  ]
}

function inExtensions(at: ModdleElement, holder: ModdleElement): readonly Written[] {
  return extensionsOf(holder).flatMap((extension) =>
    extension.$type === 'zeebe:IoMapping'
      ? [...childrenOf(extension, 'inputParameters'), ...childrenOf(extension, 'outputParameters')].flatMap((it) =>
          inExtension(at, it),
        )
      : inExtension(at, extension),
  )
}

function inExtension(at: ModdleElement, extension: ModdleElement): readonly Written[] {
  return Object.entries(FIELDS[extension.$type] ?? {}).flatMap(([name, feel]) =>
    field(at, `${lowerFirst(extension.$type)} ${name}`, extension, name, feel),
  )
}

function field(
  at: ModdleElement,
  label: string,
  holder: ModdleElement,
  name: string,
  feel: Written['feel'],
): readonly Written[] {
  const text = textOf(holder, name)
  return text === undefined ? [] : [{ at, field: label, text, feel }]
}

function body(
  at: ModdleElement,
  label: string,
  holder: ModdleElement | undefined,
  feel: Written['feel'],
): readonly Written[] {
  if (!holder) return []
  const language = textOf(holder, 'language')
  const written = { at, field: label, text: textOf(holder, 'body') ?? '', feel }
  return [language === undefined ? written : { ...written, language }]
}

const lowerFirst = (type: string): string => type.replace(/:(.)/, (it) => it.toLowerCase())
