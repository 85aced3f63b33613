/** Every keyword of JSON Schema 2020-12, in the order in which they are asked; a test keeps it Ajv's. */
import { ANY_VALUE } from './any-value.ts'
import type { Keyword } from './keyword.ts'
import { LIST } from './list.ts'
import { NUMBER } from './number.ts'
import { OBJECT } from './object.ts'
import { TEXT } from './text.ts'
import type { TypeName } from './type.ts'

export const GROUPS: readonly { readonly type: TypeName | undefined; readonly keywords: readonly Keyword[] }[] = [
  { type: undefined, keywords: ANY_VALUE },
  { type: 'number', keywords: NUMBER },
  { type: 'string', keywords: TEXT },
  { type: 'array', keywords: LIST },
  { type: 'object', keywords: OBJECT },
]

/** Those that ask something of a value. */
export const RULES: ReadonlySet<string> = new Set([
  ...GROUPS.flatMap(({ keywords }) => keywords.map(({ name }) => name)),
  'type',
  'nullable',
  '$comment',
])

const SPOKEN: ReadonlySet<string> = new Set([
  '$schema',
  '$id',
  '$defs',
  '$vocabulary',
  '$comment',
  'definitions',
  'title',
  'description',
  'default',
  'deprecated',
  'readOnly',
  'writeOnly',
  'examples',
  'contentMediaType',
  'contentEncoding',
  'contentSchema',
])

export const isKnown = (keyword: string): boolean => RULES.has(keyword) || SPOKEN.has(keyword)
