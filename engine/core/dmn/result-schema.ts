/**
 * What a decision gives, as far as its file says: of what kind its columns are, which values they list or its rules write, one
 * answer or a list of them. A JSON Schema, for whoever writes expressions over the result; it judges nothing.
 */
import type { Decision, DecisionTable, ItemDefinition, OutputClause } from 'dmn-moddle'
import type { JsonObject } from '../json.ts'

/** Undefined: nothing is said. */
type Schema = JsonObject | undefined

export class ResultSchemas {
  private readonly defined: ReadonlyMap<string, ItemDefinition>
  /** Definitions may be made of each other many times over: what is more than anybody reads is left out. */
  private left = MOST_PARTS

  constructor(definitions: readonly ItemDefinition[]) {
    this.defined = new Map(definitions.map((it) => [it.name ?? '', it]))
  }

  of({ variable, decisionLogic: logic }: Decision): Schema {
    this.left = MOST_PARTS
    const declared = this.named(variable?.typeRef) ?? this.named(logic?.typeRef)
    if (logic?.$type === 'dmn:LiteralExpression') return declared ?? kindOf([logic.text ?? ''])
    return (logic?.$type === 'dmn:DecisionTable' ? this.ofTable(logic) : undefined) ?? declared
  }

  private ofTable(table: DecisionTable): Schema {
    const { hitPolicy = 'UNIQUE', aggregation, output = [] } = table
    if (hitPolicy === 'COLLECT' && aggregation !== undefined) return { type: 'number' }
    const columns = output.map((clause, index) => [nameOf(clause, index), this.column(clause, index, table)] as const)
    const [only] = columns
    const one: Schema =
      columns.length === 1
        ? only?.[1]
        : { type: 'object', properties: Object.fromEntries(columns.map(([name, schema]) => [name, schema ?? {}])) }
    return LISTS.has(hitPolicy) ? { type: 'array', ...(one && { items: one }) } : one
  }

  /** As it is declared; where only some values can come out, those. */
  private column(clause: OutputClause, index: number, { rule = [] }: DecisionTable): Schema {
    const written = rule.map(({ outputEntry = [] }) => outputEntry[index]?.text)
    const texts =
      textsIn(clause.outputValues?.text) ?? textsOf([...written, clause.defaultOutputEntry?.text].filter(isWritten))
    if (texts !== undefined) return { type: 'string', enum: texts }
    return this.named(clause.typeRef) ?? kindOf(written.filter(isWritten))
  }

  private named(reference: string | undefined, depth = 0): Schema {
    const name = reference?.replace(/^feel:/, '') ?? ''
    const known = KINDS.get(name)
    const definition = known ? undefined : this.defined.get(name)
    return known ?? (definition && this.defines(definition, depth + 1))
  }

  private defines({ itemComponent = [], typeRef, allowedValues, isCollection }: ItemDefinition, depth: number): Schema {
    if (depth > DEEPEST || this.left-- <= 0) return undefined
    const texts = textsIn(allowedValues?.text)
    const one: Schema =
      itemComponent.length > 0
        ? {
            type: 'object',
            properties: Object.fromEntries(
              itemComponent.map((it) => [it.name ?? '', this.defines(it, depth + 1) ?? {}]),
            ),
          }
        : texts
          ? { type: 'string', enum: texts }
          : this.named(typeRef, depth)
    return isCollection === true ? { type: 'array', ...(one && { items: one }) } : one
  }
}

const MOST_PARTS = 200
const DEEPEST = 6

/** Of each rule that holds its answer. */
const LISTS: ReadonlySet<string> = new Set(['COLLECT', 'RULE ORDER', 'OUTPUT ORDER'])

const KINDS: ReadonlyMap<string, JsonObject> = new Map<string, JsonObject>([
  ['string', { type: 'string' }],
  ['number', { type: 'number' }],
  ['boolean', { type: 'boolean' }],
  ['date', { type: 'string', format: 'date' }],
  ['date and time', { type: 'string', format: 'date-time' }],
  ['dateTime', { type: 'string', format: 'date-time' }],
])

const nameOf = ({ name, label }: OutputClause, index: number): string => name || (label ?? String(index + 1))

const isWritten = (text: string | undefined): text is string => {
  const trimmed = text?.trim() ?? ''
  return trimmed !== '' && trimmed !== '-'
}

const TEXT = /^\s*"([^"\\]*)"\s*$/

/** Undefined where one of them is no plain text. */
function textsOf(cells: readonly string[]): readonly string[] | undefined {
  const texts = cells.flatMap((it) => TEXT.exec(it)?.[1] ?? [])
  return texts.length === 0 || texts.length < cells.length ? undefined : [...new Set(texts)]
}

/** `"low", "high"` */
function textsIn(list: string | undefined): readonly string[] | undefined {
  const text = list?.trim() ?? ''
  return /^"[^"\\]*"(?:\s*,\s*"[^"\\]*")*$/.test(text)
    ? [...text.matchAll(/"([^"\\]*)"/g)].map(([, it = '']) => it)
    : undefined
}

/** Where nothing is declared and all cells are of one kind. */
function kindOf(cells: readonly string[]): Schema {
  if (cells.length === 0) return undefined
  if (cells.every((it) => /^\s*-?\d+(?:\.\d+)?\s*$/.test(it))) return { type: 'number' }
  return cells.every((it) => /^\s*(?:true|false)\s*$/.test(it)) ? { type: 'boolean' } : undefined
}
