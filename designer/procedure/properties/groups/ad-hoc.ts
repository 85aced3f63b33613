/** An ad-hoc subprocess: which steps begin, who chooses them, and when it is over. */
import { isOf, type Group } from '../entry.ts'
import { text } from '../extensions.ts'
import { bodyField, severalOf, feelAttribute, ownSeveral, textAttribute, tick } from '../fields.ts'

const AD_HOC = 'zeebe:AdHoc'

export const adHoc: Group = {
  id: 'ad-hoc',
  title: { ar: 'خطوات تُختار', en: 'Steps that are chosen' },
  isFor: isOf('bpmn:AdHocSubProcess'),
  entries: (subject) => [
    ownSeveral(subject, 'masar:candidateGroups', severalOf(subject.facts.roles), {
      id: 'candidateGroups',
      label: { ar: 'من يختار', en: 'Who chooses' },
      hint: { ar: 'وللمشرفين والمشغّلين دائمًا.', en: 'Supervisors and operators always may.' },
      rules: ['ad-hoc'],
      words: ['the group that chooses'],
    }),
    {
      kind: 'choice',
      id: 'ordering',
      label: { ar: 'الترتيب', en: 'Order' },
      value: text(subject.edit, subject.element, 'ordering') === 'Sequential' ? 'Sequential' : '',
      choices: [
        { value: '', label: { ar: 'معًا', en: 'At the same time' } },
        { value: 'Sequential', label: { ar: 'واحدة بعد أخرى', en: 'One after the other' } },
      ],
      write: (value) => (change) => change.set(subject.element, 'ordering', value || undefined),
      rules: ['ad-hoc'],
      words: ['ordering'],
    },
    feelAttribute(subject, AD_HOC, 'activeElementsCollection', {
      id: 'activeElementsCollection',
      plain: false,
      label: { ar: 'خطوات تبدأ من نفسها', en: 'Steps that begin by themselves' },
      hint: { ar: 'قائمة معرّفات، مثل ‎=["visit"]‎.', en: 'A list of ids, like =["visit"].' },
      expected: { type: 'array', items: { type: 'string' } },
      rules: ['feel'],
      words: ['activeElementsCollection'],
    }),
    bodyField(subject, subject.element, 'completionCondition', {
      id: 'completionCondition',
      label: { ar: 'ينتهي حين', en: 'It is over when' },
      hint: {
        ar: 'بلا كتابة: حين ينتهي كل ما بدأ.',
        en: 'When all that was begun has ended, where nothing is written.',
      },
      expected: { type: 'boolean' },
      rules: ['feel'],
      words: ['completionCondition'],
    }),
    tick(subject, subject.element, 'cancelRemainingInstances', true, {
      id: 'cancelRemainingInstances',
      label: { ar: 'وعندها ينتهي ما لم يُنجز', en: 'What is not done ends with it' },
    }),
    textAttribute(subject, AD_HOC, 'outputCollection', {
      id: 'outputCollection',
      label: { ar: 'قائمة النتائج', en: 'List of the results' },
      rules: ['ad-hoc', 'mappings'],
      words: ['outputCollection'],
    }),
    feelAttribute(subject, AD_HOC, 'outputElement', {
      id: 'outputElement',
      plain: false,
      label: { ar: 'نتيجة كل خطوة', en: 'Result of each' },
      rules: ['feel'],
      words: ['outputElement'],
    }),
  ],
}
