/** Refuses every element that the engine has no meaning for: it would be drawn and never done. */
import { childrenOf, isSet } from '../element.ts'
import { DRAWING, FLOW_NODES, ROOT_ELEMENTS } from '../vocabulary.ts'
import type { Rule } from './rule.ts'

export const unsupportedElement: Rule = {
  name: 'unsupported-element',
  says: {
    en: 'Every element is one that the engine executes.',
    ar: 'كل عنصر مما ينفّذه المحرك.',
  },
  check(diagram, report) {
    const refuse = (at: Parameters<typeof report.error>[0]) =>
      report.error(
        at,
        {
          en: `Expected an element this engine executes, but found ${at.$type}`,
          ar: `يجب أن يكون العنصر مما ينفّذه المحرك، لكن وُجد ${at.$type}`,
        },
        {
          en: 'Draw it with supported elements (see the list in the documentation)',
          ar: 'ارسمه بالعناصر المدعومة (انظر القائمة في التوثيق)',
        },
      )
    for (const root of childrenOf(diagram.definitions, 'rootElements'))
      if (!ROOT_ELEMENTS.has(root.$type) && !DRAWING.has(root.$type)) refuse(root)
    for (const node of diagram.nodes) {
      if (node.parent && !(node.type in FLOW_NODES)) refuse(node.element)
      for (const name of ['resources', 'correlationSubscriptions', 'renderings'])
        for (const it of childrenOf(node.element, name)) refuse(it)
    }
    for (const root of childrenOf(diagram.definitions, 'imports')) refuse(root)
    for (const root of childrenOf(diagram.definitions, 'extensions')) if (isSet(root, 'mustUnderstand')) refuse(root)
  },
}
