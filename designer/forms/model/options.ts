/** An option of a field in the layout: at the control that says it already, else at its first; taken away from all of them. */
import type { JsonValue } from '../../../engine/core/json.ts'
import type { Pattern } from '../../../forms/place.ts'
import type { FormJson } from './form-file.ts'
import { objectAt, withValue } from './json/pointer.ts'
import { controlsOf } from './layout.ts'

export function withOption(form: FormJson, place: Pattern, option: string, value: JsonValue | undefined): FormJson {
  const controls = controlsOf(form, place)
  const saying = controls.filter(({ element }) => Object.hasOwn(objectAt(element, '/options'), option))
  if (value !== undefined) {
    const { at } = saying.at(-1) ?? controls[0] ?? {}
    return at === undefined ? form : withValue(form, `${at}/options/${option}`, value)
  }
  return saying.reduce<FormJson>((sum, { at }) => {
    const left = withValue(sum, `${at}/options/${option}`, undefined)
    return Object.keys(objectAt(left, `${at}/options`)).length === 0
      ? withValue(left, `${at}/options`, undefined)
      : left
  }, form)
}
