/**
 * What an author may write in a template of a certificate, receipt or notice; checked before a package is deployed.
 *
 * A template is not trusted: only the words of words.ts, no partials, no unescaped values, loops at most four deep,
 * values only as text or inside quoted attributes. Findings come all at once, in both languages, with the line.
 */
import { parse as parseTemplate } from 'handlebars/dist/cjs/handlebars/compiler/base.js'
import { mistake, quoted } from '../finding.ts'
import { forbiddenKeys } from '../json.ts'
import type { Finding } from '../problem.ts'
import { type Fault, type Place, START, readText, readValue, samePlace } from './markup.ts'
import { type RuleName, RULES } from './rules.ts'
import { BLOCKS, wordNamed } from './words.ts'

/** html: values are escaped. text: for SMS and e-mail, nothing is. */
export type Medium = 'html' | 'text'

export const largestTemplate = 256 * 1024
const deepestLoop = 4
const deepestBlock = 32
const mostFindings = 100

type AST = hbs.AST.Node
type Call = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression

/** @param file path within the package, for the findings @returns nothing when the template may be deployed */
export function checkTemplate(file: string, text: unknown): Finding[] {
  const found: Finding[] = []
  const add = (rule: RuleName, line: number, what = ''): void => {
    if (found.length >= mostFindings) return
    const { message, remedy } = RULES[rule]
    const place = line > 0 ? `line ${line}` : ''
    found.push(mistake(`template/${rule}`, { file, place }, message(quoted(what)), remedy))
  }
  if (typeof text !== 'string') add('not-text', 0)
  else if (sizeOf(text) > largestTemplate) add('too-large', 0, `${sizeOf(text)}`)
  else checkText(text, isPlainText(file) ? 'text' : 'html', add)
  return found
}

const sizeOf = (text: string): number => new TextEncoder().encode(text).length

/** "notice.txt.hbs" is filled as plain text, every other template as HTML. */
export const isPlainText = (file: string): boolean => /\.txt(\.hbs)?$/.test(file)

type Add = (rule: RuleName, line: number, what?: string) => void

function checkText(text: string, medium: Medium, add: Add): void {
  const tree = parse(text, add)
  if (tree === undefined) return
  try {
    const end = new Walk(add, medium).program(tree, START, { blocks: 0, loops: 0 })
    if (end.state !== 'text' || end.raw !== '') add('unfinished', 0, end.raw === '' ? end.tag : end.raw)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    add('too-deep', 0)
  }
}

function parse(text: string, add: Add): hbs.AST.Program | undefined {
  try {
    return parseTemplate(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const line = Number(/line (\d+)/i.exec(message)?.[1] ?? / - (\d+):\d+$/.exec(message)?.[1] ?? 0)
    add('syntax', line, message.split('\n')[0])
    return undefined
  }
}

interface Depth {
  readonly blocks: number
  readonly loops: number
}

class Walk {
  readonly add: Add
  readonly medium: Medium
  constructor(add: Add, medium: Medium) {
    this.add = add
    this.medium = medium
  }

  program(program: hbs.AST.Program, from: Place, depth: Depth): Place {
    let place = from
    for (const statement of program.body) place = this.statement(statement, place, depth)
    return place
  }

  statement(node: AST, place: Place, depth: Depth): Place {
    const line = node.loc.start.line
    switch (node.type) {
      case 'ContentStatement':
        if (this.medium === 'text') return place
        return readText(place, contentText(node), line, (found, at) => this.fault(found, at))
      case 'MustacheStatement':
        this.mustache(node as hbs.AST.MustacheStatement)
        return readValue(place, (found) => this.fault(found, line))
      case 'BlockStatement':
        return this.block(node as hbs.AST.BlockStatement, place, depth)
      case 'CommentStatement':
        return place
      default:
        this.add('partial', line, node.type)
        return place
    }
  }

  mustache(node: hbs.AST.MustacheStatement): void {
    if (!node.escaped) this.add('unescaped', node.loc.start.line)
    this.call(node, 0)
  }

  block(node: hbs.AST.BlockStatement, place: Place, depth: Depth): Place {
    const line = node.loc.start.line
    const name = pathText(node.path)
    if (!BLOCKS.includes(name)) this.add('block', line, name)
    this.call(node, 0)
    const inner = { blocks: depth.blocks + 1, loops: depth.loops + (name === 'each' ? 1 : 0) }
    if (inner.loops > deepestLoop) this.add('loops', line, String(inner.loops))
    if (inner.blocks > deepestBlock) {
      this.add('too-deep', line)
      return place
    }
    const then = node.program ? this.program(node.program, place, inner) : place
    const otherwise = node.inverse ? this.program(node.inverse, place, inner) : place
    if (!samePlace(then, place) || !samePlace(otherwise, place)) this.add('unbalanced', line, name)
    return place
  }

  /** A word with its values and options; a bare name is a fact of the data. */
  call(node: Call, depth: number): void {
    const line = node.loc.start.line
    const name = pathText(node.path)
    const word = wordNamed(name)
    const options = node.hash?.pairs ?? []
    const bare = node.params.length === 0 && options.length === 0
    if (depth > deepestBlock) return this.add('too-deep', line)
    if (word !== undefined) {
      const { least, most } = word.values
      if (node.params.length < least || node.params.length > most) this.add('values', line, name)
      for (const pair of options) if (!word.options.includes(pair.key)) this.add('option', line, `${name} ${pair.key}`)
    } else if (node.type === 'BlockStatement') {
      if (node.params.length !== 1 || options.length > 0) this.add('values', line, name)
    } else if (bare && isFact(node, name)) this.expression(node.path, depth)
    else this.add('word', line, name)
    for (const value of node.params) this.expression(value, depth + 1)
    for (const pair of options) this.expression(pair.value, depth + 1)
  }

  expression(node: AST, depth: number): void {
    if (node.type === 'SubExpression') return this.call(node as hbs.AST.SubExpression, depth)
    if (node.type !== 'PathExpression') return
    const path = node as hbs.AST.PathExpression
    const parts = path.parts as readonly unknown[]
    const unsafe = parts.find((part) => typeof part !== 'string' || forbiddenKeys.has(part) || part.startsWith('__'))
    if (unsafe !== undefined) this.add('name', path.loc.start.line, path.original)
  }

  fault(found: Fault, line: number): void {
    if (found.kind === 'value-place') this.add('value-place', line, found.where)
    else if (found.kind === 'tag') this.add('tag', line, found.tag)
    else if (found.kind === 'attribute') this.add('attribute', line, found.attribute)
    else this.add('fetch', line, found.what)
  }
}

/** As written, before the template language trims around standalone blocks. */
const contentText = (node: AST): string => String((node as { original?: unknown }).original)

const isFact = (node: Call, name: string): boolean =>
  node.type === 'MustacheStatement' && node.path.type === 'PathExpression' && !BLOCKS.includes(name)

function pathText(node: AST): string {
  const path = node as Partial<hbs.AST.PathExpression>
  return path.type === 'PathExpression' ? String(path.original) : String((node as { value?: unknown }).value)
}
