/** Every FEEL expression of a form that sees its answers: the conditions of elements, and what the options of a field ask. */
import { isJsonObject, type JsonValue } from '../../../engine/core/json.ts'
import type { Pattern } from '../../../forms/place.ts'
import { isField } from './fields.ts'
import type { FormJson } from './form-file.ts'
import { escaped, type Pointer, withValue } from './json/pointer.ts'
import { elementsOf, type Laid } from './layout.ts'
import { type Mention, mentionsIn, renamedIn, speaksOf } from './mentions.ts'

export interface Written {
  /** Where it stands in the file. */
  readonly at: Pointer
  /** The element it belongs to. */
  readonly element: Laid
  /** Without "=". */
  readonly source: string
  readonly mentions: readonly Mention[]
}

/** "prefill" sees the procedure alone, and what a register offers its reply: neither speaks of a field. */
const OPTIONS = ['visible', 'required', 'readonly', 'computed', 'choices', 'earliest', 'latest'] as const

export function expressionsOf(form: FormJson): readonly Written[] {
  return elementsOf(form).flatMap((element) => {
    const around = seenFrom(element.within)
    return textsIn(element).flatMap(({ at, text }) => {
      if (typeof text !== 'string' || !text.trim().startsWith('=')) return []
      const source = text.trim().slice(1)
      return [{ at, element, source, mentions: mentionsIn(source, around, (place) => isField(form, place)) }]
    })
  })
}

/** The entry of the list it stands in first, the form last. */
export function seenFrom(within: Pattern): readonly Pattern[] {
  const lists = within.split('/*').slice(0, -1)
  const patterns = lists.map((_, depth) => `${lists.slice(0, depth + 1).join('/*')}/*`)
  return [...patterns.reverse(), '']
}

function textsIn({ at, element }: Laid): readonly { readonly at: Pointer; readonly text: JsonValue | undefined }[] {
  const { rule, options } = element
  const rules = isJsonObject(rule) ? [{ at: `${at}/rule/condition`, text: rule['condition'] }] : []
  if (!isJsonObject(options)) return rules
  const own = OPTIONS.map((name) => ({ at: `${at}/options/${name}`, text: options[name] }))
  const { choices } = options
  if (!isJsonObject(choices)) return [...rules, ...own]
  const { path, query } = choices
  const asked = isJsonObject(query) ? Object.entries(query) : []
  return [
    ...rules,
    ...own,
    { at: `${at}/options/choices/path`, text: path },
    ...asked.map(([name, text]) => ({ at: `${at}/options/choices/query/${escaped(name)}`, text })),
  ]
}

/** What in the form hangs on a field. */
export const speakingOf = (form: FormJson, place: Pattern): readonly Written[] =>
  expressionsOf(form).filter(({ mentions }) => speaksOf(mentions, place))

/** The form with a field called otherwise in all its expressions. */
export function withRenamed(form: FormJson, place: Pattern, name: string): FormJson {
  return expressionsOf(form)
    .filter(({ mentions }) => mentions.some((it) => it.place === place))
    .reduce<FormJson>(
      (sum, { at, source, mentions }) => withValue(sum, at, `=${renamedIn(source, mentions, place, name)}`),
      form,
    )
}
