/** What is said of a procedure as a whole: whether it runs, and the tag others may call it by. */
import { isOf, type Group } from '../entry.ts'
import { textAttribute, tick } from '../fields.ts'

export const process: Group = {
  id: 'process',
  title: { ar: 'الإجراء كله', en: 'The whole procedure' },
  isFor: isOf('bpmn:Process'),
  entries: (subject) => [
    tick(subject, subject.element, 'isExecutable', false, {
      id: 'isExecutable',
      label: { ar: 'يُنفَّذ', en: 'It is executed' },
      rules: ['executable'],
    }),
    textAttribute(subject, 'zeebe:VersionTag', 'value', {
      id: 'versionTag',
      label: { ar: 'وسم الإصدار', en: 'Version tag' },
      hint: { ar: 'يستدعي به إجراء آخر أحدث إصدار.', en: 'By it another procedure calls the newest version.' },
    }),
  ],
}
