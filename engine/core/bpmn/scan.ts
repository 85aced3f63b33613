/**
 * The gate before any XML parser: a drawing that could hurt the server is turned away here, in one linear pass.
 *
 * The model reader behind this gate takes time that grows faster than the file where namespaces are nested, and reads
 * broken input with mere warnings. So size, depth, number of elements and of namespaces, document types, entities,
 * control characters and double ids are settled first, by the same tokenizer the model reader uses, without namespaces:
 * what this pass sees is what that reader will see. It stops at the first thing that is wrong with the XML itself.
 */
import { Parser } from 'saxen'
import { mistake, quoted } from '../finding.ts'
import type { Finding } from '../problem.ts'
import { FAULTS, malformed, notBoolean, notUtf8, reserved, XML_LIMITS, type Fault } from './xml-fault.ts'

const CONTROL = /(?![\t\n\r])[\p{Cc}\u202A-\u202E\uFFFE\uFFFF\uFEFF]/u
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)/
/** An attribute of this name vanishes in the tokenizer instead of being reported. */
const PROTO = /\s__proto__\s*=/
const CHARACTER_REFERENCE = /&#(?:(\d+)|x([0-9a-fA-F]+));/g
const BELONGS_TO_JAVASCRIPT: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * @param booleans attribute names whose value must be literally true or false
 * @returns nothing when the text may go on to the model reader
 */
export function scanXml(file: string, xml: string, booleans: ReadonlySet<string> = new Set()): readonly Finding[] {
  const tooLarge = textFault(xml)
  if (tooLarge) return [fault(file, undefined, tooLarge)]
  return new Scan(file, booleans).run(xml.startsWith('\uFEFF') ? xml.slice(1) : xml)
}

class Scan {
  readonly file: string
  readonly booleans: ReadonlySet<string>
  readonly parser = new Parser()
  readonly open: string[] = []
  readonly ids = new Set<string>()
  readonly findings: Finding[] = []
  elements = 0
  namespaces = 0
  roots = 0
  /** How deep the open elements are inside an extensionElements: ids there are the vendor's own affair. */
  extensions = 0

  constructor(file: string, booleans: ReadonlySet<string>) {
    this.file = file
    this.booleans = booleans
  }

  run(xml: string): readonly Finding[] {
    this.parser
      .on('openTag', (name, attributes, decode, _selfClosing, position) => {
        this.enter(name, position)
        const found = attributes()
        if (found) this.attributes(found, decode, position)
      })
      .on('closeTag', () => this.leave())
      .on('text', (text, decode, position) => this.text(text, decode, position))
      .on('attention', (_text, _decode, position) => this.refuse(FAULTS.doctype, position))
      .on('question', (text, position) => this.instruction(text, position))
      .on('error', (error, position) => this.refuse(malformed(error.message), position))
      .on('warn', (error, position) => this.refuse(malformed(error.message), position))
    try {
      this.parser.parse(xml)
    } catch (error) {
      if (!(error instanceof Stopped)) throw error
    }
    return this.findings
  }

  enter(name: string, position: Position): void {
    this.open.push(name)
    this.elements++
    if (this.open.length === 1) this.roots++
    if (this.roots > 1) this.refuse(malformed('second root element'), position)
    if (this.open.length > XML_LIMITS.depth) this.refuse(FAULTS.tooDeep, position)
    if (this.elements > XML_LIMITS.elements) this.refuse(FAULTS.tooManyElements, position)
    if (BELONGS_TO_JAVASCRIPT.has(localName(name))) this.refuse(reserved(name), position)
    if (localName(name) === 'extensionElements') this.extensions++
  }

  /** Called for self-closing elements too. */
  leave(): void {
    const name = this.open.pop()
    if (name !== undefined && localName(name) === 'extensionElements') this.extensions--
  }

  attributes(attributes: Readonly<Record<string, string>>, decode: (text: string) => string, position: Position): void {
    const entries = Object.entries(attributes)
    if (entries.length > XML_LIMITS.attributes) this.refuse(FAULTS.tooManyAttributes, position)
    for (const [name, raw] of entries) {
      if (name === 'xmlns' || name.startsWith('xmlns:')) this.namespaces++
      if (BELONGS_TO_JAVASCRIPT.has(localName(name))) this.refuse(reserved(name), position)
      this.text(raw, decode, position)
      if (this.booleans.has(name) && raw !== 'true' && raw !== 'false') this.refuse(notBoolean(name, raw), position)
      if (name === 'id' && this.extensions === 0) this.identify(decode(raw), position)
    }
    if (this.namespaces > XML_LIMITS.namespaces) this.refuse(FAULTS.tooManyNamespaces, position)
  }

  text(raw: string, decode: (text: string) => string, position: Position): void {
    if (!raw.includes('&')) return
    if (ENTITY.test(raw)) this.refuse(FAULTS.unknownEntity, position)
    if (!referencesAreText(raw) || CONTROL.test(decode(raw))) this.refuse(FAULTS.controlCharacter, position)
  }

  instruction(text: string, position: Position): void {
    if (!/^<\?xml\s/i.test(text)) this.refuse(FAULTS.instruction, position)
    const encoding = /encoding\s*=\s*["']([^"']*)["']/i.exec(text)?.[1]
    if (encoding !== undefined && !/^utf-8$/i.test(encoding)) this.refuse(notUtf8(encoding), position)
  }

  identify(id: string, position: Position): void {
    if (!this.ids.has(id)) this.ids.add(id)
    else if (this.findings.length < MOST_DUPLICATES) this.findings.push(duplicateId(this.file, id, lineOf(position)))
  }

  /**
   * Telling the line costs a pass over the file, so it is asked for only here and for the first few double ids. Thrown
   * out of, because the tokenizer's own stop waits for the end of an element of two million characters.
   */
  refuse(what: Fault, position: Position): never {
    this.findings.push(fault(this.file, `line ${lineOf(position)}`, what))
    throw new Stopped()
  }
}

class Stopped extends Error {}

type Position = () => { readonly line: number }

const MOST_DUPLICATES = 20

const lineOf = (position: Position): string => String(position().line + 1)

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

function textFault(xml: string): Fault | undefined {
  if (xml.length > XML_LIMITS.characters) return FAULTS.tooLarge
  if (!xml.isWellFormed()) return notUtf8('broken')
  const body = xml.startsWith('\uFEFF') ? xml.slice(1) : xml
  if (PROTO.test(body)) return reserved('__proto__')
  if (CONTROL.test(body)) return FAULTS.controlCharacter
  return undefined
}

/** The tokenizer cuts a reference beyond the basic plane to 16 bits, which would give another character. */
function referencesAreText(raw: string): boolean {
  for (const match of raw.matchAll(CHARACTER_REFERENCE)) {
    const code = match[1] === undefined ? Number.parseInt(match[2] ?? '', 16) : Number(match[1])
    if (!(code <= 0xffff) || (code >= 0xd800 && code <= 0xdfff)) return false
  }
  return true
}

function fault(file: string, place: string | undefined, what: Fault): Finding {
  return mistake(what.rule, place === undefined ? { file } : { file, place }, what.message, what.remedy)
}

function duplicateId(file: string, id: string, line: string): Finding {
  return mistake(
    'xml/duplicate-id',
    { file, place: id },
    {
      en: `Expected every id once, but ${quoted(id)} stands a second time on line ${line}`,
      ar: `يجب أن يظهر كل معرّف مرة واحدة، لكن ${quoted(id)} تكرر في السطر ${line}`,
    },
    { en: 'Give one of the two another id', ar: 'أعطِ أحدهما معرّفًا آخر' },
  )
}
