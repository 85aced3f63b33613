/**
 * Where in the page a value of the case is written: as text, in a quoted attribute, or somewhere it could change the page.
 *
 * A small reader of HTML (the states of the WHATWG tokenizer that matter here), fed piece by piece as the template's own
 * text and values follow each other. It reports what an author may not write: values outside text and quoted attributes,
 * scripts, frames, event handlers, and anything fetched from elsewhere.
 */
export type Fault =
  | { readonly kind: 'value-place'; readonly where: string }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'attribute'; readonly attribute: string }
  | { readonly kind: 'fetch'; readonly what: string }

type State =
  | 'text'
  | 'markup'
  | 'tag'
  | 'in-tag'
  | 'attribute'
  | 'before-value'
  | 'bare'
  | 'double'
  | 'single'
  | 'comment'

export interface Place {
  readonly state: State
  /** Tag being written, then the element whose raw text we are in ("style"), else "". */
  readonly tag: string
  readonly raw: string
  readonly attribute: string
  readonly value: string
  /** Of raw text, the last characters: a long text is not looked through for each of its letters. */
  readonly tail: string
}

export const START: Place = { state: 'text', tag: '', raw: '', attribute: '', value: '', tail: '' }

/** Whether two branches of a choice leave the page at the same kind of place. */
export const samePlace = (a: Place, b: Place): boolean =>
  a.state === b.state && a.raw === b.raw && (a.state === 'text' || (a.tag === b.tag && a.attribute === b.attribute))

