/**
 * Fills a template with the facts of one case, strictly: a fact the template names and the case does not have is an
 * error that says its name, never an empty line on a certificate.
 *
 * The text is compiled only from a string, with known words only, over plain data without prototypes. Null is a value
 * and prints as nothing; {{#if}} and {{#unless}} may ask for what is absent. Runs inside a worker thread (worker.ts).
 */
import Handlebars from 'handlebars'
import type { JsonObject } from '../../../core/json.ts'
import type { Medium } from '../../../core/template/check.ts'
import { FORMATTERS } from './formatters/formatters.ts'
import { type Formatter, Markup, type Setting, Unwritable } from './formatters/formatter.ts'

export interface RenderRequest {
  readonly template: string
  /** JSON text of the context. */
  readonly data: string
  readonly medium: Medium
  readonly setting: Setting
}

export type Rendered =
  | { readonly kind: 'rendered'; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: string }

const largestOutput = 5 * 1024 * 1024

Handlebars.logger.log = () => undefined

export function renderTemplate(request: RenderRequest): Rendered {
  try {
    if (typeof request.template !== 'string') throw new Unwritable('Expected a template as text')
    const environment = environmentFor(request.setting)
    const fill = environment.compile(request.template, {
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: knownWords,
      noEscape: request.medium === 'text',
    })
    const text = fill(plainData(request.data), { data: { language: request.setting.language } })
    if (text.includes(objectMark))
      throw new Unwritable(
        'Expected a text or a number between every pair of braces, but found an object; name one of its parts',
      )
    return text.length > largestOutput
      ? {
          kind: 'refused',
          reason: `Expected at most 5 MB of text from the template, but it wrote ${text.length} characters`,
        }
      : { kind: 'rendered', text }
  } catch (error) {
    return { kind: 'refused', reason: reasonOf(error, request.template) }
  }
}

const knownWords = {
  ...Object.fromEntries(FORMATTERS.map((formatter) => [formatter.name, true])),
  helperMissing: true,
  blockHelperMissing: true,
  if: true,
  unless: true,
  each: true,
  with: true,
  log: false,
  lookup: false,
}

function environmentFor(setting: Setting): typeof Handlebars {
  const environment = Handlebars.create()
  environment.unregisterHelper('log')
  environment.unregisterHelper('lookup')
  for (const formatter of FORMATTERS) environment.registerHelper(formatter.name, helperOf(formatter, setting))
  for (const name of ['each', 'with'] as const) {
    const builtIn = environment.helpers[name]
    if (builtIn === undefined) throw new Error(`Expected the template language to have {{#${name}}}`)
    environment.registerHelper(name, function present(this: unknown, ...given: unknown[]): unknown {
      refuseAbsent(given.slice(0, -1), callOf(given))
      return Reflect.apply(builtIn, this, given)
    })
  }
  return environment
}

interface Call {
  readonly hash: Readonly<Record<string, unknown>>
  readonly loc?: { readonly start: { readonly line: number; readonly column: number } }
}

const callOf = (given: readonly unknown[]): Call => given.at(-1) as Call

class AbsentValue extends Error {
  readonly call: Call
  constructor(call: Call) {
    super('absent')
    this.call = call
  }
}

function refuseAbsent(values: readonly unknown[], call: Call): void {
  if (values.some((value) => value === undefined)) throw new AbsentValue(call)
}

function helperOf(formatter: Formatter, setting: Setting): (...given: unknown[]) => unknown {
  return (...given) => {
    const call = callOf(given)
    const values = given.slice(0, -1)
    if (!mayBeAbsent.has(formatter.name)) refuseAbsent(values, call)
    try {
      const formatted = formatter.format(values, call.hash, setting)
      return formatted instanceof Markup ? new Handlebars.SafeString(formatted.html) : formatted
    } catch (error) {
      if (!(error instanceof Unwritable)) throw error
      throw new Unwritable(`${error.message} (at {{${formatter.name}}}${placeOf(call)})`)
    }
  }
}

/** Questions, like {{#if}}, may be asked of what is absent. */
const mayBeAbsent: ReadonlySet<string> = new Set(['eq', 'not', 'and', 'or'])

const placeOf = (call: Call): string => (call.loc ? `, line ${call.loc.start.line}` : '')

/** What a whole object becomes where a text was meant; found in the output it is refused. A private-use character. */
const objectMark = '\uE0FFobject'

/** Parent of all data: holds no name a template could ask for. */
const nameless: object = Object.freeze(
  Object.defineProperty(Object.create(null), Symbol.toPrimitive, { value: () => objectMark }) as object,
)

/** The data without prototypes, so that no name in a template reaches anything but the data. */
function plainData(json: string): JsonObject {
  return JSON.parse(json, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.assign(Object.create(nameless), value)
      : value,
  ) as JsonObject
}

function reasonOf(error: unknown, template: string): string {
  if (error instanceof Unwritable) return error.message
  if (error instanceof AbsentValue) {
    const { line = 0, column = 0 } = error.call.loc?.start ?? {}
    return absent(expressionAt(template, line, column), line)
  }
  if (error instanceof RangeError) return 'Expected a template that can be filled, but it is nested too deeply'
  const fault = error as { message?: unknown; lineNumber?: unknown; column?: unknown }
  const message = String(fault.message ?? error)
  if (/" not defined in /.test(message) && typeof fault.lineNumber === 'number')
    return absent(expressionAt(template, fault.lineNumber, Number(fault.column)), fault.lineNumber)
  const within = /of (?:undefined|null) \(reading '(.+)'\)/.exec(message)?.[1]
  if (within !== undefined) return absent(pathsThrough(template, within), fault.lineNumber)
  return `Expected a template that can be filled with this data, but ${message}`
}

const absent = (expression: string, line: unknown): string =>
  `Expected the data to have "${expression}"${typeof line === 'number' ? ` (template line ${line})` : ''}, but it is ` +
  'missing; give it to the task, or test it with {{#if}} first'

/** Paths of the template that go through this name, for a fault that only knows the name. */
function pathsThrough(template: string, name: string): string {
  const paths = template.match(/[^\s{}()#~="'|]+/g)?.filter((path) => path.split(/[./]/).slice(1).includes(name)) ?? []
  return paths.length === 0 ? name : [...new Set(paths)].slice(0, 3).join('" or "')
}

/** What the template writes at this place, without its braces. */
function expressionAt(template: string, line: number, column: number): string {
  const rest = (template.split('\n')[line - 1] ?? '').slice(column)
  return (/^\{*[#~]?\s*([^{}~\s][^{}~]*?)\s*[}~]/.exec(rest)?.[1] ?? /^[^\s{}()]+/.exec(rest)?.[0] ?? '?').trim()
}
