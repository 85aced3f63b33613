/** What can be wrong with an answer, by the code under which a form keeps its own sentence for it, as the renderer and the judge would tell it. */
import { isJsonObject, type JsonObject } from '../../../engine/core/json.ts'
import type { Field } from '../../../forms/form.ts'
import { isGroup, KINDS } from '../../../forms/kinds/kinds.ts'
import type { Pattern } from '../../../forms/place.ts'
import { schemaOf } from './fields.ts'
import { type FormJson, textsOf } from './form-file.ts'
import { objectAt } from './json/pointer.ts'
import { choicesAt, kindAt } from './kind-at.ts'
import { entryOf, optionsOf } from './layout.ts'

export interface FaultCode {
  readonly code: string
  /** What the rule asks, for the usual sentence. */
  readonly params: Readonly<Record<string, unknown>>
}

/** Rules of a schema that a person can break; what each is told with. */
const RULES = [
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'contains',
  'enum',
  'const',
  'oneOf',
  'anyOf',
  'not',
] as const

/** Told while a file comes, before anything of it is kept. */
const UPLOADS = [
  'attachment.kind',
  'attachment.too-large',
  'attachment.empty',
  'attachment.damaged',
  'attachment.encrypted',
  'attachment.disguised',
  'attachment.vast',
  'attachment.infected',
  'attachment.limit',
  'scanner.unavailable',
] as const

/** Beside the schema. */
const CHECKS: Partial<Readonly<Record<Field['kind'], (options: JsonObject) => readonly string[]>>> = {
  iban: () => ['ibanCheck'],
  signature: () => ['signature'],
  nationalId: ({ check }) => (check === 'luhn' ? ['checkDigit'] : []),
  date: (options) => ['earliest', 'latest'].filter((it) => options[it] !== undefined),
}

/** None where the questions inside have their own. */
export function faultCodesAt(form: FormJson, place: Pattern): readonly FaultCode[] {
  const kind = kindAt(form, place)
  const schema = schemaOf(form, place)
  const options = optionsOf(form, place)
  const own = Object.keys(textsOf(form)[place]?.errors ?? {}).map((code) => ({ code, params: {} }))
  if (isGroup(kind)) return own
  const field: Field = {
    place,
    kind,
    schema,
    text: textsOf(form)[place] ?? { label: { ar: '', en: '' } },
    choices: choicesAt(form, place),
    required: false,
    options,
    when: {},
    inner: [],
  }
  const told = [...rulesIn(field, form), ...typeOf(schema)].map(([keyword, params]) => ({
    code: KINDS[kind].code?.(keyword, field) ?? keyword,
    params,
  }))
  const others = [...(CHECKS[kind]?.(options) ?? []), ...(isFile(kind) ? UPLOADS : [])]
  const all = [...told, ...others.map((code) => ({ code, params: UNTOLD })), ...own]
  return all.filter(({ code }, index) => all.findIndex((it) => it.code === code) === index)
}

/** What hangs on answers is not known before. */
const UNTOLD = { limit: '…' }

type Rule = readonly [keyword: string, params: FaultCode['params']]

function rulesIn({ kind, schema, options, place, choices }: Field, form: FormJson): readonly Rule[] {
  const required: Rule = ['required', {}]
  if (isFile(kind)) return [required, ...fileRules(form, place, schema)]
  if (kind === 'money') return [required, ['pattern', {}]]
  if (kind === 'signature') return [required]
  const offered: readonly Rule[] =
    options['choices'] === undefined && (kind !== 'severalOf' || choices.length === 0) ? [] : [['enum', {}]]
  const asked: readonly Rule[] = isJsonObject(options['choices'] ?? null) ? [['unasked', {}]] : []
  const written = RULES.filter((it) => schema[it] !== undefined).map((it): Rule => [it, paramsOf(it, schema)])
  return [required, ...written, ...offered, ...asked]
}

const typeOf = ({ type }: JsonObject): readonly Rule[] =>
  type === 'integer' || type === 'number' ? [['type', { type }]] : []

const isFile = (kind: Field['kind']): boolean => kind === 'file' || kind === 'files'

function paramsOf(keyword: string, schema: JsonObject): FaultCode['params'] {
  if (keyword === 'multipleOf') return { multipleOf: schema['multipleOf'] }
  return keyword === 'enum' ? { allowedValues: schema['enum'] } : { limit: schema[keyword] }
}

function fileRules(form: FormJson, place: Pattern, { maxItems }: JsonObject): readonly Rule[] {
  const file = schemaOf(form, entryOf(form, place))
  const most = objectAt(file, '/properties/size')['maximum']
  const kinds = objectAt(file, '/properties/mediaType')['enum']
  return [
    ...(most === undefined ? [] : [['maximum', { limit: most }] as const]),
    ...(kinds === undefined ? [] : [['enum', { allowedValues: kinds }] as const]),
    ...(maxItems === undefined ? [] : [['maxItems', { limit: maxItems }] as const]),
  ]
}
