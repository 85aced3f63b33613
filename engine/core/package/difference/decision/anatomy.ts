/** A decision file taken apart: each decision, model and type with all it says, the rows of tables by themselves. */
import { inBothLanguages } from '../../../bilingual.ts'
import type { Node } from '../../../dmn/source.ts'
import type { JsonValue } from '../../../json.ts'

const NOT_ITS_OWN = new Set(['id', 'rule', 'di', 'dmnDI', 'extensionElements', 'textFormat'])

export function anatomyOf(node: Node): Map<string, JsonValue> {
  const found = new Map<string, JsonValue>([['type', node.$type]])
  visit(node, '', found)
  return found
}

function visit(node: Node, at: string, found: Map<string, JsonValue>): void {
  for (const name of Object.getOwnPropertyNames(node)) {
    if (name.startsWith('$') || NOT_ITS_OWN.has(name)) continue
    const value: unknown = Reflect.get(node, name)
    const values = Array.isArray(value) ? value : [value]
    for (const [index, one] of values.entries())
      if (isNode(one)) visit(one, join(at, Array.isArray(value) ? `${name}/${called(one, index)}` : name), found)
      else if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean')
        put(found, join(at, name), typeof one === 'string' ? one.trim() : one)
  }
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string'

const RESULT = inBothLanguages({ ar: 'النتيجة', en: 'the result' })

/** What an entry of a list is called: its label or name, that of the value it gives, the expression it tests, or its number. */
export function called(node: Node, index: number): string {
  for (const key of ['label', 'name']) {
    const value: unknown = Reflect.get(node, key)
    if (typeof value === 'string' && value !== '') return value
  }
  if (node.$type === 'dmn:ContextEntry') {
    const variable: unknown = Reflect.get(node, 'variable')
    return isNode(variable) ? called(variable, index) : RESULT
  }
  const expression: unknown = Reflect.get(node, 'inputExpression')
  const text: unknown = isNode(expression) ? Reflect.get(expression, 'text') : undefined
  return typeof text === 'string' && text !== '' ? text : String(index + 1)
}

const join = (at: string, name: string): string => (at === '' ? name : `${at}/${name}`)

function put(found: Map<string, JsonValue>, at: string, value: JsonValue): void {
  let name = at
  for (let twin = 2; found.has(name); twin++) name = `${at}#${String(twin)}`
  found.set(name, value)
}
