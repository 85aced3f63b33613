/** Pieces of a page: whatever is put into one is text and stays text, unless it is itself a piece of a page. */
export class Html {
  readonly #markup: string

  constructor(markup: string) {
    this.#markup = markup
  }

  toString(): string {
    return this.#markup
  }
}

export type Part = Html | string | number | false | undefined | readonly Part[]

/**
 * `html\`<p title="${text}">${text}</p>\``. Attribute values stand in quotes; false and undefined leave nothing.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let markup = strings[0] ?? ''
  for (const [index, part] of parts.entries()) markup += markupOf(part) + (strings[index + 1] ?? '')
  return new Html(markup)
}

/** Only for markup that was escaped where it was made: a form, a safe Markdown text. */
export const raw = (markup: string): Html => new Html(markup)

/** Digits and Latin names keep their own direction within an Arabic sentence, and the other way round. */
export const bdi = (part: Part): Html =>
  isCode(part) ? html`<bdi class="whole">${part}</bdi>` : html`<bdi>${part}</bdi>`

/** A number with hyphens, such as that of an application: it stays on one line. */
const isCode = (part: Part): boolean => typeof part === 'string' && /^(?=.*\d)[\w+-]{4,20}$/.test(part)

/** A sentence with gaps: `fill('Open since {day}', { day })`; what is put in stands in its own direction. */
export function fill(sentence: string, gaps: Readonly<Record<string, Part>>): Html {
  const pieces = sentence.split(/\{([a-zA-Z]+)\}/)
  const parts = pieces.map((piece, index): Part => (index % 2 === 0 ? piece : bdi(gapOf(sentence, piece, gaps))))
  return html`${parts}`
}

function gapOf(sentence: string, name: string, gaps: Readonly<Record<string, Part>>): Part {
  if (!Object.hasOwn(gaps, name)) throw new Error(`Expected something for {${name}} in "${sentence}", but got nothing`)
  return gaps[name]
}

function markupOf(part: Part): string {
  if (part instanceof Html) return part.toString()
  if (part === undefined || part === false) return ''
  return typeof part === 'object' ? part.map(markupOf).join('') : escaped(String(part))
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '')
