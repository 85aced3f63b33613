/**
 * Conditions in words: "‘Identified by’ is ‘Passport’" for `=get or else(identityBy, "") = "passport"`. What a name stands for
 * is the question of a form that asks it; anything more involved than comparisons stays as it is written.
 */
import { durationIn } from '../../counted.ts'
import { parse } from '../../feel/parse/parse.ts'
import { SyntaxFault } from '../../feel/parse/reader.ts'
import type { ComparisonOperator, FeelNode } from '../../feel/syntax.ts'
import type { JsonObject, JsonValue } from '../../json.ts'
import { isText, type Text } from '../../text.ts'
import { gregorian } from '../../written-day.ts'
import { objectAt } from './leaves.ts'
import type { Side } from './side.ts'
import { same } from './words.ts'

const OR_ELSE = 'get or else'

/** Within a sentence that is quoted itself. */
const inner = ({ ar, en }: Text): Text => ({ ar: `‹\u2068${ar}\u2069›`, en: `‘\u2068${en}\u2069’` })

const OPERATORS: Readonly<Record<ComparisonOperator, Text>> = {
  '=': { ar: 'هو', en: 'is' },
  '!=': { ar: 'ليس', en: 'is not' },
  '<': { ar: 'أقل من', en: 'is less than' },
  '<=': { ar: 'لا يزيد على', en: 'is at most' },
  '>': { ar: 'أكثر من', en: 'is more than' },
  '>=': { ar: 'لا يقل عن', en: 'is at least' },
}
/** Where the other side is a day. */
const DAY_OPERATORS: Readonly<Record<ComparisonOperator, Text>> = {
  '=': { ar: 'في', en: 'is on' },
  '!=': { ar: 'ليس في', en: 'is not on' },
  '<': { ar: 'قبل', en: 'is before' },
  '<=': { ar: 'لا يتجاوز', en: 'is no later than' },
  '>': { ar: 'بعد', en: 'is after' },
  '>=': { ar: 'لا يسبق', en: 'is no earlier than' },
}
const JOINED: Readonly<Record<'and' | 'or', Text>> = { and: { ar: ' و', en: ' and ' }, or: { ar: ' أو ', en: ' or ' } }

/** For tables of aspects: in words, or as it is written. */
export const inWords = (value: JsonValue, side: Side): Text =>
  typeof value === 'string' ? (expressionInWords(value, side) ?? same(value)) : same(JSON.stringify(value))

function expressionInWords(expression: string, side: Side): Text | undefined {
  const node = parse(expression.replace(/^\s*=/, ''), 'expression', [OR_ELSE])
  return node instanceof SyntaxFault ? undefined : words(node, side)
}

function words(node: FeelNode, side: Side): Text | undefined {
  switch (node.kind) {
    case 'compare':
      return compared(node.left, node.operator, node.right, side)
    case 'in': {
      const [only, ...others] = node.tests
      const isOne = only?.kind === 'compare' && others.length === 0 && !node.negated
      return isOne ? compared(node.value, only.operator, only.operand, side) : undefined
    }
    case 'logic': {
      const parts = node.operands.map((it) => {
        const said = words(it, side)
        return said && it.kind === 'logic' ? { ar: `(${said.ar})`, en: `(${said.en})` } : said
      })
      return parts.every((it) => it !== undefined) ? joined(parts, JOINED[node.operator]) : undefined
    }
    default:
      return countedDay(node)
  }
}

const joined = (parts: readonly Text[], by: Text): Text => ({
  ar: parts.map((it) => it.ar).join(by.ar),
  en: parts.map((it) => it.en).join(by.en),
})

function compared(left: FeelNode, operator: ComparisonOperator, right: FeelNode, side: Side): Text | undefined {
  const path = pathOf(left)
  if (path === undefined) return undefined
  const asked = questionAt(path, side)
  const day = dayCalled(right)
  const value = day ?? (right.kind === 'literal' ? valueCalled(right.value, asked) : undefined)
  if (value === undefined) return undefined
  const is = (day ? DAY_OPERATORS : OPERATORS)[operator]
  const subject = inner(labelIn(asked) ?? same(path.join('.')))
  return { ar: `${subject.ar} ${is.ar} ${value.ar}`, en: `${subject.en} ${is.en} ${value.en}` }
}

