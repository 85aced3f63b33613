/** The law's time: the deadline a step is kept by, for which governorate, and which clocks stand still while it is at work. */
import { MASAR_PROPERTIES } from '../../../../engine/core/bpmn/vocabulary.ts'
import { namesIn } from '../../../../engine/core/bpmn/variable.ts'
import { NONE, type Choice, type Entry, type Group, type Subject } from '../entry.ts'
import { choicesOf, ownChoice, ownFeel, severalOf } from '../fields.ts'
import { PROPERTIES, rowValue, setRow } from '../rows.ts'

const may = (name: string, type: string): boolean => MASAR_PROPERTIES[name]?.includes(type) === true

export const deadline: Group = {
  id: 'deadline',
  title: { ar: 'المهلة القانونية', en: 'Statutory deadline' },
  isFor: ({ $type }) => may('masar:deadline', $type) || may('masar:stopsClock', $type),
  entries(subject) {
    const { $type } = subject.element
    const kept = rowValue(subject.edit, subject.element, PROPERTIES, 'masar:deadline') ?? ''
    const governorate = rowValue(subject.edit, subject.element, PROPERTIES, 'masar:governorate')
    return [
      ...(may('masar:deadline', $type) ? [onDeadline(subject)] : []),
      ...(may('masar:governorate', $type) && (kept !== '' || governorate !== undefined) ? [whose(subject)] : []),
      ...(may('masar:stopsClock', $type) ? stops(subject) : []),
    ]
  },
}

const statutory = ({ facts }: Subject) => facts.deadlines.filter((it) => it.statutory)

const onDeadline = (subject: Subject): Entry =>
  ownChoice(subject, 'masar:deadline', choicesOf(statutory(subject), NONE), {
    id: 'deadline',
    label: { ar: 'المهلة', en: 'Deadline' },
    hint: {
      ar: 'من مهل الحزمة التي تُحسب على الساعة القانونية.',
      en: 'One of the package that is kept by the statutory clock.',
    },
    rules: ['properties', 'clocks', 'clock-restarts'],
    words: ['deadline'],
  })

const whose = (subject: Subject): Entry =>
  ownFeel(subject, 'masar:governorate', {
    id: 'governorate',
    label: { ar: 'المحافظة التي تُحتسب عطلها', en: 'Governorate whose closures count' },
    hint: { ar: 'رمزها مثل PS-HBN، أو تعبير.', en: 'Its code such as PS-HBN, or an expression.' },
    expected: { type: 'string' },
    rules: ['clocks', 'feel'],
    words: ['governorate'],
  })

const ALL = 'true'

/** All clocks around the step, or some. */
function stops(subject: Subject): readonly Entry[] {
  const { element, edit } = subject
  const value = rowValue(edit, element, PROPERTIES, 'masar:stopsClock') ?? ''
  const some: Choice = { value: 'some', label: { ar: 'مهل مختارة', en: 'Some deadlines' } }
  const first = statutory(subject)[0]?.id
  const how: Entry = {
    kind: 'choice',
    id: 'stopsClock',
    label: { ar: 'تتوقف الساعة أثناء هذه الخطوة', en: 'The clock stands still during this step' },
    value: value === '' || value === ALL ? value : 'some',
    choices: [
      { value: '', label: { ar: 'لا', en: 'No' } },
      { value: ALL, label: { ar: 'كل المهل حولها', en: 'All deadlines around it' } },
      ...(first === undefined && value !== 'some' ? [] : [some]),
    ],
    write: (next) => (change) =>
      setRow(change, element, PROPERTIES, 'masar:stopsClock', (next === 'some' ? first : next) || undefined),
    rules: ['clocks'],
    words: ['stopsClock'],
  }
  if (how.value !== 'some') return [how]
  return [
    how,
    {
      kind: 'several',
      id: 'stopped',
      label: { ar: 'المهل التي تتوقف', en: 'Deadlines that stand still' },
      value: namesIn(value),
      choices: severalOf(statutory(subject)),
      write: (next) => (change) => setRow(change, element, PROPERTIES, 'masar:stopsClock', next.join(',') || undefined),
    },
  ]
}