const FORBIDDEN_TAGS: ReadonlySet<string> = new Set(
  (
    'script iframe frame frameset object embed applet link base meta form portal svg math template noscript ' +
    'video audio xmp noembed noframes plaintext'
  ).split(' '),
)
const ADDRESSES: ReadonlySet<string> = new Set(
  'src href srcset data action formaction poster background cite'.split(' '),
)
/** Never goes over the same spaces twice, however many there are. */
const FETCHING_STYLE = /@import|url\s*\((?!\s*(?:["']\s*)?(?:data:|#))|expression\s*\(|\\/i

/** Reads template text from `place` on; `line` is where the text begins. */
export function readText(place: Place, text: string, line: number, fault: (found: Fault, line: number) => void): Place {
  let now = place
  let at = line
  const report = (found: Fault): void => fault(found, at)
  for (const character of text) {
    now = step(now, character, report)
    if (character === '\n') at++
  }
  return now
}

/** Reads a value of the case: where it stands decides whether escaping is enough. */
export function readValue(place: Place, fault: (found: Fault) => void): Place {
  const where = forbiddenPlace(place)
  if (where !== undefined) fault({ kind: 'value-place', where })
  return place
}

function forbiddenPlace({ state, raw, attribute, tag }: Place): string | undefined {
  if (state === 'text') return raw === '' || raw === 'title' ? undefined : `<${raw}>`
  if (state === 'double' || state === 'single')
    return ADDRESSES.has(attribute) || attribute === 'style' ? `the attribute ${attribute}` : undefined
  if (state === 'comment') return 'a comment'
  if (state === 'bare' || state === 'before-value') return `the attribute ${attribute}, which has no quotation marks`
  return tag === '' ? 'a tag' : `the tag <${tag}>`
}

function step(place: Place, character: string, fault: (found: Fault) => void): Place {
  switch (place.state) {
    case 'text':
      return place.raw === '' ? inText(place, character) : inRawText(place, character, fault)
    case 'comment':
      return inComment(place, character)
    case 'markup':
      return afterAngle(place, character)
    case 'tag':
      return inTagName(place, character, fault)
    case 'in-tag':
    case 'attribute':
    case 'before-value':
      return inTag(place, character, fault)
    case 'bare':
    case 'double':
    case 'single':
      return inValue(place, character, fault)
  }
}

const inText = (place: Place, character: string): Place => (character === '<' ? { ...START, state: 'markup' } : place)

function afterAngle(place: Place, character: string): Place {
  if (character === '!') return { ...place, state: 'comment', value: '' }
  if (character === '?') return { ...place, state: 'comment', value: bogus }
  if (character === '/' || /[A-Za-z]/.test(character)) return { ...place, state: 'tag', tag: character.toLowerCase() }
  return START
}

/** Begins a comment that ends at the next ">", whatever it holds. */
const bogus = '?'

/** `<!doctype html>` ends at ">", `<!-- -->` at "-->"; browsers also end `<!-->` and `<!--->` there. */
function inComment(place: Place, character: string): Place {
  const whole = place.value + character
  const rest = whole.slice(2).slice(-4)
  if (character === '>' && (!whole.startsWith('--') || rest === '>' || rest === '->' || /--!?>$/.test(rest)))
    return START
  return { ...place, value: whole.slice(0, 2) + rest }
}

function inTagName(place: Place, character: string, fault: (found: Fault) => void): Place {
  if (place.tag === '/' && !/[A-Za-z]/.test(character))
    return character === '>' ? START : { ...place, state: 'comment', value: bogus }
  if (!/[\s/>]/.test(character)) return { ...place, tag: (place.tag + character.toLowerCase()).slice(0, 40) }
  if (FORBIDDEN_TAGS.has(place.tag)) fault({ kind: 'tag', tag: place.tag })
  return inTag({ ...place, state: 'in-tag' }, character, fault)
}

function inTag(place: Place, character: string, fault: (found: Fault) => void): Place {
  if (character === '>') return closeTag(endAttribute(place, fault))
  if (place.state === 'before-value') {
    if (/\s/.test(character)) return place
    if (character === '"') return { ...place, state: 'double', value: '' }
    if (character === "'") return { ...place, state: 'single', value: '' }
    return { ...place, state: 'bare', value: character }
  }
  if (character === '=' && place.attribute !== '') return { ...place, state: 'before-value' }
  if (/[\s/]/.test(character)) return place.state === 'attribute' ? { ...place, state: 'in-tag' } : place
  const name = place.state === 'attribute' ? place.attribute : ''
  if (name === '') return { ...endAttribute(place, fault), state: 'attribute', attribute: character.toLowerCase() }
  return { ...place, attribute: (name + character.toLowerCase()).slice(0, 40) }
}

function inValue(place: Place, character: string, fault: (found: Fault) => void): Place {
  const closing = { double: /"/, single: /'/, bare: /[\s>]/ }[place.state as 'double' | 'single' | 'bare']
  if (!closing.test(character)) return { ...place, value: place.value + character }
  const after: Place = { ...endAttribute(place, fault), state: 'in-tag' }
  return place.state === 'bare' && character === '>' ? closeTag(after) : after
}

function endAttribute(place: Place, fault: (found: Fault) => void): Place {
  const { attribute, value } = place
  if (attribute.startsWith('on') || attribute === 'srcdoc') fault({ kind: 'attribute', attribute })
  const address = value.replaceAll(/[^!-\u{10ffff}]/gu, '')
  if (ADDRESSES.has(attribute) && address !== '' && !/^(#|data:image\/(png|jpeg|gif|webp|svg\+xml)[;,])/i.test(address))
    fault({ kind: 'fetch', what: `${attribute}="${value.slice(0, 60)}"` })
  if (attribute === 'style' && FETCHING_STYLE.test(value))
    fault({ kind: 'fetch', what: `style="${value.slice(0, 60)}"` })
  return { ...place, attribute: '', value: '' }
}

const RAW_TEXT: ReadonlySet<string> = new Set(['style', 'title', 'textarea'])

const closeTag = (place: Place): Place => ({ ...START, raw: RAW_TEXT.has(place.tag) ? place.tag : '' })

/** Text up to the closing tag of its element; only what stands in <style> is kept, to judge it at the end. */
function inRawText(place: Place, character: string, fault: (found: Fault) => void): Place {
  const value = place.raw === 'style' ? place.value + character : ''
  const tail = (place.tail + character).slice(-place.raw.length - 3)
  if (!/[\s/>]/.test(character) || tail.slice(0, -1).toLowerCase() !== `</${place.raw}`)
    return { ...place, value, tail }
  if (place.raw === 'style' && FETCHING_STYLE.test(value)) fault({ kind: 'fetch', what: 'an address in <style>' })
  return character === '>' ? START : { ...START, state: 'in-tag', tag: `/${place.raw}` }
}
