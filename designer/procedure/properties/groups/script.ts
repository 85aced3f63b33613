/** What a script task computes, and which variable takes it. */
import type { Group } from '../entry.ts'
import { extension } from '../extensions.ts'
import { feelAttribute, textAttribute } from '../fields.ts'

export const script: Group = {
  id: 'script',
  title: { ar: 'الحساب', en: 'Computation' },
  isFor: (element, edit) =>
    element.$type === 'bpmn:ScriptTask' && extension(edit, element, 'zeebe:TaskDefinition') === undefined,
  entries: (subject) => [
    feelAttribute(subject, 'zeebe:Script', 'expression', {
      id: 'expression',
      plain: false,
      label: { ar: 'التعبير', en: 'Expression' },
      rules: ['scripts', 'feel'],
      words: ['expression'],
    }),
    textAttribute(subject, 'zeebe:Script', 'resultVariable', {
      id: 'resultVariable',
      label: { ar: 'متغير الناتج', en: 'Variable for the result' },
      rules: ['scripts', 'mappings', 'feel'],
      words: ['resultVariable'],
    }),
  ],
}
