/** Events with several definitions: one suffices, or with parallelMultiple all are needed; each is told from the others. */
import type { Text } from '../../text.ts'
import { definitionsOf, type Node } from '../diagram.ts'
import { childOf, extensionOf, isSet, textOf, type ModdleElement } from '../element.ts'
import { isProcessStart } from '../starts.ts'
import { ALL_NEEDED } from '../vocabulary.ts'
import type { Rule } from './rule.ts'

export const multipleEvents: Rule = {
  name: 'multiple-events',
  says: {
    en: 'An event with several definitions names each once; parallelMultiple needs several that can all come.',
    ar: 'الحدث متعدد التعريفات يسمّي كلًا منها مرة، وparallelMultiple يحتاج إلى عدة تعريفات يمكن أن تقع كلها.',
  },
  check(diagram, report) {
    for (const node of diagram.nodes) {
      const definitions = definitionsOf(node)
      const isParallel = isSet(node.element, 'parallelMultiple')
      const fault =
        (isParallel && faultOfAll(node, definitions)) || (definitions.length > 1 && faultOfSeveral(node, definitions))
      if (fault) report.error(node.element, fault.message, fault.remedy)
    }
  },
}

interface Fault {
  readonly message: Text
  readonly remedy: Text
}

function faultOfAll(node: Node, definitions: readonly ModdleElement[]): Fault | undefined {
  if (definitions.length < 2)
    return {
      message: {
        en: `Expected several definitions on ${node.id}, because parallelMultiple needs all of them, but found ${String(definitions.length)}`,
        ar: `يجب أن تكون للحدث ${node.id} عدة تعريفات لأن parallelMultiple يحتاج إليها كلها، لكن عددها ${String(definitions.length)}`,
      },
      remedy: { en: 'Remove parallelMultiple or add what else is needed', ar: 'احذف parallelMultiple أو أضف ما يلزم' },
    }
  const wrong = definitions.find((it) => !ALL_NEEDED.has(it.$type) || childOf(it, 'timeCycle') !== undefined)
  return wrong && cannotAll(node, wrong)
}

const cannotAll = (node: Node, wrong: ModdleElement): Fault => ({
  message: {
    en: `Expected messages, times, signals and conditions that come once on ${node.id}, where all are needed, but found ${nameOf(wrong)}`,
    ar: `يجب أن تكون للحدث ${node.id} رسائل ومواعيد وإشارات وشروط تقع مرة، لأنها لازمة كلها، لكن وُجد ${nameOf(wrong)}`,
  },
  remedy: { en: 'Draw an event of its own for it', ar: 'ارسم له حدثًا خاصًا به' },
})

function faultOfSeveral(node: Node, definitions: readonly ModdleElement[]): Fault | undefined {
  const names = definitions.map(wanted)
  const twice = names.find((name, index) => name !== undefined && names.indexOf(name) < index)
  if (twice !== undefined) return repeated(node, twice)
  const kinds = definitions.map(({ $type }) => $type)
  const once = ONCE_AT_START.find((kind) => isProcessStart(node) && kinds.filter((it) => it === kind).length > 1)
  if (once !== undefined) return repeated(node, shortName(once))
  return extensionOf(node.element, 'zeebe:TaskDefinition') && kinds.some((kind) => kind !== MESSAGE || kinds.length > 1)
    ? byWorker(node)
    : undefined
}

const MESSAGE = 'bpmn:MessageEventDefinition'
const ONCE_AT_START = ['bpmn:TimerEventDefinition', 'bpmn:ConditionalEventDefinition'] as const

/** By what it is told from others of its kind; times and conditions may be many. */
function wanted(definition: ModdleElement): string | undefined {
  const [ref, name] = REFERENCES[definition.$type] ?? []
  if (ref === undefined || name === undefined)
    return definition.$type === 'bpmn:TerminateEventDefinition' ? 'terminate' : undefined
  return `${shortName(definition.$type)} ${textOf(childOf(definition, ref), name) ?? ''}`
}

const REFERENCES: Readonly<Record<string, readonly [reference: string, name: string]>> = {
  [MESSAGE]: ['messageRef', 'name'],
  'bpmn:SignalEventDefinition': ['signalRef', 'name'],
  'bpmn:ErrorEventDefinition': ['errorRef', 'errorCode'],
  'bpmn:EscalationEventDefinition': ['escalationRef', 'escalationCode'],
}

const shortName = (type: string): string => type.replace('bpmn:', '').replace('EventDefinition', '').toLowerCase()
const nameOf = (definition: ModdleElement): string =>
  childOf(definition, 'timeCycle') === undefined ? shortName(definition.$type) : 'timeCycle'

const repeated = (node: Node, what: string): Fault => ({
  message: {
    en: `Expected each definition of ${node.id} once, but found "${what.slice(0, 80)}" again`,
    ar: `يجب أن يرد كل تعريف للحدث ${node.id} مرة واحدة، لكن تكرر "${what.slice(0, 80)}"`,
  },
  remedy: { en: 'Remove one of the two', ar: 'احذف أحدهما' },
})

const byWorker = (node: Node): Fault => ({
  message: {
    en: `Expected ${node.id} to do by itself all that it throws, but it hands a job to a worker as well`,
    ar: `يجب أن ينفّذ ${node.id} بنفسه كل ما يطلقه، لكنه يسلّم عملًا لعامل أيضًا`,
  },
  remedy: {
    en: 'Remove zeebe:taskDefinition, or draw a throw event of its own for the job',
    ar: 'احذف zeebe:taskDefinition أو ارسم للعمل حدث إطلاق خاصًا به',
  },
})
