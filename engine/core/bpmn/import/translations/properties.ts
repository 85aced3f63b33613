/** Free properties of an element, and the version tag of a process. */
import { textOf } from '../../element.ts'
import type { Translation } from '../translation.ts'
import { listOf } from '../workshop.ts'

export const properties: Translation = {
  name: 'properties',
  translate(element, workshop) {
    for (const found of workshop.takeAll(element, 'Properties'))
      for (const property of listOf(found.get('values')))
        workshop.property(element, textOf(property, 'name') ?? '', textOf(property, 'value') ?? '')
    if (element.$type !== 'bpmn:Process') return
    const tag = workshop.text(element, 'versionTag')
    if (tag !== undefined) workshop.extend(element, 'zeebe:VersionTag', { value: tag })
  },
}
