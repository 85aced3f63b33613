/**
 * Reads a schema into rules, once: the keywords of a schema in the order in which Ajv asks them, so that the first fault
 * is the same one. A schema is read when it is first met; a keyword nobody knows is refused there.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts'
import type { Reader } from './keyword.ts'
import { strict } from './keyword.ts'
import { GROUPS, isKnown, RULES } from './keywords.ts'
import { pointed } from './reference.ts'
import { nothingSeen, tell, type Rule, type Run } from './rule.ts'
import { isOfType, typesOf, type TypeName } from './type.ts'

export class Interpreter implements Reader {
  readonly root: JsonObject
  readonly known = new Map<JsonValue, Rule>()

  constructor(root: JsonObject) {
    this.root = root
  }

  rule(schema: JsonValue): Rule {
    if (schema === true) return () => true
    if (!isJsonObject(schema)) return never
    const before = this.known.get(schema)
    if (before) return before
    // A schema that contains itself is met again while it is read.
    let read: Rule | undefined
    this.known.set(schema, (value, place, run, seen) => read?.(value, place, run, seen) ?? true)
    read = this.read(schema)
    this.known.set(schema, read)
    return read
  }

  referred(reference: string): { readonly rule: Rule; readonly isApart: boolean } {
    const schema = pointed(this.root, reference)
    if (schema === undefined || (typeof schema !== 'boolean' && !isJsonObject(schema)))
      throw new Error(`can't resolve reference ${reference} from id #`)
    return { rule: this.rule(schema), isApart: refers(schema) }
  }

  asksNothing(schema: JsonValue): boolean {
    if (!isJsonObject(schema)) return schema === true
    knownOnly(schema)
    return !Object.keys(schema).some((it) => RULES.has(it))
  }

  read(schema: JsonObject): Rule {
    knownOnly(schema)
    const types = typesOf(schema)
    const groups = GROUPS.map(({ type, keywords }) => ({
      type,
      isUsed: type === undefined || keywords.some(({ name }) => schema[name] !== undefined),
      rules: keywords.flatMap(({ name, read }) => {
        const value = schema[name]
        return value === undefined ? [] : (read(value, schema, this) ?? [])
      }),
    })).filter(({ isUsed }) => isUsed)
    const only = types.length === 1 ? types[0] : undefined
    const atGroup = groups.some(({ type }) => type !== undefined && type === only)
    const wrong = (run: Run, place: string) => tell(run, place, wrongType(schema['type']))
    return (value, place, run, seen) => {
      const isWrong = types.length > 0 && !types.some((it) => isOfType(it, value))
      let isGood = true
      if (isWrong && !atGroup) {
        isGood = wrong(run, place)
        if (!run.all && !run.choice) return false
      }
      for (const { type, rules } of groups) {
        if (type === undefined || isOfType(type, value)) isGood = every(rules, value, place, run, seen) && isGood
        else if (type === only) isGood = wrong(run, place)
        if (!isGood && !run.all) return false
      }
      return isGood
    }
  }
}

function every(rules: readonly Rule[], value: unknown, place: string, run: Run, seen = nothingSeen()): boolean {
  let isGood = true
  for (const rule of rules) {
    if (!rule(value, place, run, seen)) isGood = false
    if (!isGood && !run.all) return false
  }
  return isGood
}

const never: Rule = (_value, place, run) =>
  tell(run, place, { keyword: 'false schema', params: {}, message: 'boolean schema is false' })

function knownOnly(schema: JsonObject): void {
  const unknown = Object.keys(schema).find((it) => !isKnown(it))
  if (unknown !== undefined) strict(`unknown keyword: "${unknown}"`)
}

const wrongType = (type: JsonValue | undefined) => ({
  keyword: 'type',
  params: { type },
  message: `must be ${(Array.isArray(type) ? (type as readonly TypeName[]) : [type]).join(',')}`,
})

/** A schema that refers to others is judged apart from the place that refers to it. */
function refers(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, inner]) => (key === '$ref' && !Array.isArray(value)) || refers(inner))
}
