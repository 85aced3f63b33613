/** Refuses zeebe:properties of our own prefix that nobody reads, stand in the wrong place, or stand twice. */
import { quoted } from '../../finding.ts'
import { childrenOf, extensionOf, textOf } from '../element.ts'
import { MASAR_PROPERTIES } from '../vocabulary.ts'
import type { Rule } from './rule.ts'

export const properties: Rule = {
  name: 'properties',
  check(diagram, report, links) {
    for (const { element, type } of diagram.nodes) {
      const seen = new Set<string>()
      for (const property of childrenOf(extensionOf(element, 'zeebe:Properties'), 'properties')) {
        const name = textOf(property, 'name') ?? ''
        const value = textOf(property, 'value') ?? ''
        if (seen.has(name))
          report.error(
            element,
            {
              en: `Expected property ${quoted(name)} once, but found it twice`,
              ar: `يجب أن تظهر الخاصية ${quoted(name)} مرة واحدة، لكنها تكررت`,
            },
            { en: 'Remove one of the two', ar: 'احذف إحداهما' },
          )
        seen.add(name)
        if (name.startsWith('masar:') && MASAR_PROPERTIES[name]?.includes(type) !== true)
          report.error(
            element,
            {
              en: `Expected a masar: property known on ${type}, but found ${quoted(name)}`,
              ar: `يجب أن تكون خاصية masar:‎ معروفة على ${type}، لكن وُجدت ${quoted(name)}`,
            },
            {
              en: `Known are ${Object.keys(MASAR_PROPERTIES).join(', ')}`,
              ar: `المعروف منها: ${Object.keys(MASAR_PROPERTIES).join('، ')}`,
            },
          )
        if (name === 'masar:deadline' && links && !links.deadlines.has(value))
          report.error(
            element,
            {
              en: `Expected a deadline of workflow.json, but none has the id ${quoted(value)}`,
              ar: `يجب أن تكون المهلة معرّفة في workflow.json، لكن لا مهلة بالمعرّف ${quoted(value)}`,
            },
            { en: 'Add it to deadlines or correct the id', ar: 'أضفها إلى deadlines أو صحّح المعرّف' },
          )
      }
    }
  },
}
