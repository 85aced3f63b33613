/** Which form is filled in: by whoever does the task, or by the applicant at this start. */
import { isOf, NONE, type Group } from '../entry.ts'
import { bilingual } from '../../../../engine/core/bilingual.ts'
import { attribute, text } from '../extensions.ts'
import { choiceAttribute, choicesOf } from '../fields.ts'

export const form: Group = {
  id: 'form',
  title: { ar: 'النموذج', en: 'Form' },
  isFor: isOf('bpmn:UserTask', 'bpmn:StartEvent'),
  entries(subject) {
    const { element, edit, facts } = subject
    const chosen = attribute(edit, element, 'zeebe:FormDefinition', 'formId')
    const choice = choiceAttribute(subject, 'zeebe:FormDefinition', 'formId', choicesOf(facts.forms, NONE), {
      id: 'formId',
      label: { ar: 'النموذج الذي يُملأ', en: 'Form that is filled in' },
      rules: ['user-tasks'],
      words: ['Expected the form of'],
    })
    const proposed = bilingual(text(edit, element, 'name'))
    return [
      choice,
      {
        kind: 'link',
        id: 'openForm',
        view: 'forms',
        at: chosen === '' ? [] : [chosen],
        ...(chosen === '' && { making: { kind: 'form', proposed, made: (id: string) => choice.write(id) } }),
        label: chosen === '' ? { ar: 'إنشاء نموذج', en: 'Make a form' } : { ar: 'فتح النموذج', en: 'Open the form' },
      },
    ]
  },
}
