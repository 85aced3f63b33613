/** What a chip says of what stands between its braces, as a person reads it. */
import type { Text } from '../../engine/core/text.ts'
import { insideOf, readCondition, readExpression, unquoted, type Condition } from './expression.ts'
import { WORD_NAMES } from './sample.ts'
import { tokensOf } from './tokens.ts'
import { DOCUMENT_WORDS } from './words.ts'

export type Say = (text: Text, gaps?: Readonly<Record<string, string | number>>) => string

export function tellSource(source: string, say: Say): string {
  const [token] = tokensOf(source)
  if (token === undefined) return source
  if (token.kind === 'begin') return tellAround(token.word, token.args, say)
  if (token.kind === 'else') return say(DOCUMENT_WORDS.otherwise)
  if (token.kind === 'end') return say(DOCUMENT_WORDS.endIf)
  return token.kind === 'value' ? tellValue(insideOf(source), say) : source
}

function tellValue(inside: string, say: Say): string {
  const { word, values, options } = readExpression(inside, WORD_NAMES)
  const [first = '', second = ''] = values
  if (word === 'qr' && values.length === 0) return say(DOCUMENT_WORDS.blockQr)
  const language = word === 'text' ? unquoted(second) : (options['language'] ?? '')
  const how = [
    language === 'ar' ? say(DOCUMENT_WORDS.arabic) : language === 'en' ? say(DOCUMENT_WORDS.english) : '',
    options['calendar'] === 'hijri' ? say(DOCUMENT_WORDS.hijri) : '',
  ]
  return [nameOf(first, say), ...how].filter((part) => part !== '').join(' · ')
}

/** Of the facts Masar fills, their names; of others the name as it is. */
export function nameOf(path: string, say: Say): string {
  const key = `document${path.replace(/^document\./, '')}`
  if (path.startsWith('document.') && isFact(key)) return say(DOCUMENT_WORDS[key])
  return path
}

const isFact = (
  key: string,
): key is 'documentserial' | 'documentreference' | 'documentissuedAt' | 'documentvalidUntil' =>
  ['documentserial', 'documentreference', 'documentissuedAt', 'documentvalidUntil'].includes(key)

const TESTS = {
  there: DOCUMENT_WORDS.ifThere,
  notThere: DOCUMENT_WORDS.ifNotThere,
  is: DOCUMENT_WORDS.ifIs,
  isNot: DOCUMENT_WORDS.ifIsNot,
} as const satisfies Readonly<Record<Condition['test'], Text>>

export function tellAround(word: string, args: string, say: Say): string {
  if (word === 'each') return say(DOCUMENT_WORDS.forEach, { what: nameOf(args, say) })
  if (word === 'with') return say(DOCUMENT_WORDS.inside, { what: nameOf(args, say) })
  const condition = readCondition(word, args)
  if (condition === undefined) return say(DOCUMENT_WORDS.ifOther, { what: args })
  return say(TESTS[condition.test], { what: nameOf(condition.path, say), value: condition.value })
}
