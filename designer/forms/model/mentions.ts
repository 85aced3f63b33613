/**
 * Where the expressions of a form speak of a field, so that they follow when it is called otherwise, and so that who takes it away hears of them. Names are found by what they mean: the
 * variable of a loop that happens to be called the same is left alone.
 */
import type { CallNode, FeelNode, Iterator, Test } from '../../../engine/core/feel/syntax.ts'
import { builtins } from '../../../engine/core/feel/builtins/table.ts'
import { forgivingNames } from '../../../engine/core/feel/compile/forgiving.ts'
import { parse } from '../../../engine/core/feel/parse/parse.ts'
import { SyntaxFault } from '../../../engine/core/feel/parse/reader.ts'
import type { Pattern } from '../../../forms/place.ts'
import { lies } from '../../../forms/place.ts'
import { escaped } from './json/pointer.ts'

export interface Mention {
  /** The field that is meant. */
  readonly place: Pattern
  /** Where its name stands in the expression. */
  readonly start: number
  readonly end: number
}

/** A text that the value of a field is compared with. */
export interface Compared {
  readonly place: Pattern
  readonly text: string
  /** Where it stands, with its quotes. */
  readonly start: number
  readonly end: number
}

/** @param isField whether a field stands at a place @param around the objects an expression sees, from the inside out: "/founders/*", "" */
export function mentionsIn(
  source: string,
  around: readonly Pattern[],
  isField: (place: Pattern) => boolean,
): readonly Mention[] {
  return searched(source, around, isField)?.found ?? []
}

/** Takes what {@link mentionsIn} takes. */
export function comparedIn(
  source: string,
  around: readonly Pattern[],
  isField: (place: Pattern) => boolean,
): readonly Compared[] {
  return searched(source, around, isField)?.compared ?? []
}

function searched(...[source, around, isField]: Parameters<typeof mentionsIn>): Search | undefined {
  const node = parse(source, 'expression', [...builtins.keys(), ...forgivingNames])
  if (node instanceof SyntaxFault) return undefined
  const search = new Search(source, around, isField)
  search.visit(node, [])
  return search
}

/** The expression with a value of a field replaced wherever the field, or what a list of it holds, is compared with it. */
export function revaluedIn(
  source: string,
  compared: readonly Compared[],
  place: Pattern,
  from: string,
  to: string,
): string {
  return compared
    .filter((it) => it.text === from && (it.place === place || it.place === `${place}/*`))
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => text.slice(0, start) + JSON.stringify(to) + text.slice(end), source)
}

/** The expression with the last name of a field replaced wherever it is meant. */
export function renamedIn(source: string, mentions: readonly Mention[], place: Pattern, name: string): string {
  return mentions
    .filter((it) => it.place === place)
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => text.slice(0, start) + name + text.slice(end), source)
}

export const speaksOf = (mentions: readonly Mention[], place: Pattern): boolean =>
  mentions.some((it) => lies(place, it.place))

/** A name of the expression's own, and the field whose value it holds, where it is one. */
interface Local {
  readonly name: string
  readonly place: Pattern | undefined
}

/** They ask whether, or where, a list has something. */
const IN_LIST: readonly string[] = ['list contains', 'index of']

/** Stands for the keys of the entries of a list that is filtered. */
const KEYS = '*'

class Search {
  readonly found: Mention[] = []
  readonly compared: Compared[] = []
  readonly #source: string
  readonly #around: readonly Pattern[]
  readonly #isField: (place: Pattern) => boolean

  constructor(source: string, around: readonly Pattern[], isField: (place: Pattern) => boolean) {
    this.#source = source
    this.#around = around
    this.#isField = isField
  }

