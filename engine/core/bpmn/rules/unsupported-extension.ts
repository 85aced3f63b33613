/** Refuses zeebe extension elements that stand where they mean nothing, stand twice, or ask for what is not there. */
import type { Diagram } from '../diagram.ts'
import { definitionsOf } from '../diagram.ts'
import { childOf, childrenOf, extensionsOf, isWritten, textOf, type ModdleElement } from '../element.ts'
import { EXTENSIONS } from '../vocabulary.ts'
import type { Report, Rule } from './rule.ts'

/** Attributes of allowed extensions that ask for something else than what is deployed together. */
const ATTRIBUTES: readonly { readonly on: string; readonly name: string; readonly unless?: string }[] = [
  { on: 'zeebe:FormDefinition', name: 'formKey' },
  { on: 'zeebe:FormDefinition', name: 'externalReference' },
  { on: 'zeebe:FormDefinition', name: 'bindingType', unless: 'deployment' },
  { on: 'zeebe:FormDefinition', name: 'versionTag' },
  { on: 'zeebe:CalledElement', name: 'processIdExpression' },
  { on: 'zeebe:CalledElement', name: 'businessId' },
  { on: 'zeebe:CalledDecision', name: 'bindingType', unless: 'deployment' },
  { on: 'zeebe:CalledDecision', name: 'versionTag' },
]

export const unsupportedExtension: Rule = {
  name: 'unsupported-extension',
  says: {
    en: 'zeebe extensions stand where they mean something, once.',
    ar: 'ملحقات zeebe في موضعها ولا تتكرر.',
  },
  check(diagram, report) {
    for (const element of carriers(diagram)) checkCarrier(element, report)
  },
}

/** Everything that may carry extension elements and takes part in execution. */
function carriers(diagram: Diagram): readonly ModdleElement[] {
  const roots = childrenOf(diagram.definitions, 'rootElements').filter((it) => it.$type !== 'bpmn:Process')
  const parts = diagram.nodes.flatMap((node) =>
    [node.element, childOf(node.element, 'loopCharacteristics'), ...definitionsOf(node)].filter(
      (it) => it !== undefined,
    ),
  )
  return [diagram.definitions, ...roots, ...parts, ...diagram.flows.map((it) => it.element)]
}

function checkCarrier(element: ModdleElement, report: Report): void {
  const allowed = EXTENSIONS[element.$type] ?? []
  const seen = new Set<string>()
  for (const extension of extensionsOf(element).filter((it) => it.$type.startsWith('zeebe:'))) {
    if (extension.$type !== 'zeebe:Properties' && !allowed.includes(extension.$type)) refuse(element, extension, report)
    else if (seen.has(extension.$type)) repeated(element, extension, report)
    seen.add(extension.$type)
    for (const it of ATTRIBUTES)
      if (it.on === extension.$type && isWritten(extension, it.name) && textOf(extension, it.name) !== it.unless)
        attribute(element, it.on, it.name, report)
  }
}

function refuse(at: ModdleElement, extension: ModdleElement, report: Report): void {
  report.error(
    at,
    {
      en: `Expected no ${extension.$type} on ${at.$type}, because it has no meaning there, but found one`,
      ar: `يجب ألا يوجد ${extension.$type} على ${at.$type} لأنه بلا معنى هناك، لكنه وُجد`,
    },
    { en: 'Remove it, or use the element it belongs to', ar: 'احذفه أو استعمل العنصر الذي ينتمي إليه' },
  )
}

function repeated(at: ModdleElement, extension: ModdleElement, report: Report): void {
  report.error(
    at,
    {
      en: `Expected ${extension.$type} once, but found it twice`,
      ar: `يجب أن يظهر ${extension.$type} مرة واحدة، لكنه تكرر`,
    },
    { en: 'Join the two into one', ar: 'ادمج الاثنين في واحد' },
  )
}

function attribute(at: ModdleElement, on: string, name: string, report: Report): void {
  report.error(
    at,
    {
      en: `Expected ${on} without ${name}: what a package calls is pinned when it is deployed`,
      ar: `يجب أن يخلو ${on} من ${name}: ما تستدعيه الحزمة يُثبَّت عند نشرها`,
    },
    {
      en: `Remove ${name}; forms, decisions and processes are found by their id in the package`,
      ar: `احذف ${name}؛ تُعرف النماذج والقرارات والإجراءات بمعرّفاتها في الحزمة`,
    },
  )
}
