/** How much may hang on one step: a procedure stays one that a person can read, and no step costs the server much. */
import type { Text } from '../../text.ts'
import { attachedTo, isEventSubProcess, type Diagram, type Node } from '../diagram.ts'
import { childrenOf, extensionOf, textOf, type ModdleElement } from '../element.ts'
import type { Report, Rule } from './rule.ts'

interface Crowd {
  readonly what: Text
  readonly most: number
  count(node: Node, hanging: ReadonlyMap<unknown, number>): number
}

const inMapping =
  (list: string) =>
  ({ element }: Node): number =>
    childrenOf(extensionOf(element, 'zeebe:IoMapping'), list).length

const LONG_ID = { what: { en: 'characters in an id', ar: 'محرف في المعرّف' }, most: 200 }

const CROWDS: readonly Crowd[] = [
  {
    what: { en: 'flows into one element', ar: 'سهم داخل إلى عنصر واحد' },
    most: 200,
    count: (node) => node.incoming.length,
  },
  {
    what: { en: 'flows out of one element', ar: 'سهم خارج من عنصر واحد' },
    most: 200,
    count: (node) => node.outgoing.length,
  },
  {
    what: { en: 'events on the border of one activity', ar: 'حدث على حدود نشاط واحد' },
    most: 50,
    count: ({ element }, hanging) => hanging.get(element) ?? 0,
  },
  {
    what: { en: 'start events and event subprocesses in one process', ar: 'حدث بدء وإجراء فرعي بالحدث في إجراء واحد' },
    most: 50,
    count: (node, hanging) => hanging.get(node) ?? 0,
  },
  {
    what: { en: 'input mappings on one element', ar: 'ربط إدخال لعنصر واحد' },
    most: 200,
    count: inMapping('inputParameters'),
  },
  {
    what: { en: 'output mappings on one element', ar: 'ربط إخراج لعنصر واحد' },
    most: 200,
    count: inMapping('outputParameters'),
  },
  { ...LONG_ID, count: ({ id }) => id.length },
  {
    what: { en: 'characters in a name', ar: 'محرف في الاسم' },
    most: 1_000,
    count: ({ element }) => textOf(element, 'name')?.length ?? 0,
  },
]

export const crowds: Rule = {
  name: 'crowds',
  says: {
    en: 'Only so much hangs on one element, so that a person can read the procedure.',
    ar: 'لا يُعلَّق بعنصر واحد إلا قدر محدود، ليبقى الإجراء مقروءًا.',
  },
  check(diagram, report) {
    const hanging = hangingOn(diagram)
    for (const node of diagram.nodes)
      for (const { what, most, count } of CROWDS) tell(node.element, what, most, count(node, hanging), report)
    for (const { element, id } of diagram.flows) tell(element, LONG_ID.what, LONG_ID.most, id.length, report)
  },
}

function tell(at: ModdleElement, what: Text, most: number, found: number, report: Report): void {
  if (found <= most) return
  report.error(
    at,
    {
      en: `Expected at most ${String(most)} ${what.en}, but found ${String(found)}`,
      ar: `الحد الأقصى ${String(most)} ${what.ar}، لكن وُجد ${String(found)}`,
    },
    { en: 'Divide the procedure into subprocesses', ar: 'قسّم الإجراء إلى إجراءات فرعية' },
  )
}

/** Border events by the activity they hang on, starts and event subprocesses by the scope they stand in. */
function hangingOn(diagram: Diagram): ReadonlyMap<unknown, number> {
  const counts = new Map<unknown, number>()
  for (const node of diagram.nodes) {
    const on =
      node.type === 'bpmn:BoundaryEvent'
        ? attachedTo(node)
        : node.type === 'bpmn:StartEvent' || isEventSubProcess(node)
          ? node.parent
          : undefined
    if (on !== undefined) counts.set(on, (counts.get(on) ?? 0) + 1)
  }
  return counts
}
