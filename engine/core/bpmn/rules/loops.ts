/** A step done once per item says which list it goes through, and collects results under a name or not at all. */
import { childOf, extensionOf, textOf } from '../element.ts'
import type { Rule } from './rule.ts'

export const loops: Rule = {
  name: 'loops',
  check(diagram, report) {
    for (const node of diagram.nodes) {
      const drawn = childOf(node.element, 'loopCharacteristics')
      if (drawn?.$type !== 'bpmn:MultiInstanceLoopCharacteristics') continue
      const loop = extensionOf(drawn, 'zeebe:LoopCharacteristics')
      if (textOf(loop, 'inputCollection') === undefined)
        report.error(
          node.element,
          {
            en: `Expected the multi-instance ${node.id} to have zeebe:loopCharacteristics with an inputCollection, but found none`,
            ar: `يجب أن يكون للنشاط المتكرر ${node.id} عنصر zeebe:loopCharacteristics له inputCollection، لكن لم يوجد`,
          },
          { en: 'Write the list it goes through, e.g. =founders', ar: 'اكتب القائمة التي يمر عليها، مثل ‎=founders‎' },
        )
      if ((textOf(loop, 'outputCollection') === undefined) !== (textOf(loop, 'outputElement') === undefined))
        report.error(
          node.element,
          {
            en: `Expected outputCollection and outputElement of ${node.id} together, but found only one`,
            ar: `يجب أن يرد outputCollection وoutputElement معًا في ${node.id}، لكن وُجد أحدهما فقط`,
          },
          { en: 'Give both or none', ar: 'اكتبهما معًا أو احذفهما' },
        )
    }
  },
}
