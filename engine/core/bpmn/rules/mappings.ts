/** What goes into a step and what comes out of it has a source, a readable name, and no name twice. */
import { quoted } from '../../finding.ts'
import { childOf, childrenOf, extensionOf, textOf, type ModdleElement } from '../element.ts'
import type { Node } from '../diagram.ts'
import { isVariableName, variablePath } from '../variable.ts'
import type { Report, Rule } from './rule.ts'

const NAMES: readonly (readonly [extension: string, attribute: string])[] = [
  ['zeebe:Script', 'resultVariable'],
  ['zeebe:CalledDecision', 'resultVariable'],
  ['zeebe:LoopCharacteristics', 'inputElement'],
  ['zeebe:LoopCharacteristics', 'outputCollection'],
  ['zeebe:AdHoc', 'outputCollection'],
]

export const mappings: Rule = {
  name: 'mappings',
  says: {
    en: 'A mapping has a source, a readable target, and no target twice.',
    ar: 'لكل ربط مصدر وهدف مقروء، ولا يتكرر هدف.',
  },
  check(diagram, report) {
    for (const node of diagram.nodes) {
      const { element } = node
      const mapping = extensionOf(element, 'zeebe:IoMapping')
      if (hasHappened(node) && childrenOf(mapping, 'inputParameters').length > 0) noInputs(element, report)
      checkList(element, childrenOf(mapping, 'inputParameters'), 'input', report)
      checkList(element, childrenOf(mapping, 'outputParameters'), 'output', report)
      for (const [type, attribute] of NAMES)
        for (const holder of [element, childOf(element, 'loopCharacteristics')]) {
          const name = textOf(extensionOf(holder, type), attribute)
          if (name !== undefined && !isVariableName(name)) badName(element, attribute, name, report)
        }
    }
  },
}

/** Its event comes before the token: there is nothing left to prepare. */
const hasHappened = (node: Node): boolean =>
  node.type === 'bpmn:StartEvent' ||
  node.type === 'bpmn:BoundaryEvent' ||
  node.incoming.some((flow) => flow.from?.type === 'bpmn:EventBasedGateway')

function noInputs(at: ModdleElement, report: Report): void {
  report.error(
    at,
    {
      en: `Expected no input mapping on ${at.id ?? '?'}, because its event has happened when it is entered, but found one`,
      ar: `يجب ألا يكون للعنصر ${at.id ?? '?'} ربط مدخلات لأن حدثه يكون قد وقع عند دخوله، لكن وُجد`,
    },
    {
      en: 'Write an output mapping, or map the input on the next step',
      ar: 'اكتب ربط مخرجات، أو اربط المدخل في الخطوة التالية',
    },
  )
}

function checkList(at: ModdleElement, list: readonly ModdleElement[], way: 'input' | 'output', report: Report): void {
  const seen = new Set<string>()
  for (const mapping of list) {
    const target = textOf(mapping, 'target')?.trim() ?? ''
    if (textOf(mapping, 'source') === undefined)
      report.error(
        at,
        {
          en: `Expected a source for the ${way} mapping to ${quoted(target)}, but it is empty`,
          ar: `يجب أن يكون لربط ${WAY[way]} إلى ${quoted(target)} مصدر، لكنه فارغ`,
        },
        { en: 'Write an expression such as =amount, or =null', ar: 'اكتب تعبيرًا مثل ‎=amount‎ أو ‎=null‎' },
      )
    if (variablePath(target) === undefined) badName(at, `${way} target`, target, report)
    if (seen.has(target))
      report.error(
        at,
        {
          en: `Expected each ${way} target once, but ${quoted(target)} stands twice`,
          ar: `يجب أن يظهر كل هدف من ${WAY[way]} مرة واحدة، لكن ${quoted(target)} تكرر`,
        },
        { en: 'Remove one of the two', ar: 'احذف أحدهما' },
      )
    seen.add(target)
  }
}

const WAY = { input: 'المدخلات', output: 'المخرجات' } as const

function badName(at: ModdleElement, field: string, name: string, report: Report): void {
  report.error(
    at,
    {
      en: `Expected ${field} to be a variable name of letters, digits and "_", parts joined by dots where a path is allowed, but found ${quoted(name)}`,
      ar: `يجب أن يكون ${field} اسم متغير من حروف وأرقام و"_" وتفصل النقاط أجزاء المسار حيث يجوز، لكن وُجد ${quoted(name)}`,
    },
    { en: 'Write a name such as applicant or applicant.name', ar: 'اكتب اسمًا مثل applicant أو applicant.name' },
  )
}
