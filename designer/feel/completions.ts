/** What may be written next in an expression: what the step knows, functions, words of the language. */
import { builtins } from '../../engine/core/feel/builtins/table.ts'
import { folded } from '../../engine/core/spelling.ts'
import type { Text } from '../../engine/core/text.ts'
import { fieldOf, type Variable, type VariableType } from '../../engine/core/package/variables/variable.ts'
import { kindWords } from './words.ts'

export interface Completion {
  readonly kind: 'value' | 'variable' | 'function' | 'word'
  /** As it is written. */
  readonly name: string
  /** What takes the place of the word that is being written, and where the caret stands then. */
  readonly insert: string
  readonly caret: number
  /** Of what kind the value is, or what the function takes. */
  readonly about: Text
  /** What people call it. */
  readonly title?: Text
}

export interface Offer {
  /** The word that is being written. */
  readonly from: number
  readonly to: number
  readonly items: readonly Completion[]
}

const WORDS = [
  'if',
  'then',
  'else',
  'for',
  'in',
  'return',
  'some',
  'every',
  'satisfies',
  'and',
  'or',
  'between',
  'null',
  'true',
  'false',
] as const
/** Constructs of the compiler, which no table lists. */
const FORGIVING: Readonly<Record<string, string>> = {
  'is defined': 'value',
  'get or else': 'value, default',
}

const MOST = 50

/**
 * @param caret offset in the text
 * @param values what may stand here, as FEEL: what a column of a table lists
 */
export function completionsAt(
  text: string,
  caret: number,
  variables: readonly Variable[],
  values: readonly string[] = [],
): Offer {
  const before = text.slice(0, caret)
  const written = /[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.exec(before)?.[0] ?? ''
  const from = caret - written.length
  const path = pathBefore(before.slice(0, from))
  const chosen = [...choicesBefore(before.slice(0, from), variables), ...values].map(ofValue)
  const others = [...variables.map(ofVariable), ...functions(), ...words()]
  const items = path
    ? fieldsOf(path, variables)
    : [...chosen, ...others.filter(({ name }) => !chosen.some((it) => it.name === name))]
  return { from, to: caret, items: matching(items, written).slice(0, MOST) }
}

/** Whether somebody stands inside a text between quotes, where nothing is offered. */
export const isQuoted = (text: string, caret: number): boolean =>
  (text.slice(0, caret).replaceAll(/\\./g, '').split('"').length - 1) % 2 === 1

/** "applicant.company." -> ["applicant", "company"] */
function pathBefore(before: string): readonly string[] | undefined {
  const path = /((?:[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\[[^\]]*\])?\.)+)$/u.exec(before)?.[1]
  return path
    ?.replaceAll(/\[[^\]]*\]/g, '')
    .split('.')
    .slice(0, -1)
}

/** "channel = " -> what the channel may be: the choices of a question, of a register's answer. */
function choicesBefore(before: string, variables: readonly Variable[]): readonly string[] {
  const path = /((?:[\p{L}_][\p{L}\p{M}\p{N}_]*\.)*[\p{L}_][\p{L}\p{M}\p{N}_]*)\s*!?=\s*$/u.exec(before)?.[1]
  const type = path === undefined ? undefined : typeAt(path.split('.'), variables)
  if (type?.kind === 'truth') return ['true', 'false']
  return type?.kind === 'text' ? (type.choices ?? []).map((it) => JSON.stringify(it)) : []
}

function typeAt([first = '', ...more]: readonly string[], variables: readonly Variable[]): VariableType | undefined {
  const start = variables.find(({ name }) => name === first)?.type
  return more.reduce<VariableType | undefined>((at, name) => at && fieldOf(at, name), start)
}

function fieldsOf(path: readonly string[], variables: readonly Variable[]): readonly Completion[] {
  const type = typeAt(path, variables)
  const object = type?.kind === 'list' ? type.of : type
  return object?.kind === 'object' ? object.fields.map(ofVariable) : []
}

const ofVariable = ({ name, type, title }: Variable): Completion => ({
  kind: 'variable',
  name,
  insert: name,
  caret: name.length,
  about: kindWords(type),
  ...(title && { title }),
})

const ofValue = (name: string): Completion => ({
  kind: 'value',
  name,
  insert: name,
  caret: name.length,
  about: { ar: 'قيمة', en: 'value' },
})

function functions(): readonly Completion[] {
  const listed = [...builtins.values()].map(({ name, signatures }): readonly [string, string] => [
    name,
    (signatures[0]?.params ?? [])
      .map((it) => (it.presence === 'rest' ? `…${it.name}` : it.presence === 'optional' ? `${it.name}?` : it.name))
      .join(', '),
  ])
  return [...Object.entries(FORGIVING), ...listed].map(([name, params]) => ({
    kind: 'function',
    name,
    insert: `${name}()`,
    caret: name.length + (params === '' ? 2 : 1),
    about: { ar: `${name}(${params})`, en: `${name}(${params})` },
  }))
}

const words = (): readonly Completion[] =>
  WORDS.map((name) => ({ kind: 'word', name, insert: name, caret: name.length, about: { ar: 'كلمة', en: 'word' } }))

/** Those that begin with it first, then those that hold it, by name or by what people call it. */
function matching(items: readonly Completion[], written: string): readonly Completion[] {
  const sought = folded(written)
  const rank = ({ name, title }: Completion): number => {
    const key = folded(name.replace(/^"/, ''))
    if (key.startsWith(sought)) return 0
    return key.includes(sought) || [title?.ar, title?.en].some((it) => it && folded(it).includes(sought)) ? 1 : 2
  }
  return items
    .map((it) => ({ it, at: rank(it) }))
    .filter(({ at }) => at < 2)
    .sort((one, other) => one.at - other.at)
    .map(({ it }) => it)
}

/** The text with a completion in the place of what was being written. */
export function completed(text: string, { from, to }: Offer, { insert, caret }: Completion) {
  return { text: `${text.slice(0, from)}${insert}${text.slice(to)}`, caret: from + caret }
}
