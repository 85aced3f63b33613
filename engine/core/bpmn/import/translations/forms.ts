/** The form of a start event or user task. */
import type { Translation } from '../translation.ts'

export const forms: Translation = {
  name: 'forms',
  translate(element, workshop) {
    if (element.$type !== 'bpmn:UserTask' && element.$type !== 'bpmn:StartEvent') return
    for (const name of ['formKey', 'formRef']) {
      const form = workshop.text(element, name)
      if (form === undefined) continue
      const formId = idOf(form)
      workshop.extend(element, 'zeebe:FormDefinition', { formId })
      workshop.note('byHand', element, `camunda:${name}`, {
        en: `asks for "${form}": write forms/${formId}.form.json`,
        ar: `يطلب "${form}": اكتب forms/${formId}.form.json`,
      })
    }
    for (const name of ['formRefBinding', 'formRefVersion', 'formHandlerClass']) workshop.take(element, name)
    for (const data of workshop.takeAll(element, 'FormData')) {
      const fields = data.get('fields')
      const names = (Array.isArray(fields) ? fields : []).map((field: { id?: string }) => field.id ?? '?')
      workshop.extend(element, 'zeebe:FormDefinition', { formId: idOf(element.id ?? '') })
      workshop.note('byHand', element, 'camunda:formData', {
        en: `write forms/${idOf(element.id ?? '')}.form.json with the fields ${names.join(', ')}`,
        ar: `اكتب forms/${idOf(element.id ?? '')}.form.json بالحقول: ${names.join('، ')}`,
      })
    }
  },
}

/** "embedded:app:forms/apply.html" is the form "apply". */
const idOf = (key: string): string =>
  key
    .replace(/^.*[:/]/, '')
    .replace(/\.[a-z]+$/i, '')
    .replace(/[^\w-]/g, '-')
    .toLowerCase()
