/** Keywords for objects: which keys there may and must be, and what stands under them. */
import { isJsonObject, type JsonValue } from '../../json.ts'
import { linearRegExp } from '../regexp.ts'
import { named, strict, type Keyword } from './keyword.ts'
import { alsoSaw, below, nothingSeen, tell, type Rule, type Run, type Seen, everyOf } from './rule.ts'

type Values = Readonly<Record<string, unknown>>

const valuesOf = (value: unknown): Values => (isJsonObject(value) ? value : {})

/** What every object has from birth, such as "toString", nobody has sent. */
const ownOf = (values: Values, name: string): unknown => (Object.hasOwn(values, name) ? values[name] : undefined)

const size = (
  name: 'maxProperties' | 'minProperties',
  word: string,
  isGood: (found: number, limit: number) => boolean,
): Keyword => ({
  name,
  read(asked) {
    const limit = Number(asked)
    const message = `must NOT have ${word} than ${String(limit)} properties`
    return (value, place, run) =>
      isGood(Object.keys(valuesOf(value)).length, limit) ||
      tell(run, place, { keyword: name, params: { limit }, message })
  },
})

const required: Keyword = {
  name: 'required',
  read(asked) {
    const names = asked as readonly string[]
    return (value, place, run) => {
      const values = valuesOf(value)
      return everyOf(names, run, (missingProperty) => {
        if (ownOf(values, missingProperty) !== undefined) return true
        const message = `must have required property '${missingProperty}'`
        return tell(run, place, { keyword: 'required', params: { missingProperty }, message })
      })
    }
  },
}

const propertyNames: Keyword = {
  name: 'propertyNames',
  read(schema, _beside, reader) {
    if (reader.asksNothing(schema)) return undefined
    const rule = reader.rule(schema)
    return (value, place, run) =>
      everyOf(Object.keys(valuesOf(value)), run, (propertyName) => {
        if (rule(propertyName, place, { ...run, choice: true }, nothingSeen())) return true
        return tell(run, place, {
          keyword: 'propertyNames',
          params: { propertyName },
          message: 'property name must be valid',
        })
      })
  },
}

const additionalProperties: Keyword = {
  name: 'additionalProperties',
  read(schema, { properties: own, patternProperties: byPattern }, reader) {
    if (reader.asksNothing(schema)) return sawAllNames
    const names = new Set(named(own).map(([name]) => name))
    const patterns = named(byPattern).map(([source]) => linearRegExp(source, 'u'))
    const rule = reader.rule(schema)
    return (value, place, run, seen) => {
      seen.names = 'all'
      const more = Object.keys(valuesOf(value)).filter(
        (it) => !names.has(it) && !patterns.some((pattern) => pattern.test(it)),
      )
      return everyOf(more, run, (name) =>
        schema === false
          ? tell(run, place, {
              keyword: 'additionalProperties',
              params: { additionalProperty: name },
              message: 'must NOT have additional properties',
            })
          : rule(valuesOf(value)[name], below(place, name), run, nothingSeen()),
      )
    }
  },
}

const properties: Keyword = {
  name: 'properties',
  read(schemas, _beside, reader) {
    const rules = new Map(named(schemas).map(([name, it]) => [name, reader.rule(it)]))
    return (value, place, run, seen) => {
      saw(seen, rules.keys())
      const values = valuesOf(value)
      return everyOf([...rules.keys()], run, (name) =>
        ownOf(values, name) === undefined ? true : under(rules.get(name), values, name, place, run),
      )
    }
  },
}

const patternProperties: Keyword = {
  name: 'patternProperties',
  read(schemas, { properties: own, additionalProperties: others }, reader) {
    const given = named(schemas)
    if (others === undefined || given.some(([, it]) => !reader.asksNothing(it)))
      for (const [source] of given)
        for (const [name] of named(own))
          if (new RegExp(source).test(name))
            strict(`property ${name} matches pattern ${source} (use allowMatchingProperties)`)
    const rules = given.map(([source, it]) => ({ pattern: linearRegExp(source, 'u'), rule: reader.rule(it) }))
    return (value, place, run, seen) => {
      const values = valuesOf(value)
      let isGood = true
      for (const { pattern, rule } of rules) {
        const names = Object.keys(values).filter((it) => pattern.test(it))
        saw(seen, names)
        const judged = (name: string): boolean => under(rule, values, name, place, run)
        if (run.choice && !run.all && others === undefined) {
          // One of several choices: Ajv judges all names of a pattern there, and goes on where the last of them is good.
          const each = names.map(judged)
          if (each.includes(false)) isGood = false
          if (each.at(-1) === false) return false
        } else {
          if (!everyOf(names, run, judged)) isGood = false
          if (!isGood && !run.all) return false
        }
      }
      return isGood
    }
  },
}

