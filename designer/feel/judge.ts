/** What is wrong with an expression as it is written, and what it comes to with data at hand. */
import { parseFeel, parseUnaryTests, scopeOf, toJson, type FeelParse } from '../../engine/core/feel/feel.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import type { Known } from '../../engine/core/package/variables/known.ts'
import { nearest } from '../../engine/core/package/variables/nearest.ts'

/** written: FEEL after "=", other text stands for itself. expression, tests: FEEL as it is, as in decision tables. */
export type Grammar = 'written' | 'expression' | 'tests'

export type Judgement =
  | { readonly kind: 'good' }
  /** at: offset in the text, as it was written. */
  | { readonly kind: 'wrong'; readonly reason: string; readonly at: number }
  | { readonly kind: 'unknown'; readonly name: string; readonly near?: string }

export function judge(text: string, grammar: Grammar, known: Known | undefined): Judgement {
  const names = known?.variables.map((it) => it.name) ?? []
  const read = parsed(text, grammar, names)
  if (!read) return { kind: 'good' }
  const { parse, offset } = read
  if (!parse.ok) return { kind: 'wrong', reason: parse.reason, at: parse.at + offset }
  if (!known || known.isOpen) return { kind: 'good' }
  const name = parse.expression.names.find((it) => !names.includes(it))
  if (name === undefined || /is defined|get or else|get value/.test(text)) return { kind: 'good' }
  const near = nearest(name, names)
  return { kind: 'unknown', name, ...(near !== undefined && { near }) }
}

/** Names with words of the language in them are read only where they are known. */
function parsed(
  text: string,
  grammar: Grammar,
  named: readonly string[],
): { readonly parse: FeelParse; readonly offset: number } | undefined {
  if (text.trim() === '') return undefined
  if (grammar === 'tests') return { parse: parseUnaryTests(text, named), offset: 0 }
  if (grammar === 'expression') return { parse: parseFeel(text, named), offset: 0 }
  const start = text.length - text.trimStart().length
  if (text[start] !== '=') return undefined
  return { parse: parseFeel(text.slice(start + 1), named), offset: start + 1 }
}

export type Preview =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'none'; readonly reason: string }

/** Now: the moment for which the preview is made, milliseconds. */
export function preview(text: string, grammar: Grammar, data: JsonObject, now: number): Preview | undefined {
  const read = parsed(text, grammar, Object.keys(data))
  if (!read?.parse.ok || grammar === 'tests') return undefined
  const result = read.parse.expression.evaluate(scopeOf(data, now, 'Asia/Hebron'), { steps: 20_000 })
  // Nothing of that name came about in the try: there is nothing to show.
  if (!result.ok && result.code === 'unknown-name') return undefined
  return result.ok
    ? { kind: 'value', value: JSON.stringify(toJson(result.value)).slice(0, 200) }
    : { kind: 'none', reason: result.reason }
}
