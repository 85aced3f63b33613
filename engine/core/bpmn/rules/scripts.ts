/** The only script is FEEL: a drawing cannot bring code of another language into the server. */
import { extensionOf, textOf } from '../element.ts'
import type { Rule } from './rule.ts'

export const scripts: Rule = {
  name: 'scripts',
  says: {
    en: 'The only script is FEEL.',
    ar: 'لا نص برمجيًا إلا FEEL.',
  },
  check(diagram, report) {
    for (const node of diagram.nodes.filter((it) => it.type === 'bpmn:ScriptTask')) {
      const script = extensionOf(node.element, 'zeebe:Script')
      const job = extensionOf(node.element, 'zeebe:TaskDefinition')
      if (textOf(node.element, 'scriptFormat') !== undefined || textOf(node.element, 'script') !== undefined)
        report.error(
          node.element,
          {
            en: `Expected FEEL in zeebe:script on ${node.id}, but found a script of another language`,
            ar: `يجب أن يكون في ${node.id} تعبير FEEL داخل zeebe:script، لكن وُجد نص برمجي بلغة أخرى`,
          },
          {
            en: 'Remove scriptFormat and script; write FEEL, or call a worker from a service task',
            ar: 'احذف scriptFormat وscript؛ واكتب FEEL أو استدعِ عاملًا من مهمة خدمة',
          },
        )
      const complete = textOf(script, 'expression') !== undefined && textOf(script, 'resultVariable') !== undefined
      if (job ? script !== undefined : !complete)
        report.error(
          node.element,
          {
            en: `Expected either zeebe:script with expression and resultVariable or a zeebe:taskDefinition on ${node.id}`,
            ar: `يجب أن يكون في ${node.id} إما zeebe:script له expression وresultVariable أو zeebe:taskDefinition`,
          },
          {
            en: 'Write the expression and the variable its value goes to',
            ar: 'اكتب التعبير والمتغير الذي تُحفظ فيه قيمته',
          },
        )
    }
  },
}
