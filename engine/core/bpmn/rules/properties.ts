/** Refuses zeebe:properties of our own prefix that nobody reads, stand in the wrong place, or stand twice. */
import { quoted } from '../../finding.ts'
import { forbiddenKeys } from '../../json.ts'
import { isVariableName, namesIn } from '../variable.ts'
import { childrenOf, extensionOf, textOf, type ModdleElement } from '../element.ts'
import { MASAR_PROPERTIES } from '../vocabulary.ts'
import type { Links } from '../links.ts'
import type { Report, Rule } from './rule.ts'

/** Their value names a variable. */
const VARIABLES: ReadonlySet<string> = new Set([
  'masar:errorCodeVariable',
  'masar:errorMessageVariable',
  'masar:escalationCodeVariable',
])

export const properties: Rule = {
  name: 'properties',
  says: {
    en: 'Properties of the prefix masar: are known, stand where they mean something, and once.',
    ar: 'الخصائص بالبادئة masar: معروفة وفي موضعها ولا تتكرر.',
  },
  check(diagram, report, links) {
    for (const { element } of diagram.nodes) {
      const seen = new Set<string>()
      for (const property of childrenOf(extensionOf(element, 'zeebe:Properties'), 'properties')) {
        const name = textOf(property, 'name') ?? ''
        if (seen.has(name)) repeated(element, name, report)
        seen.add(name)
        checkProperty(element, name, textOf(property, 'value') ?? '', report)
        if (name === 'masar:deadline' && links) checkDeadline(element, textOf(property, 'value') ?? '', report, links)
        if (name === 'masar:legalBasis' && links) checkLegalBasis(element, textOf(property, 'value'), report, links)
      }
    }
  },
}

function repeated(element: ModdleElement, name: string, report: Report): void {
  report.error(
    element,
    {
      en: `Expected property ${quoted(name)} once, but found it twice`,
      ar: `يجب أن تظهر الخاصية ${quoted(name)} مرة واحدة، لكنها تكررت`,
    },
    { en: 'Remove one of the two', ar: 'احذف إحداهما' },
  )
}

function checkProperty(element: ModdleElement, name: string, value: string, report: Report): void {
  if (name.startsWith('masar:') && MASAR_PROPERTIES[name]?.includes(element.$type) !== true)
    report.error(
      element,
      {
        en: `Expected a masar: property known on ${element.$type}, but found ${quoted(name)}`,
        ar: `يجب أن تكون خاصية masar:‎ معروفة على ${element.$type}، لكن وُجدت ${quoted(name)}`,
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
}

function checkDeadline(element: ModdleElement, id: string, report: Report, links: Links): void {
  if (links.deadlines.has(id)) return
  report.error(
    element,
    {
      en: `Expected a deadline of workflow.json, but none has the id ${quoted(id)}`,
      ar: `يجب أن تكون المهلة معرّفة في workflow.json، لكن لا مهلة بالمعرّف ${quoted(id)}`,
    },
    { en: 'Add it to deadlines or correct the id', ar: 'أضفها إلى deadlines أو صحّح المعرّف' },
  )
}

function checkLegalBasis(element: ModdleElement, value: string | undefined, report: Report, links: Links): void {
  for (const id of namesIn(value).filter((it) => links.legalBasis?.has(it) !== true))
    report.error(
      element,
      {
        en: `Expected an article of workflow.json in masar:legalBasis, but none has the id ${quoted(id)}`,
        ar: `يجب أن يكون السند في masar:legalBasis معرّفًا في workflow.json، لكن لا سند بالمعرّف ${quoted(id)}`,
      },
      { en: 'Add it to legalBasis or correct the id', ar: 'أضفه إلى legalBasis أو صحّح المعرّف' },
    )
}
