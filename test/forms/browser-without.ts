/** What a browser without JavaScript sends of a page: the values of the inputs that are on and stand in no part that is switched off. */
import type { Body } from '../../forms/decode.ts'

const TAG = /<(\/?)(fieldset|input|textarea|select|option)\b([^>]*)>(?:\n?([^<]*)<\/textarea>)?/g

export function posted(html: string): Body {
  const body: Record<string, string[]> = {}
  const off: boolean[] = []
  let select: string | undefined
  const add = (name: string, value: string): void => {
    if (!off.includes(true)) (body[name] ??= []).push(value)
  }
  for (const [, close, tag, attributes = '', text = ''] of html.matchAll(TAG)) {
    const at = (name: string): string | undefined => plain(new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1])
    const is = (name: string): boolean => new RegExp(` ${name}( |$)`).test(attributes)
    if (tag === 'fieldset' && close) off.pop()
    else if (tag === 'fieldset') off.push(is('disabled'))
    else if (tag === 'select') select = close ? undefined : at('name')
    else if (tag === 'option' && select !== undefined && is('selected')) add(select, at('value') ?? '')
    else if (tag === 'textarea' && !close) add(at('name') ?? '', plain(text) ?? '')
    else if (tag === 'input' && (!/^(radio|checkbox)$/.test(at('type') ?? '') || is('checked')))
      add(at('name') ?? '', at('value') ?? 'on')
  }
  return body
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#x3D': '=',
  '#x60': '`',
}

const plain = (text: string | undefined): string | undefined =>
  text?.replaceAll(/&([^;]+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
