/** Whether something else in a package gives a variable of the same name: another form, a step, a decision. */
import { isJsonObject } from '../../../engine/core/json.ts'
import { formIdOf, readFormText } from '../model/form-file.ts'
import { objectAt } from '../model/json/pointer.ts'
import { handedOn, INPUT_DATA, literal } from './xml.ts'

export const isGivenElsewhere = (files: ReadonlyMap<string, string>, form: string, name: string): boolean =>
  [...files].some(([path, text]) => {
    if (path === form) return false
    if (formIdOf(path) !== undefined) return asksFor(text, name)
    if (path.endsWith('.bpmn')) return writes(name).test(withoutHandedOn(text, name))
    return path.endsWith('.dmn') && decides(name).test(text.replaceAll(INPUT_DATA, ''))
  })

/** At any depth: a list of another form may be looked at from inside, where its own names come first. */
function asksFor(text: string, name: string): boolean {
  const read = readFormText(text)
  if (!read.ok) return true
  const has = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(has)
    if (!isJsonObject(value as never)) return false
    const object = value as Readonly<Record<string, unknown>>
    const properties = object['properties']
    const isAsked = typeof properties === 'object' && properties !== null && Object.hasOwn(properties, name)
    return isAsked || Object.values(object).some(has)
  }
  return has(objectAt(read.form, '/schema'))
}

/** A step that is handed the answer under its own name means the answer; what is called by it has variables of its own. */
const withoutHandedOn = (xml: string, name: string): string =>
  xml
    .split(/(<(?:[\w-]+:)?callActivity\b[\s\S]*?<\/(?:[\w-]+:)?callActivity>)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(handedOn(name), '')))
    .join('')

/** Results and outputs go to everybody; an input of that name hides the answer in its step. */
const writes = (name: string): RegExp =>
  new RegExp(`\\s(?:target|resultVariable|inputElement|outputCollection)=["']${literal(name)}(?:\\.[^"']*)?["']`)

const decides = (name: string): RegExp =>
  new RegExp(`<(?:[\\w-]+:)?(?:variable|formalParameter)\\b[^>]*\\sname=["']${literal(name)}["']`)
