/** Data that is copied has a source and a name to go to, and a property of the process a name and a value to begin with. */
import { isFeel } from '../../feel/feel.ts'
import { quoted } from '../../finding.ts'
import { associationsOf, endsOf, inputsOf, outputsOf, propertiesIn, type DataMapping, type Property } from '../data.ts'
import type { Node } from '../diagram.ts'
import { placeOf, propertiesOf, type ModdleElement } from '../element.ts'
import { parseExpression } from '../expression.ts'
import { isVariableName, variablePath } from '../variable.ts'
import type { Report, Rule } from './rule.ts'

export const data: Rule = {
  name: 'data',
  says: {
    en: 'Data that is copied has a source and the name of a variable to go to, and none goes to or from a data store.',
    ar: 'للبيانات المنسوخة مصدر واسم متغير تذهب إليه، ولا يُنسخ شيء من مخزن بيانات ولا إليه.',
  },
  check(diagram, report) {
    for (const node of diagram.nodes) {
      const executed = [...inputsOf(node), ...outputsOf(node)]
      for (const mapping of executed) checkMapping(node, mapping, report)
      for (const association of associationsOf(node)) checkStores(node, association, executed, report)
      for (const property of propertiesIn(node)) checkProperty(node, property, report)
    }
  },
}

function checkMapping(node: Node, { at, source, target }: DataMapping, report: Report): void {
  const written = source.replace(/^=/, '').trim()
  if (written !== '' && variablePath(target) !== undefined && isNamed(source, at)) return
  report.error(
    placed(at, node),
    {
      en: `Expected the data association of ${node.id} to have a source and the name of a variable to go to, but found ${quoted(written)} and ${quoted(target)}`,
      ar: `يجب أن يكون لارتباط البيانات في ${node.id} مصدر واسم متغير يذهب إليه، لكن وُجد ${quoted(written)} و${quoted(target)}`,
    },
    {
      en: 'Call data objects, inputs and outputs by names of letters, digits and "_"',
      ar: 'سمِّ كائنات البيانات والمدخلات والمخرجات بأسماء من حروف وأرقام و"_"',
    },
  )
}

/** An arrow between two ends copies the variable its source is called by. */
function isNamed(source: string, at: ModdleElement): boolean {
  const isWritten = at.get('transformation') !== undefined || (at.get('assignment') as readonly unknown[]).length > 0
  return isWritten || isVariableName(source.replace(/^=/, '').trim())
}

function checkStores(node: Node, association: ModdleElement, executed: readonly DataMapping[], report: Report): void {
  if (!endsOf(association).some((it) => it.$type === 'bpmn:DataStoreReference')) return
  const copies = executed.some(({ at }) => at === association)
  const message = {
    en: `Expected no data to be copied from or to a data store at ${node.id}, because Masar keeps none, but an arrow leads there`,
    ar: `يجب ألا تُنسخ بيانات من مخزن بيانات أو إليه عند ${node.id} لأن مسار لا يحفظ مخازن، لكن سهمًا يقود إليه`,
  }
  const remedy = {
    en: 'Read and write it by a service task, e.g. over the data bus; the arrow alone is for readers',
    ar: 'اقرأه واكتبه بمهمة خدمة، مثل ناقل البيانات؛ فالسهم وحده للقارئ',
  }
  if (copies) report.error(placed(association, node), message, remedy)
  else report.warning(placed(association, node), message, remedy)
}

function checkProperty(node: Node, { element, name, otherwise }: Property, report: Report): void {
  if (!isVariableName(name))
    report.error(
      placed(element, node),
      {
        en: `Expected a property of ${node.id} to be called like a variable, but found ${quoted(name)}`,
        ar: `يجب أن تُسمّى خاصية ${node.id} باسم متغير، لكن وُجد ${quoted(name)}`,
      },
      { en: 'Write a name of letters, digits and "_"', ar: 'اكتب اسمًا من حروف وأرقام و"_"' },
    )
  const stray = [...propertiesOf(element).keys()].find((it) => it.startsWith('masar:') && it !== 'masar:default')
  if (stray === undefined && (otherwise === undefined || isConstant(otherwise))) return
  report.error(
    placed(element, node),
    {
      en: `Expected masar:default of ${quoted(name)} to be plain text or FEEL without variables, but found ${quoted(stray ?? otherwise ?? '')}`,
      ar: `يجب أن تكون masar:default للخاصية ${quoted(name)} نصًا أو تعبير FEEL بلا متغيرات، لكن وُجد ${quoted(stray ?? otherwise ?? '')}`,
    },
    { en: 'Write a value such as =0, =[] or open', ar: 'اكتب قيمة مثل ‎=0‎ أو ‎=[]‎ أو open' },
  )
}

/** It is there before any case is, so it may name nothing a case knows. */
function isConstant(text: string): boolean {
  if (!isFeel(text.trim())) return true
  const parsed = parseExpression(text)
  return parsed.ok && parsed.expression.names.length === 0 && parsed.expression.evaluate(NO_CASE).ok
}

const NO_CASE = { get: () => undefined, now: 0, timeZone: 'UTC' }

/** Associations and properties need no id of their own. */
const placed = (element: ModdleElement, node: Node): ModdleElement =>
  placeOf(element) === undefined ? node.element : element
