/** A step done for each of a list, so many times, or as long as a condition holds. */
import type { ModdleElement } from '../../../../engine/core/bpmn/element.ts'
import { FLOW_NODES } from '../../../../engine/core/bpmn/vocabulary.ts'
import type { Editing } from '../editing.ts'
import type { Entry, Group, Subject } from '../entry.ts'
import { body, child, setBody } from '../extensions.ts'
import { loopEvents } from './loop-events.ts'
import { bodyField, feelAttribute, textAttribute, tick } from '../fields.ts'

const MULTI = 'bpmn:MultiInstanceLoopCharacteristics'
const STANDARD = 'bpmn:StandardLoopCharacteristics'
const LOOP = 'zeebe:LoopCharacteristics'

type Way = '' | 'parallel' | 'sequential' | 'loop'

export const repetition: Group = {
  id: 'repetition',
  title: { ar: 'التكرار', en: 'Repetition' },
  isFor: ({ $type }) => FAMILIES[$type] === 'activity',
  entries(subject) {
    const { element, edit } = subject
    const drawn = child(edit, element, 'loopCharacteristics')
    const how: Entry = {
      kind: 'choice',
      id: 'loop',
      label: { ar: 'تُنجز', en: 'It is done' },
      value: wayOf(edit, drawn),
      choices: [
        { value: '', label: { ar: 'مرة واحدة', en: 'Once' } },
        { value: 'parallel', label: { ar: 'لكل عنصر من قائمة، معًا', en: 'For each of a list, at the same time' } },
        {
          value: 'sequential',
          label: { ar: 'لكل عنصر من قائمة، بالتتابع', en: 'For each of a list, one after the other' },
        },
        { value: 'loop', label: { ar: 'ما دام شرط صحيحًا', en: 'As long as a condition holds' } },
      ],
      write: (value) => (change) => setWay(change, element, drawn, value),
      rules: ['loops'],
    }
    if (drawn === undefined) return [how]
    return [how, ...(drawn.$type === STANDARD ? standard(subject, drawn) : multi(subject, drawn))]
  },
}

const FAMILIES: Readonly<Record<string, string>> = FLOW_NODES

function wayOf(edit: Pick<Editing, 'get'>, drawn: ModdleElement | undefined): Way {
  if (drawn === undefined) return ''
  if (drawn.$type === STANDARD) return 'loop'
  return edit.get(drawn, 'isSequential') === true ? 'sequential' : 'parallel'
}

function setWay(edit: Editing, element: ModdleElement, drawn: ModdleElement | undefined, way: string): void {
  if (way === '') return edit.set(element, 'loopCharacteristics', undefined)
  if (way === 'loop') {
    if (drawn?.$type !== STANDARD)
      edit.set(element, 'loopCharacteristics', edit.make(STANDARD, { loopMaximum: 10 }, element))
    return
  }
  const isSequential = way === 'sequential' ? true : undefined
  if (drawn?.$type === MULTI) return edit.set(drawn, 'isSequential', isSequential)
  edit.set(element, 'loopCharacteristics', edit.make(MULTI, isSequential ? { isSequential } : {}, element))
}

function multi(subject: Subject, drawn: ModdleElement): readonly Entry[] {
  return [
    feelAttribute(
      subject,
      LOOP,
      'inputCollection',
      {
        id: 'inputCollection',
        plain: false,
        label: { ar: 'القائمة', en: 'The list' },
        expected: { type: 'array' },
        rules: ['loops', 'feel'],
        words: ['inputCollection'],
      },
      drawn,
    ),
    textAttribute(
      subject,
      LOOP,
      'inputElement',
      {
        id: 'inputElement',
        label: { ar: 'اسم العنصر الواحد', en: 'Name of one of them' },
        rules: ['loops', 'mappings'],
        words: ['inputElement'],
      },
      drawn,
    ),
    cardinality(subject, drawn),
    textAttribute(
      subject,
      LOOP,
      'outputCollection',
      {
        id: 'outputCollection',
        label: { ar: 'قائمة النتائج', en: 'List of the results' },
        rules: ['loops', 'mappings'],
        words: ['outputCollection'],
      },
      drawn,
    ),
    feelAttribute(
      subject,
      LOOP,
      'outputElement',
      {
        id: 'outputElement',
        plain: false,
        label: { ar: 'نتيجة كل واحد', en: 'Result of each' },
        rules: ['loops', 'feel'],
        words: ['outputElement'],
      },
      drawn,
    ),
    bodyField(subject, drawn, 'completionCondition', {
      id: 'completionCondition',
      label: { ar: 'يكفي ما أُنجز حين', en: 'Enough is done when' },
      hint: { ar: 'بلا كتابة: حين يُنجز كلها.', en: 'When all are done, where nothing is written.' },
      expected: { type: 'boolean' },
      rules: ['feel'],
      words: ['completionCondition'],
    }),
    ...loopEvents(subject, drawn),
  ]
}

const cardinality = (subject: Subject, drawn: ModdleElement): Entry =>
  bodyField(subject, drawn, 'loopCardinality', {
    id: 'loopCardinality',
    plain: true,
    label: { ar: 'أو عدد المرات بدل القائمة', en: 'Or how often, instead of a list' },
    expected: { type: 'integer' },
    rules: ['loops', 'feel'],
    words: ['loopCardinality'],
  })

function standard(subject: Subject, drawn: ModdleElement): readonly Entry[] {
  const { edit } = subject
  const maximum = edit.get(drawn, 'loopMaximum')
  return [
    {
      kind: 'feel',
      id: 'loopCondition',
      plain: false,
      label: { ar: 'تُنجز مرة أخرى ما دام', en: 'Done again as long as' },
      expected: { type: 'boolean' },
      value: body(edit, drawn, 'loopCondition'),
      write: (value) => (change) => setBody(change, drawn, 'loopCondition', value.trim()),
      rules: ['loops', 'feel'],
      words: ['loopCondition'],
    },
    {
      kind: 'text',
      ltr: true,
      id: 'loopMaximum',
      label: { ar: 'أقصى عدد للمرات', en: 'At most so often' },
      value: typeof maximum === 'number' ? String(maximum) : '',
      write: (value) => (change) =>
        change.set(drawn, 'loopMaximum', /^[1-9]\d{0,8}$/.test(value.trim()) ? Number(value) : undefined),
      rules: ['loops'],
      words: ['loopMaximum'],
    },
    tick(subject, drawn, 'testBefore', false, {
      id: 'testBefore',
      label: { ar: 'يُسأل الشرط قبل أول مرة', en: 'The condition is asked before the first time' },
    }),
  ]
}
