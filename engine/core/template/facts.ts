/** Which facts of the case a template names: each as it is written, where, and from what it is looked for. */
import { parse } from 'handlebars/dist/cjs/handlebars/compiler/base.js'
import { BLOCKS, wordNamed } from './words.ts'

/** What names stand in: the whole of what is handed over, or within a block one entry of a list or one part. */
export type Holder =
  | { readonly kind: 'all' }
  | { readonly kind: 'entry' | 'part'; readonly of: Way; readonly around: Holder }
  /** Nobody says. */
  | { readonly kind: 'unknown'; readonly around: Holder }

export interface Way {
  readonly from: Holder
  readonly parts: readonly string[]
}

export interface Fact {
  /** "this.name" */
  readonly written: string
  readonly line: number
  readonly way: Way
  /** {{#if x}}: it may be absent. */
  readonly isAsked: boolean
  /** What was asked before it is come to: it is there where that is. */
  readonly asked: readonly Way[]
}

type Node = hbs.AST.Node
type Call = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression

/** @returns nothing of a template that cannot be read, which is told elsewhere */
export function factsIn(template: string): readonly Fact[] {
  const tree = read(template)
  if (tree === undefined) return []
  const reader = new Reader()
  reader.program(tree, { holder: ALL, names: new Map(), asked: [], depth: 0 })
  return reader.facts
}

function read(template: string): hbs.AST.Program | undefined {
  try {
    return parse(template)
  } catch {
    return undefined
  }
}

interface Scope {
  readonly holder: Holder
  /** {{#each list as |entry|}} */
  readonly names: ReadonlyMap<string, Holder>
  readonly asked: readonly Way[]
  readonly depth: number
}

const ALL: Holder = { kind: 'all' }
/** Deeper ones are refused (check.ts). */
const deepest = 32
const QUESTIONS: ReadonlySet<string> = new Set(['if', 'unless', 'eq', 'not', 'and', 'or'])

class Reader {
  readonly facts: Fact[] = []

  program({ body }: hbs.AST.Program, scope: Scope): void {
    if (scope.depth > deepest) return
    for (const node of body) {
      if (node.type === 'MustacheStatement') this.call(node as hbs.AST.MustacheStatement, scope, false)
      else if (node.type === 'BlockStatement') this.block(node as hbs.AST.BlockStatement, scope)
    }
  }

  block(node: hbs.AST.BlockStatement, around: Scope): void {
    this.call(node, around, false)
    const word = textOf(node.path)
    const scope = { ...around, depth: around.depth + 1 }
    const sure: Scope = { ...scope, asked: [...scope.asked, ...this.waysIn(node, scope)] }
    const [inside, otherwise] =
      word === 'if' ? [sure, scope] : word === 'unless' ? [scope, sure] : [this.inside(node, word, scope), scope]
    if (node.program) this.program(node.program, inside)
    if (node.inverse) this.program(node.inverse, otherwise)
  }

  /** What a block is about, and what it calls it. */
  inside(node: hbs.AST.BlockStatement, word: string, scope: Scope): Scope {
    const around = scope.holder
    const [about] = node.params
    const of = about?.type === 'PathExpression' ? wayOf(about as hbs.AST.PathExpression, scope) : undefined
    const holder: Holder =
      of === undefined ? { kind: 'unknown', around } : { kind: word === 'each' ? 'entry' : 'part', of, around }
    const [name, ...more] =
      (node.program as { readonly blockParams?: readonly string[] } | undefined)?.blockParams ?? []
    if (name === undefined) return { ...scope, holder }
    const others = more.map((it) => [it, { kind: 'unknown', around }] as const)
    return { ...scope, holder, names: new Map([...scope.names, [name, holder], ...others]) }
  }

  waysIn(node: Call, scope: Scope): readonly Way[] {
    return node.params.flatMap((it): readonly Way[] => {
      if (it.type === 'SubExpression') return this.waysIn(it as hbs.AST.SubExpression, scope)
      const way = it.type === 'PathExpression' ? wayOf(it as hbs.AST.PathExpression, scope) : undefined
      return way ? [way] : []
    })
  }

  call(node: Call, scope: Scope, isAsked: boolean): void {
    const word = textOf(node.path)
    const isWord = wordNamed(word) !== undefined || (BLOCKS.includes(word) && node.type === 'BlockStatement')
    if (!isWord && node.params.length === 0) this.value(node.path, scope, isAsked)
    const isQuestion = isAsked || QUESTIONS.has(word)
    for (const value of [...node.params, ...(node.hash?.pairs ?? []).map((it) => it.value)])
      this.value(value, scope, isQuestion)
  }

  value(node: Node, scope: Scope, isAsked: boolean): void {
    if (node.type === 'SubExpression') return this.call(node as hbs.AST.SubExpression, scope, isAsked)
    if (node.type !== 'PathExpression') return
    const path = node as hbs.AST.PathExpression
    const way = wayOf(path, scope)
    if (way && way.parts.length > 0)
      this.facts.push({ written: path.original, line: path.loc.start.line, way, isAsked, asked: scope.asked })
  }
}

/** @returns undefined for what the template language itself knows: {{@index}} */
function wayOf(path: hbs.AST.PathExpression, { holder, names }: Scope): Way | undefined {
  const [first = '', ...rest] = path.parts
  if (path.data) return first === 'root' ? { from: ALL, parts: rest } : undefined
  const isBare = path.depth === 0 && !/^(?:this\b|\.)/.test(path.original)
  const named = isBare ? names.get(first) : undefined
  if (named) return { from: named, parts: rest }
  let from = holder
  for (let up = path.depth; up > 0 && from.kind !== 'all'; up--) from = from.around
  return { from, parts: path.parts }
}

const textOf = (node: Node): string => (node.type === 'PathExpression' ? (node as hbs.AST.PathExpression).original : '')