  /** @returns the field the node is the value of */
  visit(node: FeelNode, locals: readonly Local[]): Pattern | undefined {
    const all = (nodes: readonly FeelNode[]): undefined => {
      for (const it of nodes) this.visit(it, locals)
    }
    switch (node.kind) {
      case 'name':
        return this.#name(node.name, node.start, node.end, locals)
      case 'path':
        return this.#path(this.visit(node.base, locals), node.key, node.end)
      case 'filter': {
        const list = this.visit(node.base, locals)
        this.visit(node.condition, [...this.#keysOf(list), ...locals])
        return list
      }
      case 'call':
        return this.#call(node, locals)
      case 'negate':
        return all([node.operand])
      case 'arithmetic':
        return all([node.first, ...node.rest.map((it) => it.operand)])
      case 'compare': {
        const [left, right] = [this.visit(node.left, locals), this.visit(node.right, locals)]
        this.#compare(left, [node.right])
        this.#compare(right, [node.left])
        return undefined
      }
      case 'between':
        return all([node.value, node.low, node.high])
      case 'in': {
        const operands = node.tests.flatMap(operandOf)
        this.#compare(this.visit(node.value, locals), operands)
        return all(operands)
      }
      case 'logic':
        return all(node.operands)
      case 'if':
        return all([node.condition, node.whenTrue, node.whenFalse])
      case 'for':
        this.visit(node.body, this.#iterated(node.iterators, locals))
        return undefined
      case 'quantified':
        this.visit(node.condition, this.#iterated(node.iterators, locals))
        return undefined
      case 'range':
        return all([node.from, node.to].filter((it) => it !== null))
      case 'list':
        return all(node.items)
      case 'context':
        this.#context(node.entries, locals)
        return undefined
      case 'function':
        this.visit(node.body, [...node.params.map(({ name }) => ({ name, place: undefined })), ...locals])
        return undefined
      case 'instance':
        return all([node.value])
      case 'literal':
        return undefined
    }
  }

  /** Whatever is given for what is missing, the value is the field's. */
  #call({ callee, args }: CallNode, locals: readonly Local[]): Pattern | undefined {
    const given = args.kind === 'positional' ? args.values : args.values.map(([, it]) => it)
    const places = given.map((it) => this.visit(it, locals))
    const called = callee.kind === 'name' ? callee.name : ''
    if (IN_LIST.includes(called)) this.#compare(places[0], given.slice(1))
    return called === 'get or else' ? places[0] : undefined
  }

  #compare(place: Pattern | undefined, others: readonly FeelNode[]): void {
    if (place === undefined) return
    for (const other of others) {
      if (other.kind === 'list') this.#compare(place, other.items)
      if (other.kind !== 'literal' || typeof other.value !== 'string') continue
      this.compared.push({ place, text: other.value, start: other.start, end: other.end })
    }
  }

  #name(name: string, start: number, end: number, locals: readonly Local[]): Pattern | undefined {
    const note = (place: Pattern | undefined): Pattern | undefined => {
      if (place !== undefined) this.found.push({ place, start, end })
      return place
    }
    const key = (around: Pattern): Pattern | undefined => {
      const place = `${around}/${escaped(name)}`
      return this.#isField(place) ? place : undefined
    }
    for (const local of locals) {
      if (local.name === name) return local.place
      const place = local.name === KEYS && local.place !== undefined ? key(local.place) : undefined
      if (place !== undefined) return note(place)
    }
    return note(this.#around.flatMap((it) => key(it) ?? [])[0])
  }

  #path(base: Pattern | undefined, key: string, end: number): Pattern | undefined {
    if (base === undefined) return undefined
    const place = [`${base}/${escaped(key)}`, `${base}/*/${escaped(key)}`].find((it) => this.#isField(it))
    const start = end - key.length
    if (place !== undefined && this.#source.slice(start, end) === key) this.found.push({ place, start, end })
    return place
  }

  /** In a filter the keys of the entries come first. */
  #keysOf(list: Pattern | undefined): readonly Local[] {
    return [
      { name: 'item', place: list === undefined ? undefined : `${list}/*` },
      ...(list === undefined ? [] : [{ name: KEYS, place: `${list}/*` }]),
    ]
  }

  #iterated(iterators: readonly Iterator[], locals: readonly Local[]): readonly Local[] {
    return iterators.reduce<readonly Local[]>((known, { name, domain, until }) => {
      const list = this.visit(domain, known)
      if (until !== null) this.visit(until, known)
      return [{ name, place: list === undefined ? undefined : `${list}/*` }, ...known]
    }, locals)
  }

  #context(entries: readonly (readonly [string, FeelNode])[], locals: readonly Local[]): void {
    entries.reduce<readonly Local[]>(
      (known, [name, value]) => [{ name, place: this.visit(value, known) }, ...known],
      locals,
    )
  }
}

const operandOf = (test: Test): readonly FeelNode[] =>
  test.kind === 'any' ? [] : [test.kind === 'compare' ? test.operand : test.value]
