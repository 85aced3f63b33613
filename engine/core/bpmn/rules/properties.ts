/** Refuses zeebe:properties of our own prefix that nobody reads, stand in the wrong place, or stand twice. */
import { quoted } from '../../finding.ts'
import { forbiddenKeys } from '../../json.ts'
import { isVariableName } from '../variable.ts'
import { childrenOf, extensionOf, textOf } from '../element.ts'
import { MASAR_PROPERTIES } from '../vocabulary.ts'
import type { Rule } from './rule.ts'

/** Their value names a variable. */
const VARIABLES: ReadonlySet<string> = new Set(['masar:errorCodeVariable', 'masar:errorMessageVariable'])

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
        if (forbiddenKeys.has(name) || (VARIABLES.has(name) && !isVariableName(value)))
          report.error(
            element,
            {
              en: `Expected a plain name in property ${quoted(name)}, but found ${quoted(value)}`,
              ar: `يجب أن تكون الخاصية ${quoted(name)} اسمًا عاديًا، لكن وُجد ${quoted(value)}`,
            },
            { en: 'Write a name of letters, digits and "_"', ar: 'اكتب اسمًا من حروف وأرقام و"_"' },
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
