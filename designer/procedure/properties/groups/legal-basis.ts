/** Under which articles a clerk does a task: told to the clerk beside it. */
import { isOf, type Group } from '../entry.ts'
import { severalOf, ownSeveral } from '../fields.ts'

export const legalBasis: Group = {
  id: 'legal-basis',
  title: { ar: 'السند القانوني', en: 'Legal basis' },
  isFor: isOf('bpmn:UserTask'),
  entries: (subject) => [
    ownSeveral(subject, 'masar:legalBasis', severalOf(subject.facts.legalBasis), {
      id: 'legalBasis',
      label: { ar: 'تستند المهمة إلى', en: 'The task rests on' },
      hint: { ar: 'يقرؤه الموظف بجانب المهمة.', en: 'The clerk reads it beside the task.' },
      rules: ['properties'],
      words: ['masar:legalBasis'],
    }),
  ],
}
