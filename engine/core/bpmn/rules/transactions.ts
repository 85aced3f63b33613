/** A transaction is canceled only from inside, and then left by the one cancel event on its edge. */
import { attachedTo, definitionOf, isEventSubProcess, type Diagram, type Node } from '../diagram.ts'
import { isSet, isWritten, type ModdleElement } from '../element.ts'
import { isStartByCompensation } from '../undoing.ts'
import type { Report, Rule } from './rule.ts'

export const transactions: Rule = {
  name: 'transactions',
  says: {
    en: 'A transaction can be left by its one cancel event, and only inside one stands a cancel end event.',
    ar: 'تُترك المعاملة المترابطة بحدث إلغائها الوحيد، ولا يقف حدث نهاية بالإلغاء إلا داخلها.',
  },
  check(diagram, report) {
    const caught = new Set(diagram.nodes.filter(isCancel).map(attachedTo))
    for (const node of diagram.nodes) {
      if (node.type === 'bpmn:Transaction') checkTransaction(node, report)
      if (!isCancel(node)) continue
      if (node.type === 'bpmn:EndEvent') checkEnd(node, caught, report)
      else if (node.type === 'bpmn:BoundaryEvent') checkBoundary(node, diagram, report)
    }
  },
}

const isCancel = (node: Node): boolean => definitionOf(node, 'bpmn:CancelEventDefinition') !== undefined

/** Nobody outside takes part in the protocol: what is undone is what has a compensation handler. */
function checkTransaction({ element, id }: Node, report: Report): void {
  const isOther = isWritten(element, 'method') && element.get('method') !== '##Compensate'
  if (isOther || isWritten(element, 'protocol') || isSet(element, 'triggeredByEvent'))
    report.error(
      element,
      {
        en: `Expected the transaction ${id} to be undone by compensation (method="##Compensate"), without protocol or triggeredByEvent, but found another way`,
        ar: `يجب أن تُلغى آثار المعاملة ${id} بالتعويض (method="##Compensate") بلا protocol ولا triggeredByEvent، لكن وُجدت طريقة أخرى`,
      },
      {
        en: 'Remove the attributes, and give each step that has to be undone a compensation handler',
        ar: 'احذف السمات، واجعل لكل خطوة يلزم إلغاء أثرها معالج تعويض',
      },
    )
}

function checkEnd(node: Node, caught: ReadonlySet<ModdleElement | undefined>, report: Report): void {
  const transaction = transactionAround(node)
  if (!transaction)
    return report.error(
      node.element,
      {
        en: `Expected the cancel end ${node.id} inside a transaction, but it is in none`,
        ar: `يجب أن يكون حدث الإلغاء الختامي ${node.id} داخل معاملة (transaction)، لكنه ليس كذلك`,
      },
      {
        en: 'Draw it inside a transaction, or use an error or terminate end',
        ar: 'ارسمه داخل معاملة، أو استعمل نهاية خطأ أو إنهاء',
      },
    )
  if (!caught.has(transaction.element))
    report.error(
      node.element,
      {
        en: `Expected a cancel boundary event on ${transaction.id}, by which it is left when ${node.id} cancels it, but there is none`,
        ar: `يجب أن يكون على ${transaction.id} حدث إلغاء حدّي يُغادَر به حين يلغيها ${node.id}، لكنه غير موجود`,
      },
      { en: 'Attach a cancel event to the transaction', ar: 'ثبّت حدث إلغاء على المعاملة' },
    )
}

/** What undoes a transaction that is completed cannot cancel it any more. */
function transactionAround(node: Node): Node | undefined {
  let at = node.parent
  while (at && at.type !== 'bpmn:Transaction')
    at = isEventSubProcess(at) && at.children.some(isStartByCompensation) ? undefined : at.parent
  return at
}

function checkBoundary(node: Node, diagram: Diagram, report: Report): void {
  const host = diagram.nodes.find((it) => it.element === attachedTo(node))
  if (host?.type === 'bpmn:Transaction' && isSet(node.element, 'cancelActivity')) return
  report.error(
    node.element,
    {
      en: `Expected the cancel event ${node.id} to interrupt a transaction, but it hangs on ${host?.id ?? 'nothing'} with cancelActivity="${String(isSet(node.element, 'cancelActivity'))}"`,
      ar: `يجب أن يقاطع حدث الإلغاء ${node.id} معاملة (transaction)، لكنه مثبَّت على ${host?.id ?? 'لا شيء'} مع cancelActivity="${String(isSet(node.element, 'cancelActivity'))}"`,
    },
    {
      en: 'Attach it to a transaction with cancelActivity="true"',
      ar: 'ثبّته على معاملة مع cancelActivity="true"',
    },
  )
}
