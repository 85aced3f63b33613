/** A step done more than once says how often: a list or a number, or a condition, and collects results under a name. */
import { loopInputOf, loopOutputOf, variableOf } from '../data.ts'
import { childOf, extensionOf, textOf, type ModdleElement } from '../element.ts'
import { isVariableName } from '../variable.ts'
import type { Node } from '../diagram.ts'
import { isFeel } from '../../feel/feel.ts'
import { quoted } from '../../finding.ts'
import type { Report, Rule } from './rule.ts'

export const loops: Rule = {
  name: 'loops',
  says: {
    en: 'A loop says how often: a list, a number or a condition, and collects results under a name.',
    ar: 'تقول الحلقة عدد مراتها: قائمة أو عددًا أو شرطًا، وتجمع نتائجها باسم.',
  },
  check(diagram, report) {
    for (const node of diagram.nodes) {
      const drawn = childOf(node.element, 'loopCharacteristics')
      if (drawn?.$type === 'bpmn:MultiInstanceLoopCharacteristics') checkMultiInstance(node, drawn, report)
      else if (drawn?.$type === 'bpmn:StandardLoopCharacteristics') checkStandardLoop(node, drawn, report)
    }
  },
}

function checkMultiInstance(node: Node, drawn: ModdleElement, report: Report): void {
  const loop = extensionOf(drawn, 'zeebe:LoopCharacteristics')
  const cardinality = childOf(drawn, 'loopCardinality')
  const collection = textOf(loop, 'inputCollection') ?? loopInputOf(node)
  const item = textOf(loop, 'inputElement') ?? childOf(drawn, 'inputDataItem')
  checkWays(node, collection, cardinality, report)
  checkCardinality(node, cardinality, report)
  if (PLAIN.some((it) => childOf(drawn, it)) && loop) twoVocabularies(node, report)
  checkNames(node, drawn, report)
  if (item !== undefined && collection === undefined)
    report.error(
      node.element,
      {
        en: `Expected no inputElement on ${node.id}, because it goes through no inputCollection, but found one`,
        ar: `يجب ألا يكون في ${node.id} عنصر inputElement لأنه لا يمر على inputCollection، لكنه وُجد`,
      },
      { en: 'Remove it; loopCounter is the number of the instance', ar: 'احذفه؛ loopCounter هو رقم النسخة' },
    )
  const outputs = [
    textOf(loop, 'outputCollection') ?? loopOutputOf(node),
    textOf(loop, 'outputElement') ?? childOf(drawn, 'outputDataItem'),
  ]
  if (outputs.filter((it) => it !== undefined).length === 1)
    report.error(
      node.element,
      {
        en: `Expected outputCollection and outputElement of ${node.id} together, but found only one`,
        ar: `يجب أن يرد outputCollection وoutputElement معًا في ${node.id}، لكن وُجد أحدهما فقط`,
      },
      { en: 'Give both or none', ar: 'اكتبهما معًا أو احذفهما' },
    )
}

function checkWays(
  node: Node,
  collection: string | undefined,
  cardinality: ModdleElement | undefined,
  report: Report,
): void {
  const found = [collection, cardinality].filter((it) => it !== undefined).length
  if (found === 1) return
  report.error(
    node.element,
    {
      en: `Expected the multi-instance ${node.id} to have either zeebe:loopCharacteristics with an inputCollection or a loopCardinality, but found ${found === 0 ? 'neither' : 'both'}`,
      ar: `يجب أن يكون للنشاط المتكرر ${node.id} إما عنصر zeebe:loopCharacteristics له inputCollection أو loopCardinality، لكن ${found === 0 ? 'لم يوجد أي منهما' : 'وُجد الاثنان'}`,
    },
    {
      en: 'Write the list it goes through, e.g. =founders, or how often it is done, e.g. 3',
      ar: 'اكتب القائمة التي يمر عليها، مثل ‎=founders‎، أو عدد المرات، مثل 3',
    },
  )
}

/** BPMN's own words for what zeebe:loopCharacteristics says. */
const PLAIN = ['loopDataInputRef', 'loopDataOutputRef', 'inputDataItem', 'outputDataItem'] as const

function twoVocabularies(node: Node, report: Report): void {
  report.error(
    node.element,
    {
      en: `Expected the multi-instance ${node.id} in the words of zeebe or of BPMN, but found both`,
      ar: `يجب أن يوصف النشاط المتكرر ${node.id} بمفردات zeebe أو BPMN، لكن وُجدت كلتاهما`,
    },
    {
      en: 'Keep zeebe:loopCharacteristics, or loopDataInputRef and inputDataItem',
      ar: 'أبقِ zeebe:loopCharacteristics أو loopDataInputRef وinputDataItem',
    },
  )
}

function checkNames(node: Node, drawn: ModdleElement, report: Report): void {
  const names = PLAIN.flatMap((it) => {
    const item = childOf(drawn, it)
    return item ? [variableOf(item)] : []
  })
  for (const name of names.filter((it) => !isVariableName(it)))
    report.error(
      node.element,
      {
        en: `Expected data inputs and outputs of ${node.id} to be called like variables, but found ${quoted(name)}`,
        ar: `يجب أن تُسمّى مدخلات ${node.id} ومخرجاته بأسماء متغيرات، لكن وُجد ${quoted(name)}`,
      },
      { en: 'Write a name of letters, digits and "_"', ar: 'اكتب اسمًا من حروف وأرقام و"_"' },
    )
}

function checkCardinality(node: Node, cardinality: ModdleElement | undefined, report: Report): void {
  const text = (textOf(cardinality, 'body') ?? '').trim()
  if (cardinality === undefined || isFeel(text) || /^\d{1,9}$/.test(text)) return
  report.error(
    node.element,
    {
      en: `Expected loopCardinality of ${node.id} to be a whole number or FEEL after "=", but found ${quoted(text)}`,
      ar: `يجب أن يكون loopCardinality في ${node.id} عددًا صحيحًا أو تعبير FEEL بعد "="، لكن وُجد ${quoted(text)}`,
    },
    { en: 'Write how often it is done, e.g. 3 or =count(members)', ar: 'اكتب عدد المرات، مثل 3 أو ‎=count(members)‎' },
  )
}

/** "The looping behavior MAY be underspecified [...] in which case the loop cannot be formally executed" (10.3.8). */
function checkStandardLoop(node: Node, drawn: ModdleElement, report: Report): void {
  const maximum = drawn.get('loopMaximum')
  const hasMaximum = maximum !== undefined
  if (hasMaximum && !(typeof maximum === 'number' && Number.isSafeInteger(maximum) && maximum >= 1))
    report.error(
      node.element,
      {
        en: `Expected loopMaximum of ${node.id} to be a whole number from 1, but found another`,
        ar: `يجب أن يكون loopMaximum في ${node.id} عددًا صحيحًا من 1، لكن وُجد غيره`,
      },
      { en: 'Write how often it is done at most', ar: 'اكتب أقصى عدد للمرات' },
    )
  if (hasMaximum || childOf(drawn, 'loopCondition')) return
  report.error(
    node.element,
    {
      en: `Expected the loop ${node.id} to have a loopCondition or a loopMaximum, but found neither`,
      ar: `يجب أن يكون للحلقة ${node.id} شرط loopCondition أو حد loopMaximum، لكن لم يوجد أي منهما`,
    },
    {
      en: 'Write the condition under which it is done again, e.g. =not(approved)',
      ar: 'اكتب الشرط الذي تُعاد عنده الخطوة، مثل ‎=not(approved)‎',
    },
  )
}
