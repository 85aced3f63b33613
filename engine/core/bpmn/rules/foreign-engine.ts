/** Refuses attributes and elements of Camunda 7, Activiti and Flowable: they change what happens, in code we do not run. */
import { childOf, childrenOf, extensionsOf, type ModdleElement } from '../element.ts'
import { FOREIGN_ENGINES } from '../vocabulary.ts'
import type { Report, Rule } from './rule.ts'

/** Say nothing about execution. */
const HARMLESS: ReadonlySet<string> = new Set([
  'historyTimeToLive',
  'versionTag',
  'diagramRelationId',
  'properties',
  'Properties',
])

const PREFIXES = Object.values(FOREIGN_ENGINES)

export const foreignEngine: Rule = {
  name: 'foreign-engine',
  says: {
    en: 'No attribute or element of another engine stands in the drawing; masar import translates those of Camunda 7.',
    ar: 'لا سمة ولا عنصر لمحرك آخر في الرسم؛ ويحوّل masar import ما يخص Camunda 7.',
  },
  check(diagram, report) {
    for (const node of diagram.nodes) {
      const parts = [
        node.element,
        childOf(node.element, 'loopCharacteristics'),
        ...childrenOf(node.element, 'eventDefinitions'),
      ]
      for (const part of parts) if (part) checkElement(part, report)
    }
    for (const flow of diagram.flows) {
      checkElement(flow.element, report)
      const condition = childOf(flow.element, 'conditionExpression')
      if (condition) checkElement(condition, report)
    }
  },
}

function checkElement(element: ModdleElement, report: Report): void {
  const names = [...Object.keys(element.$attrs ?? {}), ...extensionsOf(element).map((it) => it.$type)]
  for (const name of names) {
    const [prefix, local] = name.split(':')
    if (!PREFIXES.includes(prefix ?? '') || HARMLESS.has(local ?? '')) continue
    report.error(
      element,
      {
        en: `Expected the zeebe vocabulary, but found ${name} of another engine`,
        ar: `يجب استعمال مفردات zeebe، لكن وُجد ${name} من محرك آخر`,
      },
      {
        en: 'Rewrite the file with masar import (Camunda 7, Operaton), or write it with zeebe extension elements',
        ar: 'حوّل الملف بالأمر masar import ‏(Camunda 7 وOperaton) أو أعد كتابته بعناصر zeebe',
      },
    )
  }
}
