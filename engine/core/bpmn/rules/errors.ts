/** Errors are thrown and caught by a literal code that both sides can read in the drawing. */
import { definitionsOf, type Diagram, type Node } from '../diagram.ts'
import { childOf, textOf, type ModdleElement } from '../element.ts'
import type { Rule } from './rule.ts'

export const errors: Rule = {
  name: 'errors',
  says: {
    en: 'An error has a code that both sides can read in the drawing.',
    ar: 'للخطأ رمز يقرؤه الطرفان في الرسم.',
  },
  check(diagram, report) {
    for (const [node, definition] of errorsIn(diagram)) {
      const error = childOf(definition, 'errorRef')
      const code = textOf(error, 'errorCode')
      if (isGood(node, error !== undefined, code)) continue
      report.error(
        node.element,
        {
          en: `Expected ${node.id} to refer to an error with a literal errorCode, but found ${code === undefined ? 'none' : `"${code.slice(0, 60)}"`}`,
          ar: `يجب أن يشير ${node.id} إلى خطأ له errorCode نصّي، لكن وُجد ${code === undefined ? 'لا شيء' : `"${code.slice(0, 60)}"`}`,
        },
        {
          en: 'Choose an error and give it a code, e.g. NOT_FOUND; a catch event without an error catches all',
          ar: 'اختر خطأ وأعطه رمزًا مثل NOT_FOUND؛ وحدث الالتقاط بلا خطأ يلتقط كل الأخطاء',
        },
      )
    }
  },
}

const errorsIn = ({ nodes }: Diagram): readonly (readonly [Node, ModdleElement])[] =>
  nodes.flatMap((node) =>
    definitionsOf(node).flatMap((it) => (it.$type === 'bpmn:ErrorEventDefinition' ? [[node, it] as const] : [])),
  )

/** Only a catch may leave the error open, and then catches every one. */
function isGood(node: Node, named: boolean, code: string | undefined): boolean {
  if (code !== undefined) return !code.startsWith('=')
  return !named && node.type !== 'bpmn:EndEvent'
}
