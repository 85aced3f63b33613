/**
 * How much a form may ask of the server that checks answers against it: a schema is data from an author we do not trust.
 *
 * Small schemas can cost much: references that multiply, patterns that backtrack, lists compared item by item. Each is
 * bounded before the schema is compiled.
 */
import { mistake, quoted, type Where } from '../finding.ts'
import { forbiddenKeys, isJsonObject, type JsonObject, type JsonValue } from '../json.ts'
import type { Finding } from '../problem.ts'
import type { Text } from '../text.ts'
import { LONGEST_PATTERN, linearRegExp } from './regexp.ts'

const SCHEMA_LIMITS = { characters: 256_000, nodes: 2_000, depth: 16, expanded: 10_000, choices: 2_000 } as const

/** @returns every reason why this schema must not be compiled */
export function schemaFaults(schema: JsonValue, where: Where): readonly Finding[] {
  const faults: Finding[] = []
  const text = JSON.stringify(schema)
  if (text.length > SCHEMA_LIMITS.characters) return [tooMuch('characters', text.length, where)]
  const visit = new Visit(schema, where, faults)
  visit.node(schema, '', 0, 'schema')
  if (visit.nodes > SCHEMA_LIMITS.nodes) faults.push(tooMuch('nodes', visit.nodes, where))
  if (faults.length === 0) expansion(schema, where, faults)
  return faults
}

/** Keywords whose value is data, where "$ref" and "pattern" are ordinary words. */
const DATA: ReadonlySet<string> = new Set(['const', 'enum', 'default', 'examples'])
/** Keywords whose value is schemas by free name, where every key is a field's name. */
const NAMED: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
  'dependentSchemas',
])
/** Keywords that lead elsewhere, and the one that would put a promise in the place of the verdict. */
const REFUSED: ReadonlySet<string> = new Set([
  '$async',
  '$dynamicRef',
  '$recursiveRef',
  '$dynamicAnchor',
  '$anchor',
  '$data',
  '$id',
])

class Visit {
  readonly root: JsonValue
  readonly where: Where
  readonly faults: Finding[]
  nodes = 0

  constructor(root: JsonValue, where: Where, faults: Finding[]) {
    this.root = root
    this.where = where
    this.faults = faults
  }

  node(value: JsonValue, path: string, depth: number, as: 'schema' | 'named'): void {
    if (this.nodes++ > SCHEMA_LIMITS.nodes) return
    if (depth > SCHEMA_LIMITS.depth) {
      if (this.faults.length === 0) this.faults.push(tooMuch('depth', depth, { ...this.where, place: path }))
      return
    }
    if (Array.isArray(value))
      for (const [index, item] of value.entries()) this.node(item, `${path}/${String(index)}`, depth + 1, as)
    if (!isJsonObject(value)) return
    for (const [key, inner] of Object.entries(value)) {
      const at = `${path}/${key}`
      if (forbiddenKeys.has(key)) this.refuse(at, `another key than ${quoted(key)}`, `مفتاح آخر غير ${quoted(key)}`)
      if (as === 'schema') this.keyword(key, inner, value, at)
      if (as === 'schema' && DATA.has(key)) continue
      this.node(inner, at, depth + 1, as === 'schema' && NAMED.has(key) ? 'named' : 'schema')
    }
    if (as === 'named' && path.endsWith('/patternProperties'))
      for (const pattern of Object.keys(value)) this.pattern(pattern, path)
  }

  keyword(key: string, value: JsonValue, schema: JsonObject, at: string): void {
    if (REFUSED.has(key)) this.refuse(at, `no ${key}`, `عدم استعمال ${key}`)
    if (
      key === '$ref' &&
      (typeof value !== 'string' || !value.startsWith('#/') || resolve(this.root, value) === undefined)
    )
      this.refuse(
        at,
        'a $ref to a place in this file, like "#/$defs/address"',
        'مرجع ‎$ref‎ إلى موضع في الملف نفسه مثل ‎"#/$defs/address"‎',
      )
    if (key === 'pattern') this.pattern(value, at)
    if (key === 'enum' && Array.isArray(value) && value.length > SCHEMA_LIMITS.choices)
      this.refuse(
        at,
        `at most ${String(SCHEMA_LIMITS.choices)} choices`,
        `${String(SCHEMA_LIMITS.choices)} خيار على الأكثر`,
      )
    if (key === 'uniqueItems' && value === true && !hasScalarItems(schema))
      this.refuse(
        at,
        'uniqueItems only on lists of plain texts or numbers',
        'استعمال uniqueItems لقوائم النصوص أو الأرقام فقط',
      )
  }

