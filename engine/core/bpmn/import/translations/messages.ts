/** Messages: other engines find the waiting case by its business key, Masar by a correlation key. */
import { extensionOf, textOf } from '../../element.ts'
import type { Translation } from '../translation.ts'

const KEY = '=application.reference'

export const messages: Translation = {
  name: 'messages',
  translate(element, workshop) {
    if (element.$type !== 'bpmn:Message' || extensionOf(element, 'zeebe:Subscription')) return
    const name = textOf(element, 'name')
    if (name !== undefined) element.set('name', workshop.feel(element, 'name', name))
    workshop.extend(element, 'zeebe:Subscription', { correlationKey: KEY })
    workshop.note('byHand', element, 'message', {
      en: `is found by ${KEY} now, as by a business key: write another key where senders know another`,
      ar: `تُعرف الآن بالمفتاح ${KEY} كما بمفتاح العمل: اكتب غيره حيث يعرف المرسلون غيره`,
    })
  },
}
