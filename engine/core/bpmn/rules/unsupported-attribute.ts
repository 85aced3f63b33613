/** Refuses attributes that would change what a step does in a way this engine cannot follow. */
import { definitionsOf, type Diagram, type Node } from '../diagram.ts'
import { isSet, isWritten, textOf, type ModdleElement } from '../element.ts'
import type { Report, Rule } from './rule.ts'

interface Unsupported {
  readonly attribute: string
  found(element: ModdleElement): boolean
}

const written = (attribute: string): Unsupported => ({
  attribute,
  found: (it) => isWritten(it, attribute) && it.get(attribute) !== undefined,
})
const yes = (attribute: string): Unsupported => ({ attribute, found: (it) => isSet(it, attribute) })
const other = (attribute: string, only: unknown): Unsupported => ({
  attribute,
  found: (it) => isWritten(it, attribute) && it.get(attribute) !== only,
})

const ON_STEPS: readonly Unsupported[] = [
  other('startQuantity', 1),
  other('completionQuantity', 1),
  written('operationRef'),
  written('calledElement'),
  { attribute: 'implementation', found: (it) => textOf(it, 'implementation')?.startsWith('##') === false },
  written('retryCounter'),
  written('supportedInterfaceRef'),
]

export const unsupportedAttribute: Rule = {
  name: 'unsupported-attribute',
  says: {
    en: 'No attribute changes an element in a way the engine does not follow.',
    ar: 'لا سمة تغيّر عنصرًا بما لا يتبعه المحرك.',
  },
  check(diagram, report) {
    for (const node of diagram.nodes) checkNode(node, report)
    for (const flow of diagram.flows) refuseAll(flow.element, [yes('isImmediate')], report)
    checkExpressionLanguage(diagram, report)
  },
}

function checkNode(node: Node, report: Report): void {
  refuseAll(node.element, ON_STEPS, report)
  for (const it of definitionsOf(node)) refuseAll(it, [written('operationRef')], report)
}

function refuseAll(element: ModdleElement, table: readonly Unsupported[], report: Report): void {
  for (const { attribute, found } of table) if (found(element)) refuse(element, attribute, report)
}

function refuse(at: ModdleElement, attribute: string, report: Report): void {
  report.error(
    at,
    {
      en: `Expected no ${attribute} on ${at.$type}, because this engine does not follow it, but found one`,
      ar: `يجب ألا تُستعمل ${attribute} على ${at.$type} لأن المحرك لا ينفّذها، لكنها وُجدت`,
    },
    {
      en: `Remove ${attribute} and draw its meaning with supported elements`,
      ar: `احذف ${attribute} وارسم معناها بالعناصر المدعومة`,
    },
  )
}

/** The file-wide default counts where an expression names no language of its own. */
function checkExpressionLanguage(diagram: Diagram, report: Report): void {
  const language = textOf(diagram.definitions, 'expressionLanguage')
  if (language !== undefined && isWritten(diagram.definitions, 'expressionLanguage') && !isFeelLanguage(language))
    refuse(diagram.definitions, `expressionLanguage "${language.slice(0, 80)}"`, report)
}

/** FEEL by any of its names, or XPath where a modeller writes the standard's default and means nothing by it. */
export function isFeelLanguage(language: string): boolean {
  return (
    /^feel$/i.test(language) ||
    /^https?:\/\/www\.omg\.org\/spec\/(?:DMN|FEEL)\//i.test(language) ||
    language === 'http://www.w3.org/1999/XPath'
  )
}