  pattern(pattern: JsonValue, at: string): void {
    if (typeof pattern !== 'string' || pattern.length > LONGEST_PATTERN)
      return this.refuse(
        at,
        `a pattern of at most ${String(LONGEST_PATTERN)} characters`,
        `نمط لا يزيد على ${String(LONGEST_PATTERN)} محرف`,
      )
    try {
      linearRegExp(pattern, 'u')
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      this.refuse(at, `a pattern that RE2 can match (${reason})`, `نمط تفهمه RE2‏ (${reason})`)
    }
  }

  refuse(place: string, en: string, ar: string): void {
    this.faults.push(
      fault(
        'schema/limits',
        { ...this.where, place },
        { en: `Expected ${en}, but found something else`, ar: `المتوقع ${ar}، لكن وُجد غير ذلك` },
      ),
    )
  }
}

const SCALARS: ReadonlySet<string> = new Set(['string', 'number', 'integer', 'boolean'])

function hasScalarItems(schema: JsonObject): boolean {
  const items = schema['items']
  const type = isJsonObject(items ?? null) ? (items as JsonObject)['type'] : undefined
  return typeof type === 'string' && SCALARS.has(type)
}

/** How many nodes the schema has once every reference is written out, and whether one contains itself. */
function expansion(root: JsonValue, where: Where, faults: Finding[]): void {
  const sizes = new Map<JsonValue, number>()
  const open = new Set<JsonValue>()
  const sizeOf = (value: JsonValue): number => {
    if (typeof value !== 'object' || value === null) return 1
    const known = sizes.get(value)
    if (known !== undefined) return known
    if (open.has(value)) return Number.POSITIVE_INFINITY
    open.add(value)
    let size = 1
    for (const [key, inner] of Object.entries(value)) {
      const target = key === '$ref' && typeof inner === 'string' ? resolve(root, inner) : undefined
      size += sizeOf(target ?? inner)
    }
    open.delete(value)
    sizes.set(value, size)
    return size
  }
  const size = sizeOf(root)
  if (size === Number.POSITIVE_INFINITY)
    faults.push(
      fault('schema/recursive', where, {
        en: 'Expected references that end, but a $ref leads back to itself',
        ar: 'يجب أن تنتهي المراجع، لكن ‎$ref‎ يعود إلى نفسه',
      }),
    )
  else if (size > SCHEMA_LIMITS.expanded) faults.push(tooMuch('nodes with references written out', size, where))
}

function resolve(root: JsonValue, reference: string): JsonValue | undefined {
  let at: JsonValue | undefined = root
  for (const part of reference.slice(2).split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Readonly<Record<string, JsonValue>>)[key]
  }
  return at
}

function tooMuch(what: string, found: number, where: Where): Finding {
  const most = what in SCHEMA_LIMITS ? SCHEMA_LIMITS[what as keyof typeof SCHEMA_LIMITS] : SCHEMA_LIMITS.expanded
  return fault('schema/too-large', where, {
    en: `Expected a schema of at most ${String(most)} ${what}, but found ${String(found)}`,
    ar: `يجب ألا يزيد المخطط على ${String(most)} ‏(${what})، لكن وُجد ${String(found)}`,
  })
}

function fault(rule: string, where: Where, message: Text): Finding {
  return mistake(rule, where, message, {
    en: 'Simplify the schema, or split the form into several',
    ar: 'بسّط المخطط أو قسّم النموذج إلى عدة نماذج',
  })
}
