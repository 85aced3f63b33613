/** Questions whose answers an expression can name: those of the first level, and those inside an address or a name, by the path FEEL reads them under. */
import { isVariableName } from '../../engine/core/bpmn/variable.ts'
import type { Text } from '../../engine/core/text.ts'
import { isGroup } from '../../forms/kinds/kinds.ts'
import type { KindName } from '../../forms/kinds/kind.ts'
import type { Pattern } from '../../forms/place.ts'
import { isSound, namesIn } from './model/fields.ts'
import type { FormJson } from './model/form-file.ts'
import { escaped } from './model/json/pointer.ts'
import { kindAt } from './model/kind-at.ts'
import { labelOf } from './tree.ts'

export interface NamedQuestion {
  readonly place: Pattern
  /** "address.governorate" */
  readonly name: string
  readonly title: Text
  readonly kind: KindName
}

/**
 * None of a schema that leads into itself, as one may be written by hand.
 *
 * @param within the list whose entry is looked at from inside: its fields come first
 */
export function questionsOf(form: FormJson, within: Pattern = ''): readonly NamedQuestion[] {
  if (!isSound(form)) return []
  const own = within === '' ? [] : inside(form, within, '', undefined)
  return [...own, ...inside(form, '', '', undefined).filter((it) => !own.some(({ name }) => name === it.name))]
}

function inside(form: FormJson, around: Pattern, before: string, title: Text | undefined): readonly NamedQuestion[] {
  return namesIn(form, around).flatMap((name) => {
    if (!isVariableName(name)) return []
    const place = `${around}/${escaped(name)}`
    const kind = kindAt(form, place)
    const label = labelOf(form, place)
    const whole = title === undefined ? label : { ar: `${title.ar}: ${label.ar}`, en: `${title.en}: ${label.en}` }
    const path = `${before}${name}`
    return isGroup(kind) ? inside(form, place, `${path}.`, whole) : [{ place, name: path, title: whole, kind }]
  })
}
