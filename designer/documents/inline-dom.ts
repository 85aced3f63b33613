/**
 * A run of text of a template as what one types in: words as text, values as chips that move as one, tags of letters as
 * elements; and back again. What is not known is a chip too, so that nothing is lost.
 */
import { tokensOf, type Token } from './tokens.ts'

export type Medium = 'html' | 'text'

const KEPT: ReadonlySet<string> = new Set('b bdi bdo em i mark small span strong sub sup u'.split(' '))
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': '\u00A0',
}

/** @param told what a chip says of its source */
export function fill(root: HTMLElement, source: string, medium: Medium, told: (source: string) => string): void {
  root.replaceChildren()
  const open: HTMLElement[] = [root]
  const here = (): HTMLElement => open.at(-1) ?? root
  for (const token of tokensOf(source)) {
    if (
      medium === 'text' &&
      token.kind !== 'value' &&
      token.kind !== 'begin' &&
      token.kind !== 'else' &&
      token.kind !== 'end'
    )
      here().append(token.source)
    else if (token.kind === 'text') here().append(shownText(token.source))
    else if (token.kind === 'open' && token.tag === 'br') here().append(document.createElement('br'))
    else if (token.kind === 'open' && KEPT.has(token.tag) && !token.alone) {
      const element = elementOf(token)
      here().append(element)
      open.push(element)
    } else if (token.kind === 'close' && open.length > 1 && here().dataset['tag'] === token.tag) open.pop()
    else here().append(chip(token.source, told(token.source)))
  }
}

/** Line breaks of the source are spaces on the page. */
const shownText = (source: string): string =>
  source.replaceAll(/\s+/g, ' ').replaceAll(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES[entity] ?? entity)

function elementOf({ tag, source }: Extract<Token, { kind: 'open' | 'close' }>): HTMLElement {
  const element = document.createElement(tag)
  element.dataset['tag'] = tag
  element.dataset['open'] = source
  const language = /\blang="(ar|en)"/.exec(source)?.[1] ?? (/\bclass="[^"]*\ben\b/.test(source) ? 'en' : undefined)
  if (language !== undefined) Object.assign(element, { lang: language, dir: language === 'en' ? 'ltr' : 'rtl' })
  return element
}

export function chip(source: string, told: string): HTMLElement {
  const element = document.createElement('span')
  element.className = 'chip'
  element.contentEditable = 'false'
  element.dataset['source'] = source
  element.textContent = told
  return element
}

export function sourceOf(root: Node, medium: Medium): string {
  return [...root.childNodes].map((node) => written(node, medium)).join('')
}

function written(node: Node, medium: Medium): string {
  if (node instanceof Text) return medium === 'text' ? node.data : escaped(node.data)
  if (!(node instanceof HTMLElement)) return ''
  const { source, open, tag } = node.dataset
  if (source !== undefined) return source
  const inside = sourceOf(node, medium)
  if (medium === 'text') return node.tagName === 'BR' ? '\n' : node.tagName === 'DIV' ? `\n${inside}` : inside
  if (node.tagName === 'BR') return '<br>'
  if (open !== undefined && tag !== undefined) return `${open}${inside}</${tag}>`
  const own = node.tagName.toLowerCase()
  if (own === 'b' || own === 'i' || own === 'u') return `<${own}>${inside}</${own}>`
  return own === 'div' ? `<br>${inside}` : inside
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00A0', '&nbsp;')
