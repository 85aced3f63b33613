/** Refuses triggers that an event cannot have at its place: escalations, links, conditions, compensation. */
import { isEventSubProcess, type Node } from '../diagram.ts'
import { childrenOf } from '../element.ts'
import { EVENT_TRIGGERS, SUB_PROCESSES, TOGETHER, type EventPlace } from '../vocabulary.ts'
import type { Rule } from './rule.ts'

const PLACES: Readonly<Record<string, EventPlace>> = {
  'bpmn:EndEvent': 'end',
  'bpmn:IntermediateCatchEvent': 'catch',
  'bpmn:IntermediateThrowEvent': 'throw',
  'bpmn:BoundaryEvent': 'boundary',
}

export const unsupportedEvent: Rule = {
  name: 'unsupported-event',
  says: {
    en: 'An event has a trigger that is allowed at its place.',
    ar: 'للحدث مُطلِق مسموح في موضعه.',
  },
  check(diagram, report) {
    for (const node of diagram.nodes) {
      const place = placeOfEvent(node)
      if (!place) continue
      const found = [...childrenOf(node.element, 'eventDefinitions'), ...childrenOf(node.element, 'eventDefinitionRef')]
      const kinds = found.length === 0 ? ['none'] : found.map((it) => it.$type)
      const allowed: readonly string[] = kinds.length > 1 ? TOGETHER[place] : EVENT_TRIGGERS[place]
      if (kinds.every((kind) => allowed.includes(kind)) && childrenOf(node.element, 'eventDefinitionRef').length === 0)
        continue
      const names = allowed.map(shortName).join(', ')
      const list = kinds.map(shortName).join(', ')
      report.error(
        node.element,
        {
          en: `Expected ${kinds.length > 1 ? 'only triggers that go together' : 'one trigger'} out of ${names} here, but found ${list}`,
          ar: `يجب أن يكون للحدث هنا ${kinds.length > 1 ? 'مُطلِقات تجتمع' : 'مُطلِق واحد'} من: ${names}، لكن وُجد: ${list}`,
        },
        { en: 'Choose one of the supported triggers', ar: 'اختر أحد المُطلِقات المدعومة' },
      )
    }
  },
}

function placeOfEvent(node: Node): EventPlace | undefined {
  if (node.type !== 'bpmn:StartEvent') return PLACES[node.type]
  if (isEventSubProcess(node.parent)) return 'eventSubProcessStart'
  return SUB_PROCESSES.has(node.parent?.type ?? '') ? 'subProcessStart' : 'start'
}

const shortName = (type: string): string => type.replace('bpmn:', '').replace('EventDefinition', '').toLowerCase()
