/** What an event wants undone is in its reach, and can be undone. */
import { isEventSubProcess, definitionOf, type Node } from '../diagram.ts'
import { childOf } from '../element.ts'
import { undoingIn } from '../undoing.ts'
import type { Report, Rule } from './rule.ts'

const THROWS: ReadonlySet<string> = new Set(['bpmn:IntermediateThrowEvent', 'bpmn:EndEvent'])

export const compensationThrows: Rule = {
  name: 'compensation-throws',
  says: {
    en: 'What an event wants undone is in its reach and can be undone.',
    ar: 'ما يطلب الحدث إلغاء أثره في متناوله ويمكن إلغاؤه.',
  },
  check(diagram, report) {
    const { canBeUndone } = undoingIn(diagram)
    const nodes = new Map(diagram.nodes.map((it) => [it.element, it]))
    for (const node of diagram.nodes) {
      const definition = definitionOf(node, 'bpmn:CompensateEventDefinition')
      const meant = childOf(definition, 'activityRef')
      if (meant === undefined) continue
      const activity = nodes.get(meant)
      if (!THROWS.has(node.type)) misplaced(node, report)
      else if (!activity || !scopesOf(node).includes(activity.parent)) outOfReach(node, meant.id ?? '?', report)
      else if (!canBeUndone(activity)) cannotBeUndone(node, activity, report)
    }
  },
}

/** Its own scope and, out of event subprocesses, the one around. */
function scopesOf(node: Node): readonly (Node | undefined)[] {
  const scopes: (Node | undefined)[] = []
  for (let at = node.parent; at; at = isEventSubProcess(at) ? at.parent : undefined) scopes.push(at)
  return scopes
}

function misplaced(node: Node, report: Report): void {
  report.error(
    node.element,
    {
      en: `Expected no activityRef on ${node.id}, because only throwing events name what is undone, but found one`,
      ar: `يجب ألا يكون للحدث ${node.id} قيمة activityRef لأن أحداث الرمي وحدها تسمّي ما يُلغى أثره، لكنها وُجدت`,
    },
    { en: 'Remove activityRef', ar: 'احذف activityRef' },
  )
}

function outOfReach(node: Node, meant: string, report: Report): void {
  report.error(
    node.element,
    {
      en: `Expected ${node.id} to undo an activity of its own scope, or of the scope around its event subprocess, but ${meant} is none`,
      ar: `يجب أن يلغي ${node.id} أثر نشاط في نطاقه أو في النطاق المحيط بإجرائه الفرعي بالحدث، لكن ${meant} ليس كذلك`,
    },
    {
      en: 'Name an activity of the same scope, or remove activityRef to undo everything completed there',
      ar: 'سمِّ نشاطًا في النطاق نفسه، أو احذف activityRef لإلغاء أثر كل ما اكتمل فيه',
    },
  )
}

function cannotBeUndone(node: Node, { id }: Node, report: Report): void {
  report.error(
    node.element,
    {
      en: `Expected ${node.id} to undo an activity with a compensation event on its edge or inside, but ${id} has none`,
      ar: `يجب أن يلغي ${node.id} أثر نشاط على حدّه أو في داخله حدث تعويض، لكن ${id} ليس له ذلك`,
    },
    { en: 'Attach a compensation event to the activity', ar: 'ثبّت حدث تعويض على النشاط' },
  )
}
