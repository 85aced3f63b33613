/** Who does a clerk's task: groups, a person, and who must be somebody else. */
import { namesIn } from '../../../../engine/core/bpmn/variable.ts'
import { isOf, type Entry, type Group, type Subject } from '../entry.ts'
import { attribute, setAttribute } from '../extensions.ts'
import { severalOf, feelAttribute, ownSeveral, textAttribute } from '../fields.ts'
import { called, processOf, within } from '../tree.ts'

/** As templates and people who write it by hand say it. */
const APPLICANT = '=application.applicant.id'

const ASSIGNMENT = 'zeebe:AssignmentDefinition'

export const people: Group = {
  id: 'people',
  title: { ar: 'من ينجزها', en: 'Who does it' },
  isFor: isOf('bpmn:UserTask'),
  entries: (subject) => [
    feelAttribute(subject, ASSIGNMENT, 'assignee', {
      id: 'assignee',
      label: { ar: 'لمن المهمة', en: 'Whose task it is' },
      choices: [
        { value: '', label: { ar: 'من يأخذها من الموظفين', en: 'Whoever of the staff takes it' } },
        { value: APPLICANT, label: { ar: 'مقدم الطلب', en: 'The applicant' } },
      ],
      written: { ar: 'شخص بعينه: اسم الدخول أو تعبير', en: 'One person: a sign-in name or an expression' },
      expected: { type: 'string' },
      rules: ['user-tasks', 'feel'],
      words: ['in assignee of'],
    }),
    groups(subject),
    textAttribute(subject, ASSIGNMENT, 'candidateUsers', {
      id: 'candidateUsers',
      label: { ar: 'أشخاص يجوز لهم', en: 'Persons who may' },
      hint: {
        ar: 'أسماء دخول بينها فواصل، أو تعبير.',
        en: 'Sign-in names with commas between them, or an expression.',
      },
      rules: ['user-tasks', 'feel'],
      words: ['candidateUsers'],
    }),
    ownSeveral(subject, 'masar:fourEyes', severalOf(others(subject)), {
      id: 'fourEyes',
      label: { ar: 'عيون أربع: لا ينجزها من أنجز', en: 'Four eyes: not by who has done' },
      rules: ['user-tasks'],
      words: ['masar:fourEyes'],
    }),
  ],
}

/** By an expression where the drawing says so; else roles of the package. */
function groups(subject: Subject): Entry {
  const { element, edit, facts } = subject
  const written = attribute(edit, element, ASSIGNMENT, 'candidateGroups')
  const said = {
    id: 'candidateGroups',
    label: { ar: 'المجموعات', en: 'Groups' },
    hint: {
      ar: 'بلا اختيار تذهب المهمة إلى مجموعة المسار الذي رُسمت فيه.',
      en: 'Without a choice the task goes to the group of the lane it is drawn in.',
    },
    rules: ['user-tasks', 'feel'],
    words: ['who may do it', 'the group of', 'candidateGroups'],
  }
  if (written.trim().startsWith('=')) return feelAttribute(subject, ASSIGNMENT, 'candidateGroups', said)
  return {
    kind: 'several',
    ...said,
    value: namesIn(written),
    choices: severalOf(facts.roles),
    write: (value) => (change) => setAttribute(change, element, ASSIGNMENT, 'candidateGroups', value.join(',')),
  }
}

const others = ({ element, edit }: Subject) =>
  within(edit, processOf(element))
    .filter((it) => it.$type === 'bpmn:UserTask' && it !== element)
    .map((it) => called(edit, it))
