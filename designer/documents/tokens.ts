/** The pieces of a template in the order they are written: text, tags, values in braces, blocks. Nothing is left out. */

export type Token =
  | { readonly kind: 'text' | 'comment'; readonly start: number; readonly end: number; readonly source: string }
  | {
      readonly kind: 'open' | 'close'
      readonly tag: string
      readonly alone: boolean
      readonly start: number
      readonly end: number
      readonly source: string
    }
  | { readonly kind: 'value'; readonly start: number; readonly end: number; readonly source: string }
  /** {{#if x}}, {{else}}, {{/if}} */
  | {
      readonly kind: 'begin' | 'else' | 'end'
      readonly word: string
      readonly args: string
      readonly start: number
      readonly end: number
      readonly source: string
    }

const PIECE =
  /\{\{!--[\s\S]*?--\}\}|\{\{[^{}]*\}\}|<!--[\s\S]*?-->|<style\b[\s\S]*?<\/style>|<![^>]*>|<\/?[a-zA-Z][^<>]*>/g

/** Elements that have no end. */
const ALONE: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'col', 'wbr', 'input'])

export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  for (const match of source.matchAll(PIECE)) {
    if (match.index > at) tokens.push(text(source, at, match.index))
    tokens.push(tokenOf(match[0], match.index))
    at = match.index + match[0].length
  }
  if (at < source.length) tokens.push(text(source, at, source.length))
  return tokens
}

const text = (source: string, start: number, end: number): Token => ({
  kind: 'text',
  start,
  end,
  source: source.slice(start, end),
})

function tokenOf(source: string, start: number): Token {
  const place = { start, end: start + source.length, source }
  if (source.startsWith('{{')) return bracesOf(source, place)
  const [, slash, name = ''] = /^<(\/?)([a-zA-Z][\w-]*)/.exec(source) ?? []
  const tag = name.toLowerCase()
  if (tag === '' || tag === 'style') return { kind: 'comment', ...place }
  return { kind: slash === '/' ? 'close' : 'open', tag, alone: ALONE.has(tag) || source.endsWith('/>'), ...place }
}

function bracesOf(
  source: string,
  place: { readonly start: number; readonly end: number; readonly source: string },
): Token {
  if (source.startsWith('{{!')) return { kind: 'comment', ...place }
  const inside = source.slice(2, -2).replaceAll(/^~|~$/g, '').trim()
  if (inside === 'else') return { kind: 'else', word: 'else', args: '', ...place }
  const [, sign, word = '', args = ''] = /^([#/])\s*(\S+)\s*([\s\S]*)$/.exec(inside) ?? []
  if (sign === undefined) return { kind: 'value', ...place }
  return { kind: sign === '#' ? 'begin' : 'end', word, args: args.trim(), ...place }
}
