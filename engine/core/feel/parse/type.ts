/**
 * The types one can ask for: `instance of list<number>`, `function(d: date)`.
 */
import type { FeelType } from '../syntax.ts'
import type { FeelKind } from '../value.ts'
import type { Parser } from './parser.ts'

/** The longest first, so that "date" does not hide "date and time". */
const simpleTypes: readonly (readonly [string, FeelKind | 'any'])[] = [
  ['years and months duration', 'years and months duration'],
  ['days and time duration', 'days and time duration'],
  ['year month duration', 'years and months duration'],
  ['day time duration', 'days and time duration'],
  ['date and time', 'date and time'],
  ['function', 'function'],
  ['context', 'context'],
  ['boolean', 'boolean'],
  ['number', 'number'],
  ['string', 'string'],
  ['range', 'range'],
  ['date', 'date'],
  ['time', 'time'],
  ['list', 'list'],
  ['Null', 'null'],
  ['Any', 'any'],
]

export function parseType(parser: Parser): FeelType {
  const { reader } = parser
  const found = simpleTypes.find(([text]) => takesWords(parser, text))
  const name = found?.[1] ?? reader.fail('a type such as number, string, date or list<number>')
  if (name === 'any') return { kind: 'any' }
  if (name === 'function') return parseFunctionType(parser)
  if (!(name === 'list' || name === 'range' || name === 'context') || !reader.takes('<'))
    return { kind: 'simple', name }
  const type: FeelType = name === 'context' ? parseEntries(parser) : { kind: name, item: nested(parser) }
  reader.expect('>', `to close ${name}<`)
  return type
}

function parseEntries(parser: Parser): FeelType {
  const { reader } = parser
  const entries: [string, FeelType][] = []
  do {
    const key = reader.takeNameBefore(':') ?? reader.fail('a key and : in context<')
    reader.expect(':', 'after the key')
    entries.push([key, nested(parser)])
  } while (reader.takes(','))
  return { kind: 'context', entries }
}

/** `function<number> -> string`; values do not carry their signature, so it is read and not compared. */
function parseFunctionType(parser: Parser): FeelType {
  const { reader } = parser
  if (reader.takes('<')) {
    if (!reader.takes('>')) {
      do nested(parser)
      while (reader.takes(','))
      reader.expect('>', 'to close function<')
    }
    if (reader.takes('->')) nested(parser)
  }
  return { kind: 'simple', name: 'function' }
}

function nested(parser: Parser): FeelType {
  return parser.deeper(() => parseType(parser))
}

function takesWords({ reader }: Parser, text: string): boolean {
  const before = reader.position
  if (text.split(' ').every((word) => reader.takesWord(word))) return true
  reader.position = before
  return false
}
