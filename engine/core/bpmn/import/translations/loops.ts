/** An activity done once for each item of a collection. */
import { isMutable } from '../../moddle.ts'
import { childOf, textOf } from '../../element.ts'
import type { Translation } from '../translation.ts'

export const loops: Translation = {
  name: 'loops',
  translate(element, workshop) {
    if (element.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return
    const collection = workshop.text(element, 'collection')
    const inputElement = workshop.text(element, 'elementVariable')
    if (collection !== undefined) {
      const feel = workshop.feel(element, 'camunda:collection', collection)
      const inputCollection = feel.startsWith('=') ? feel : `=${feel}`
      workshop.extend(element, 'zeebe:LoopCharacteristics', { inputCollection, inputElement })
      workshop.note('translated', element, 'camunda:collection', {
        en: `is the input collection ${inputCollection} now`,
        ar: `صارت قائمة الإدخال ${inputCollection}`,
      })
    }
    for (const name of ['loopCardinality', 'completionCondition']) {
      const holder = childOf(element, name)
      const body = textOf(holder, 'body')?.trim()
      if (!isMutable(holder) || body === undefined) continue
      const feel = workshop.feel(element, name, body)
      holder.set('body', feel.startsWith('=') ? feel : `=${feel}`)
    }
  },
}
