/** Code that runs beside the steps: a procedure shows everything it does as a step. */
import type { Translation } from '../translation.ts'

export const listeners: Translation = {
  name: 'listeners',
  translate(element, workshop) {
    for (const type of ['ExecutionListener', 'TaskListener', 'Field', 'FormProperty']) {
      const found = workshop.takeAll(element, type)
      if (found.length === 0) continue
      const what = found.map((it) =>
        ['class', 'delegateExpression', 'expression', 'event', 'name'].flatMap((name) => it.get(name) ?? []).join(' '),
      )
      workshop.note('byHand', element, `camunda:${type[0]?.toLowerCase() ?? ''}${type.slice(1)}`, {
        en: `was ${what.join('; ')}: draw what it does as a step`,
        ar: `كان ${what.join('؛ ')}: ارسم ما يفعله خطوة`,
      })
    }
  },
}
