/** How a task stands on the desk: when it is due where no law says so, when to look again, and how urgent it is. */
import { isOf, type Group } from '../entry.ts'
import { feelAttribute } from '../fields.ts'

export const urgency: Group = {
  id: 'urgency',
  title: { ar: 'الموعد والأولوية', en: 'Dates and urgency' },
  isFor: isOf('bpmn:UserTask'),
  entries: (subject) => [
    feelAttribute(subject, 'zeebe:TaskSchedule', 'dueDate', {
      id: 'dueDate',
      label: { ar: 'تُنجز خلال', en: 'Due' },
      hint: {
        ar: 'مثل P3D أو P3WD لأيام العمل. ليست لمهمة على مهلة قانونية.',
        en: 'Like P3D, or P3WD for working days. Not for a task on a statutory deadline.',
      },
      rules: ['user-tasks', 'clocks', 'feel'],
      words: ['dueDate'],
    }),
    feelAttribute(subject, 'zeebe:TaskSchedule', 'followUpDate', {
      id: 'followUpDate',
      label: { ar: 'تُتابع بعد', en: 'Looked at again' },
      rules: ['user-tasks', 'feel'],
      words: ['followUpDate'],
    }),
    feelAttribute(subject, 'zeebe:PriorityDefinition', 'priority', {
      id: 'priority',
      label: { ar: 'الأولوية من 0 إلى 100', en: 'Priority from 0 to 100' },
      hint: { ar: 'بلا كتابة: 50.', en: '50 where nothing is written.' },
      expected: { type: 'integer', minimum: 0, maximum: 100 },
      rules: ['user-tasks', 'feel'],
      words: ['priority'],
    }),
  ],
}
