/** Which decision table is asked, and which variable takes its answer. */
import type { Group } from '../entry.ts'
import { bilingual } from '../../../../engine/core/bilingual.ts'
import { attribute, extension, text } from '../extensions.ts'
import { choiceAttribute, choicesOf, textAttribute } from '../fields.ts'

const CALLED = 'zeebe:CalledDecision'

export const decision: Group = {
  id: 'decision',
  title: { ar: 'القرار', en: 'Decision' },
  isFor: (element, edit) =>
    element.$type === 'bpmn:BusinessRuleTask' && extension(edit, element, 'zeebe:TaskDefinition') === undefined,
  entries(subject) {
    const chosen = attribute(subject.edit, subject.element, CALLED, 'decisionId')
    const known = subject.facts.decisions.find(({ id }) => id === chosen)
    const choice = choiceAttribute(
      subject,
      CALLED,
      'decisionId',
      choicesOf(subject.facts.decisions, { ar: 'لم يُختر بعد', en: 'Not chosen yet' }),
      {
        id: 'decisionId',
        label: { ar: 'جدول القرار', en: 'Decision table' },
        rules: ['decisions', 'feel'],
        words: ['decision'],
      },
    )
    const making = {
      kind: 'decision',
      taken: subject.facts.decisions.map(({ id }) => id),
      proposed: bilingual(text(subject.edit, subject.element, 'name')),
      made: (id: string) => choice.write(id),
    } as const
    return [
      choice,
      {
        kind: 'link',
        id: 'openDecision',
        view: 'decisions',
        at: known ? [known.file, known.id] : [],
        ...(chosen === '' && { making }),
        label: chosen === '' ? { ar: 'إنشاء جدول', en: 'Make a table' } : { ar: 'فتح الجدول', en: 'Open the table' },
      },
      textAttribute(subject, CALLED, 'resultVariable', {
        id: 'resultVariable',
        label: { ar: 'متغير الجواب', en: 'Variable for the answer' },
        rules: ['decisions', 'mappings'],
        words: ['resultVariable'],
      }),
    ]
  },
}
