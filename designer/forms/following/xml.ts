/** Expressions in the XML of drawings and decisions: what no expression changes stays letter by letter. */
import { fromXml, inXml } from '../../../engine/core/xml-text.ts'
import type { Renamer } from './renamer.ts'

export const literal = (name: string): string => name.replaceAll(/[^\w]/g, '\\$&')

/** A value handed to a step under its own name. */
export const handedOn = (name: string): RegExp =>
  new RegExp(
    `<(?:[\\w-]+:)?input\\b(?=[^>]*\\ssource=["']=\\s*${literal(name)}["'])(?=[^>]*\\starget=["']${literal(name)}["'])[^>]*>`,
    'g',
  )

const DECIDING = /<((?:[\w-]+:)?businessRuleTask)\b[\s\S]*?<\/\1>/g

/** A decision knows what it is handed by the name it has there. */
function handedToDecisions(xml: string, { path: [from = '', ...deeper], name }: Renamer): string {
  if (deeper.length > 0) return xml
  return xml.replaceAll(DECIDING, (task) =>
    task.replaceAll(handedOn(from), (input) =>
      input.replace(/(\starget=)(["'])[^"']*\2/, (_, before: string, quote: string) => before + quote + name + quote),
    ),
  )
}

/** In attributes and between tags, each begins with "=". */
export const inDrawing = (xml: string, rename: Renamer): string =>
  handedToDecisions(xml, rename)
    .replaceAll(/(\s[\w:.-]+\s*=\s*)("\s*=[^"]*"|'\s*=[^']*')/g, (_, before: string, quoted: string) => {
      const quote = quoted.charAt(0)
      const next = changed(quoted.slice(1, -1), rename)
      return before + (next === undefined ? quoted : quote + next.replaceAll("'", '&apos;') + quote)
    })
    .replaceAll(/>(\s*=[^<]*)</g, (whole, text: string) => {
      const next = changed(text, rename)
      return next === undefined ? whole : `>${next}<`
    })

/** A decision reads its variables in texts of their own, and names those that come from outside. */
export const INPUT_DATA = /<((?:[\w-]+:)?inputData)\b[\s\S]*?(?:<\/\1>|\/>)/g

export const inDecision = (xml: string, rename: Renamer): string =>
  xml
    .replaceAll(TABLE, (table) => inTable(table, rename))
    .replaceAll(/(<(?:[\w-]+:)?text>)([^<]*)(<)/g, (whole, open: string, text: string, close: string) => {
      const next = changed(text, rename)
      return next === undefined ? whole : open + next + close
    })
    .replaceAll(INPUT_DATA, (input) => (rename.path.length === 1 ? namedOtherwise(input, rename) : input))

const element = (name: string): RegExp => new RegExp(`<((?:[\\w-]+:)?${name})\\b(?:[^>]*/>|[\\s\\S]*?</\\1>)`, 'g')
const [TABLE, COLUMN, RULE, CELL] = ['decisionTable', 'input', 'rule', 'inputEntry'].map(element) as [
  RegExp,
  RegExp,
  RegExp,
  RegExp,
]
const TEXT = /(<(?:[\w-]+:)?text>)([^<]*)(<)/g

/** The columns that ask for the answer, with what they say is possible, and their cells in every rule. */
function inTable(table: string, rename: Renamer): string {
  const asked = [...table.matchAll(COLUMN)].map(([column]) => asksFor(column, rename))
  const cell = (text: string): string =>
    text.replaceAll(TEXT, (whole, open: string, written: string, close: string) => {
      const own = fromXml(written)
      const next = rename.cell(own)
      return next === own ? whole : open + inXml(next) + close
    })
  return table
    .replaceAll(COLUMN, (column) => (asksFor(column, rename) ? cell(column) : column))
    .replaceAll(RULE, (rule) => {
      let column = 0
      return rule.replaceAll(CELL, (it) => (asked[column++] === true ? cell(it) : it))
    })
}

const asksFor = (column: string, { path }: Renamer): boolean =>
  fromXml(/<(?:[\w-]+:)?text>([^<]*)</.exec(column)?.[1] ?? '').trim() === path.join('.')

const namedOtherwise = (input: string, { path: [from = ''], name }: Renamer): string =>
  input.replaceAll(/(\sname=)(["'])([^"']*)\2/g, (whole, before: string, quote: string, own: string) =>
    own === from ? before + quote + name + quote : whole,
  )

/** Undefined: nothing in it is meant. */
function changed(text: string, rename: Renamer): string | undefined {
  const source = fromXml(text)
  const next = rename.expression(source)
  return next === source ? undefined : inXml(next)
}
