/** Which variables an error or escalation leaves behind. */
import { isMutable } from '../../moddle.ts'
import type { Translation } from '../translation.ts'

const NAMES = ['errorCodeVariable', 'errorMessageVariable', 'escalationCodeVariable'] as const

export const errors: Translation = {
  name: 'errors',
  translate(element, workshop) {
    if (element.$type === 'bpmn:Error') workshop.take(element, 'errorMessage')
    if (element.$type !== 'bpmn:ErrorEventDefinition' && element.$type !== 'bpmn:EscalationEventDefinition') return
    const event = element.$parent
    for (const name of NAMES) {
      const variable = workshop.text(element, name)
      if (variable === undefined || !isMutable(event)) continue
      workshop.property(event, `masar:${name}`, variable)
      workshop.note('translated', event, `camunda:${name}`, {
        en: `is the property masar:${name} now`,
        ar: `صار الخاصية masar:${name}`,
      })
    }
  },
}
