/** What a decision table answers where several of its rows fit (hit policies of DMN), in words. */
import type { Text } from '../../../text.ts'
import { logicOf, type Table } from './tables.ts'

/** As DMN writes them, with the aggregation. */
export const HIT_POLICIES = {
  UNIQUE: { ar: 'واحدة فقط تنطبق', en: 'Exactly one applies' },
  FIRST: { ar: 'أول ما ينطبق من أعلى', en: 'The first from the top' },
  ANY: { ar: 'أي واحدة، والجواب واحد', en: 'Any; they all say the same' },
  PRIORITY: { ar: 'الأهم جوابًا', en: 'The most important answer' },
  COLLECT: { ar: 'كلها، قائمةً', en: 'All of them, as a list' },
  'COLLECT SUM': { ar: 'كلها، مجموعًا', en: 'All of them, added up' },
  'COLLECT MIN': { ar: 'أقلها', en: 'The least of them' },
  'COLLECT MAX': { ar: 'أكثرها', en: 'The greatest of them' },
  'COLLECT COUNT': { ar: 'عددها', en: 'How many of them' },
  'RULE ORDER': { ar: 'كلها بترتيب القواعد', en: 'All, in the order of rules' },
  'OUTPUT ORDER': { ar: 'كلها بترتيب الأهمية', en: 'All, the most important first' },
} as const satisfies Readonly<Record<string, Text>>

/** Where the order of rows says something. */
const ORDERED = new Set(['FIRST', 'RULE ORDER', 'COLLECT'])
/** Where the order of the columns answered does: the first weighs most. */
const BY_COLUMNS = new Set(['PRIORITY', 'OUTPUT ORDER'])

export interface Policy {
  readonly name: string
  readonly isOrdered: boolean
  readonly isByColumns: boolean
}

export function policyOf({ node }: Table): Policy {
  const logic = logicOf(node)
  const said = (key: string): unknown => logic && Reflect.get(logic, key)
  const name = [said('hitPolicy') ?? 'UNIQUE', said('aggregation')].filter((it) => it !== undefined).join(' ')
  return { name, isOrdered: ORDERED.has(name), isByColumns: BY_COLUMNS.has(name) }
}

export const policyInWords = (name: string): Text =>
  new Map<string, Text>(Object.entries(HIT_POLICIES)).get(name) ?? { ar: name, en: name }
