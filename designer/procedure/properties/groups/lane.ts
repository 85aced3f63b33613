/** Who stands in a lane: its user tasks are theirs where they name nobody themselves. */
import { isOf, type Group } from '../entry.ts'
import { severalOf, ownSeveral } from '../fields.ts'

export const lane: Group = {
  id: 'lane',
  title: { ar: 'من يعمل فيه', en: 'Who works in it' },
  isFor: isOf('bpmn:Lane'),
  entries: (subject) => [
    ownSeveral(subject, 'masar:candidateGroups', severalOf(subject.facts.roles), {
      id: 'candidateGroups',
      label: { ar: 'المجموعات', en: 'Groups' },
      hint: {
        ar: 'بلا اختيار: الدور الذي سُمّي المسار باسمه.',
        en: 'The role the lane is called by, where none is chosen.',
      },
      rules: ['lanes'],
    }),
  ],
}
