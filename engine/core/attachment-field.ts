/**
 * Which answers of a form name a file. A form asks for one where its schema asks for a digest (`"pattern": "^[0-9a-f]{64}$"`):
 * alone, or as the `digest` of an attachment of the national field library, with name, size and media type beside it.
 */
import type { Digest } from './ids.ts'
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts'
import { follow } from './schema/reference.ts'

export const DIGEST_PATTERN = '^[0-9a-f]{64}$'

export interface NamedFile {
  /** JSON pointer to the answer: the digest alone, or the attachment that has it. */
  readonly place: string
  readonly digest: Digest
  /** What the answer says of the file beside its digest. */
  readonly said: JsonObject
}

const COMBINERS = ['allOf', 'anyOf', 'oneOf'] as const
const BRANCHES = ['if', 'then', 'else', 'not'] as const
const PATTERN = new RegExp(DIGEST_PATTERN)

/** @param schema has passed the limits of schemas, so that following it ends */
export function filesNamed(schema: JsonObject, answers: JsonValue): readonly NamedFile[] {
  const found = new Map<string, NamedFile>()
  visit({ root: schema, found }, schema, answers, '', undefined)
  return [...found.values()]
}

interface Search {
  readonly root: JsonObject
  readonly found: Map<string, NamedFile>
}

function visit(
  search: Search,
  value: JsonValue | undefined,
  answer: JsonValue,
  place: string,
  around: JsonObject | undefined,
): void {
  if (!isJsonObject(value ?? null)) return
  const schema = value as JsonObject
  const here = (inner: JsonValue | undefined): void => visit(search, inner, answer, place, around)
  if (typeof schema['$ref'] === 'string') here(follow(search.root, schema['$ref']))
  for (const name of COMBINERS) for (const inner of listAt(schema, name)) here(inner)
  for (const name of BRANCHES) here(schema[name])
  if (typeof answer === 'string') note(search, schema, answer, place, around)
  else if (Array.isArray(answer)) visitEntries(search, schema, answer, place)
  else if (isJsonObject(answer)) visitProperties(search, schema, answer, place)
}

function visitEntries(search: Search, schema: JsonObject, answer: readonly JsonValue[], place: string): void {
  const first = listAt(schema, 'prefixItems')
  for (const [index, entry] of answer.entries())
    visit(search, first[index] ?? schema['items'], entry, `${place}/${index}`, undefined)
}

function visitProperties(search: Search, schema: JsonObject, answer: JsonObject, place: string): void {
  const properties = schema['properties']
  if (properties === undefined || !isJsonObject(properties)) return
  for (const [name, inner] of Object.entries(properties))
    if (Object.hasOwn(answer, name))
      visit(search, inner, answer[name] ?? null, `${place}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, answer)
}

function note({ found }: Search, schema: JsonObject, answer: string, at: string, around?: JsonObject): void {
  if (schema['pattern'] !== DIGEST_PATTERN || !PATTERN.test(answer)) return
  const isWhole = around !== undefined && at.endsWith('/digest')
  const place = isWhole ? at.slice(0, -'/digest'.length) : at
  const { digest: _, ...said } = isWhole ? around : {}
  found.set(at, { place, digest: answer as Digest, said })
}

function listAt(schema: JsonObject, key: string): readonly JsonValue[] {
  const value = schema[key]
  return Array.isArray(value) ? value : []
}
