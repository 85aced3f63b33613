/** Refuses a step or arrow without an id: history, incidents and findings could not name it. */
import type { Rule } from './rule.ts'

export const ids: Rule = {
  name: 'ids',
  says: {
    en: 'Every element and flow has an id.',
    ar: 'لكل عنصر وسهم معرّف.',
  },
  check(diagram, report) {
    for (const it of [...diagram.nodes, ...diagram.flows]) {
      if (it.id !== '') continue
      report.error(
        it.element,
        {
          en: `Expected an id on every step, but this ${it.element.$type} has none`,
          ar: `يجب أن يكون لكل خطوة معرّف، لكن هذا العنصر ${it.element.$type} بلا معرّف`,
        },
        { en: 'Give it an id that is unique in the file', ar: 'أعطه معرّفًا فريدًا في الملف' },
      )
    }
  },
}
