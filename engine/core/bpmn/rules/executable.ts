/** Refuses a file in which nothing would ever run. */
import { childrenOf } from '../element.ts'
import type { Rule } from './rule.ts'

export const executable: Rule = {
  name: 'executable',
  says: {
    en: 'The file has at least one executable process.',
    ar: 'في الملف إجراء واحد على الأقل قابل للتنفيذ.',
  },
  check(diagram, report) {
    const drawn = childrenOf(diagram.definitions, 'rootElements').filter((it) => it.$type === 'bpmn:Process')
    if (diagram.processes.length > 0) return
    report.error(
      drawn[0] ?? diagram.definitions,
      {
        en: `Expected at least one executable process, but found ${String(drawn.length)} that are not executable`,
        ar: `يجب أن يحتوي الملف على إجراء واحد قابل للتنفيذ على الأقل، لكن وُجد ${String(drawn.length)} غير قابل للتنفيذ`,
      },
      { en: 'Set isExecutable="true" on the process', ar: 'اجعل isExecutable="true" على الإجراء' },
    )
  },
}
