/**
 * What a change of a form may not do, whichever it is: tear apart a question that is one of several fields by their names, such
 * as money or a signature, or leave a schema that nobody may follow, such as a definition inside itself.
 */
import { fieldsOf } from '../../../engine/core/package/form-texts.ts'
import { isWidget, widgetFits, WIDGETS } from '../../../engine/core/package/widgets.ts'
import { schemaFaults } from '../../../engine/core/schema/limits.ts'
import type { Text } from '../../../engine/core/text.ts'
import { isSound } from './fields.ts'
import type { FormJson } from './form-file.ts'
import { objectAt } from './json/pointer.ts'
import { elementsOf, optionsOf } from './layout.ts'

/** Why the form may not become this; undefined where it may. What was wrong before stands in nobody's way. */
export function forbidden(before: FormJson, after: FormJson): Text | undefined {
  const [fault] = schemaFaults(objectAt(after, '/schema'), {})
  if (fault) return isSound(before) ? { ar: fault.messageAr ?? fault.message, en: fault.message } : undefined
  const [torn] = unfit(after).slice(isSound(before) ? unfit(before).length : 0)
  return (
    torn && {
      ar: `هذه الحقول سؤال واحد يتطلب ${torn.ar}: غيّر نوع السؤال أولًا`,
      en: `These fields are one question, which asks for ${torn.en}: change the kind of the question first`,
    }
  )
}

/** Only of a schema that is sound: references are followed. */
function unfit(form: FormJson): readonly Text[] {
  const fields = fieldsOf(objectAt(form, '/schema'))
  return elementsOf(form).flatMap(({ place }) => {
    const widget = place === undefined ? undefined : optionsOf(form, place)['widget']
    const schema = fields.get(place ?? '')?.schema
    return isWidget(widget) && schema && !widgetFits(widget, schema) ? [WIDGETS[widget].asks] : []
  })
}