const dependentRequired = (keyword: 'dependentRequired' | 'dependencies', asked: JsonValue): Rule => {
  const wanted = named(asked).filter(([, it]) => Array.isArray(it)) as readonly (readonly [string, readonly string[]])[]
  return (value, place, run) => {
    const values = valuesOf(value)
    return everyOf([...wanted.keys()], run, (index) => {
      const [property, names] = wanted[index] ?? ['', []]
      if (ownOf(values, property) === undefined) return true
      const deps = names.join(', ')
      const message = `must have ${names.length === 1 ? 'property' : 'properties'} ${deps} when property ${property} is present`
      return everyOf(names, run, (missingProperty) =>
        ownOf(values, missingProperty) !== undefined
          ? true
          : tell(run, place, {
              keyword,
              params: { property, missingProperty, depsCount: names.length, deps },
              message,
            }),
      )
    })
  }
}

const dependentSchemas =
  (schemas: readonly (readonly [string, Rule])[]): Rule =>
  (value, place, run, seen) =>
    everyOf([...schemas.keys()], run, (index) => {
      const [property, rule] = schemas[index] ?? ['', undefined]
      if (ownOf(valuesOf(value), property) === undefined) return true
      const inner = nothingSeen()
      if (rule?.(value, place, run, inner) === false) return false
      alsoSaw(seen, inner)
      return true
    })

const dependencies: Keyword = {
  name: 'dependencies',
  read(asked, _beside, reader) {
    const names = dependentRequired('dependencies', asked)
    const schemas = dependentSchemas(
      named(asked).flatMap(([name, it]) => (Array.isArray(it) ? [] : [[name, reader.rule(it)] as const])),
    )
    return (value, place, run, seen) => {
      const isGood = names(value, place, run, seen)
      return isGood || run.all ? schemas(value, place, run, seen) && isGood : false
    }
  },
}

const unevaluatedProperties: Keyword = {
  name: 'unevaluatedProperties',
  read(schema, _beside, reader) {
    const asksNothing = reader.asksNothing(schema)
    const rule = reader.rule(schema)
    return (value, place, run, seen) => {
      const { names } = seen
      seen.names = 'all'
      if (asksNothing || names === 'all') return true
      const values = valuesOf(value)
      const more = Object.keys(values).filter((it) => !names.has(it))
      return everyOf(more, run, (unevaluatedProperty) =>
        schema === false
          ? tell(run, place, {
              keyword: 'unevaluatedProperties',
              params: { unevaluatedProperty },
              message: 'must NOT have unevaluated properties',
            })
          : under(rule, values, unevaluatedProperty, place, run),
      )
    }
  },
}

const sawAllNames: Rule = (_value, _place, _run, seen) => {
  seen.names = 'all'
  return true
}

function saw(seen: Seen, names: Iterable<string>): void {
  if (seen.names !== 'all') for (const name of names) seen.names.add(name)
}

const under = (rule: Rule | undefined, values: Values, name: string, place: string, run: Run): boolean =>
  rule?.(values[name], below(place, name), run, nothingSeen()) !== false

export const OBJECT: readonly Keyword[] = [
  size('maxProperties', 'more', (found, limit) => found <= limit),
  size('minProperties', 'fewer', (found, limit) => found >= limit),
  required,
  propertyNames,
  additionalProperties,
  dependencies,
  properties,
  patternProperties,
  { name: 'dependentRequired', read: (asked) => dependentRequired('dependentRequired', asked) },
  {
    name: 'dependentSchemas',
    read: (asked, _beside, reader) =>
      dependentSchemas(named(asked).map(([name, it]) => [name, reader.rule(it)] as const)),
  },
  unevaluatedProperties,
]
