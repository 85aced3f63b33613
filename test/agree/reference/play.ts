/**
 * The token game of BPMN 2.0.2, chapter 13, played slowly: one move at a time until nothing can move by itself.
 *
 * "The execution semantics ... is described in terms of tokens" (13.1, 7.2). This interpreter is written from the text
 * of the standard alone. It shares no code with any executor, looks at the whole drawing at every move, and keeps
 * nothing but the marking. What it does is noted as facts, each with the facts that had to come before it; the order
 * among others is left open by the standard, and so by the comparison.
 */
import type { Node, ProcessDrawing } from '../drawing/drawing.ts'
import { live, type Instance, type Undoing, type Variables, type Wait } from './marking.ts'

export interface Fact {
  readonly key: string
  readonly after: readonly string[]
}

export interface Reached {
  readonly born: number
  readonly wait: Wait
  readonly content: Variables
}

/** Something that begins inside an instance, unless that has ended meanwhile. */
export interface Beginning {
  readonly inside: Instance
  readonly born: number
  readonly begin: () => void
}

export type Status = 'active' | 'completed' | 'terminated'

/** What the elements do, each by its own rule; `rules.ts` puts them together. */
export interface Rules {
  start(play: Play, scope: Instance): void
  enter(play: Play, node: Node, scope: Instance, after: readonly string[], variables?: Variables): void
  act(play: Play, instance: Instance): void
  complete(play: Play, instance: Instance, result?: Variables): void
  throwError(play: Play, thrower: Instance, code: string, content: Variables): boolean
  /** Whether something could move. */
  move(play: Play): boolean
  /** A scope in which nothing moves any more. */
  rest(scope: Instance): void
}

/** More moves than any random process of ours can make: beyond, the drawing runs in circles. */
const MOST_MOVES = 5_000

export class Play {
  readonly root: Instance
  readonly processes: readonly ProcessDrawing[]
  now: number
  status: Status = 'active'
  /** Of the last command. */
  facts: Fact[] = []
  readonly #rules: Rules
  /** Places an event has still to reach, with what it brings. */
  reached: Reached[] = []
  later: Beginning[] = []
  #births = 0
  /** How many signals and conditions are waited for so far. */
  openings = 0
  /** How many activities were completed so far. */
  completions = 0
  readonly #counts = new Map<string, number>()

  constructor(rules: Rules, processes: readonly ProcessDrawing[], variables: Variables, now: number) {
    this.#rules = rules
    const [main] = processes
    if (!main) throw new Error('Expected a process to play')
    this.processes = processes
    this.now = now
    this.root = this.#instance(main.id, { inside: main, variables: { ...variables } })
    this.start(this.root)
    this.settle()
  }

  /** Does something, and then everything that follows from it by itself. */
  settle(): void {
    for (let moves = 0; this.status === 'active' && this.#rules.move(this); moves++)
      if (moves > MOST_MOVES) throw new Error('Expected the drawing to come to rest')
    for (const scope of live(this.root)) {
      this.#rules.rest(scope)
      if (waitsInVain(scope)) scope.incident = true
    }
  }

  /** A process or subprocess begins. */
  start(scope: Instance): void {
    this.#rules.start(this, scope)
  }

  /** Tokens enter a node. */
  enter(node: Node, scope: Instance, after: readonly string[], variables?: Variables): void {
    this.#rules.enter(this, node, scope, after, variables)
  }

  /** The work itself, of a single instance or of one among several. */
  act(instance: Instance): void {
    this.#rules.act(this, instance)
  }

  /** @param result what the work gave: answers, a job's result, a message's content */
  complete(instance: Instance, result?: Variables): void {
    this.#rules.complete(this, instance, result)
  }

  /** Whether somebody handled it. */
  throwError(thrower: Instance, code: string, content: Variables): boolean {
    return this.#rules.throwError(this, thrower, code, content)
  }

  /** Begins in a move of its own: what the move before it changed is looked at first. */
  begins(inside: Instance, begin: () => void): void {
    this.later.push({ inside, begin, born: this.birth() })
  }

  /** What was to begin inside this instance does not. */
  drop(inside: Instance): void {
    this.later = this.later.filter((it) => it.inside !== inside)
  }

  /** Numbers what comes into being: of tokens that can move, the youngest moves first. */
  birth(): number {
    return this.#births++
  }

  /** A node is reached: an instance of it begins (13.3.2). */
  begin(node: Node, parent: Instance, after: readonly string[], extra: Partial<Instance> = {}): Instance {
    const name = extra.counter === undefined ? node.id : `${node.id}[${String(extra.counter)}]`
    const inside = 'inside' in node && !(node.loop && extra.counter === undefined) ? { inside: node.inside } : {}
    const path = this.#numbered(`${parent.path}/${name}`)
    const instance = this.#instance(path, { node, parent, ...inside, ...extra }, after)
    parent.children.push(instance)
    return instance
  }

  /** A process called by a call activity (13.3.4). */
  call(process: ProcessDrawing, parent: Instance, variables: Variables): Instance {
    const path = this.#numbered(`${parent.path}/${process.id}`)
    const instance = this.#instance(path, { parent, inside: process, variables })
    parent.children.push(instance)
    return instance
  }

  /** A completed activity stands in its scope again, with what it knew, to be undone (13.5.5). */
  undoes(undoing: Undoing, scope: Instance, after: readonly string[]): Instance {
    const { node, variables, completed } = undoing.of
    const path = this.#numbered(`${scope.path}/~${node.id}`)
    const instance = this.#instance(path, { node, parent: scope, variables, completed, undoing }, after)
    scope.children.push(instance)
    return instance
  }

  note(key: string, after: readonly string[]): string {
    this.facts.push({ key, after })
    return key
  }

  /** The same name again gets the next number. */
  #numbered(name: string): string {
    const count = (this.#counts.get(name) ?? 0) + 1
    this.#counts.set(name, count)
    return `${name}#${String(count)}`
  }

  /** A token goes along a flow; the fact says which time it is. */
  takes(scope: Instance, flow: string, after: readonly string[]): void {
    const fact = this.note(this.#numbered(`> ${scope.path} ${flow}`), after)
    scope.tokens.push({ flow, fact, born: this.birth() })
  }

  #instance(path: string, given: Partial<Instance>, after: readonly string[] = []): Instance {
    const scope = given.parent ? [began(given.parent)] : []
    const { node, parent, inside, variables = {}, completed = [], counter, undoing } = given
    this.note(`+ ${path}`, [...after, ...scope])
    return {
      node,
      path,
      parent,
      variables,
      inside,
      tokens: [],
      children: [],
      waits: [],
      closed: false,
      canceled: false,
      incident: false,
      completed,
      resets: new Map(),
      because: [],
      ...(undoing && { undoing }),
      ...(counter !== undefined && { counter }),
    }
  }
}

/** "tokens are blocked indefinitely" (13.4): nothing is left inside that could bring another, which an operator is told. */
const waitsInVain = ({ tokens, children }: Instance): boolean =>
  tokens.length > 0 && children.every(({ node }) => node?.kind === 'eventSubProcess')

export const began = ({ path }: Instance): string => `+ ${path}`
export const ended = ({ path }: Instance): string => `. ${path}`
export const broken = ({ path }: Instance): string => `x ${path}`