/** Of "2026-01-04", and of days counted from the one on which it is asked, as texts: `string(today() - duration("P18Y"))`. */
function dayCalled(node: FeelNode): Text | undefined {
  if (node.kind === 'literal' && typeof node.value === 'string') {
    const [ar, en] = [gregorian(node.value, 'ar'), gregorian(node.value, 'en')]
    return ar !== undefined && en !== undefined ? { ar, en } : undefined
  }
  const day = argumentOf(node, 'string')
  return day && countedDay(day)
}

/** `today()`, `today() - duration("P18Y")`, `date("2026-01-04")` */
function countedDay(node: FeelNode): Text | undefined {
  const certain = argumentOf(node, 'date')
  if (certain) return certain.kind === 'literal' ? dayCalled(certain) : undefined
  if (isToday(node)) return { ar: 'اليوم الجاري', en: 'today' }
  if (node.kind !== 'arithmetic' || !isToday(node.first)) return undefined
  const [step, ...others] = node.rest
  const span = step && argumentOf(step.operand, 'duration')
  if (others.length > 0 || span?.kind !== 'literal' || typeof span.value !== 'string') return undefined
  const [ar, en] = [durationIn(span.value, 'ar'), durationIn(span.value, 'en')]
  if (step?.operator === '-') return { ar: `يوم يسبق اليوم الجاري بمدة ${ar}`, en: `the day ${en} before today` }
  return step?.operator === '+' ? { ar: `يوم يلي اليوم الجاري بمدة ${ar}`, en: `the day ${en} after today` } : undefined
}

const isToday = (node: FeelNode): boolean => argumentsOf(node, 'today')?.length === 0

function argumentsOf(node: FeelNode, name: string): readonly FeelNode[] | undefined {
  if (node.kind !== 'call' || node.callee.kind !== 'name' || node.callee.name !== name) return undefined
  return node.args.kind === 'positional' ? node.args.values : undefined
}

function argumentOf(node: FeelNode, name: string): FeelNode | undefined {
  const [only, ...others] = argumentsOf(node, name) ?? []
  return others.length === 0 ? only : undefined
}

/** What forms say of the question whose answer an expression is; nothing where it is more than that. */
export function questionAsked(expression: string, side: Side): JsonObject {
  const node = parse(expression.replace(/^\s*=/, ''), 'expression', [OR_ELSE])
  const path = node instanceof SyntaxFault ? undefined : pathOf(node)
  return path ? questionAt(path, side) : {}
}

/** The words of a choice, or the choice as it is kept. */
export function choiceCalled(value: string, question: JsonObject): Text {
  const choice = objectAt(question, 'choices')[value]
  return isText(choice) ? { ar: choice.ar, en: choice.en } : same(value)
}

/** Of `a.b`, and of the same with a value for where there is none. */
function pathOf(node: FeelNode): readonly string[] | undefined {
  if (node.kind === 'name') return [node.name]
  if (node.kind === 'path') {
    const base = pathOf(node.base)
    return base && [...base, node.key]
  }
  if (node.kind !== 'call' || node.args.kind !== 'positional') return undefined
  const [first] = node.args.values
  return node.callee.kind === 'name' && node.callee.name === OR_ELSE && first ? pathOf(first) : undefined
}

/** What forms say of it; nothing where several ask it in other words. */
function questionAt(path: readonly string[], { forms }: Side): JsonObject {
  const places = [`/${path.join('/')}`, `/${path.slice(1).join('/')}`]
  const found = forms.flatMap(({ json }) => places.map((place) => objectAt(objectAt(json, 'texts'), place)))
  const said = found.filter((it) => isText(it['label']))
  const [first] = said
  const isOne =
    first !== undefined && said.every((it) => JSON.stringify(it['label']) === JSON.stringify(first['label']))
  return isOne ? first : {}
}

function labelIn(question: JsonObject): Text | undefined {
  const { label } = question
  return isText(label) ? { ar: label.ar, en: label.en } : undefined
}

function valueCalled(value: unknown, question: JsonObject): Text | undefined {
  if (typeof value === 'boolean') return value ? { ar: 'نعم', en: 'yes' } : { ar: 'لا', en: 'no' }
  if (value === null) return { ar: 'بلا قيمة', en: 'nothing' }
  if (typeof value === 'string') return inner(choiceCalled(value, question))
  const text = String(value)
  return /^-?\d+(\.\d+)?$/.test(text) ? same(`\u2068${text}\u2069`) : undefined
}
