/**
 * Which variables a step can know, of what kind they are and where they come from: the answers, what steps before and beside
 * it give, what is mapped into it, the constants of the package.
 *
 * The order of steps is not looked at: what one step of a procedure gives, every other may find, and where an outsider can
 * bring anything (a worker, a message, another package), the knowledge is open: nothing is said to be missing there.
 */
import { attachedTo, definitionOf, processOf, type Diagram, type Node } from '../../bpmn/diagram.ts'
import { childrenOf, extensionOf, textOf } from '../../bpmn/element.ts'
import type { Decision } from '../../dmn/decision.ts'
import { constantsOf, type Workflow } from '../../workflow.ts'
import type { CheckedPackage } from '../checked.ts'
import type { Form } from '../form.ts'
import { APPLICATION } from './connector-results.ts'
import type { Lookup } from './expression-type.ts'
import { fixed, givenBy, type Given, type NodeGives, type Replies, type Scope } from './given.ts'
import { givenByShared } from './shared.ts'
import { answersOf, typeOfValue } from './json-types.ts'
import { ANY, either, NULL, type Origin, type Variable, type VariableType } from './variable.ts'

export interface Source {
  readonly workflow: Workflow | undefined
  readonly diagrams: readonly Diagram[]
  readonly forms: ReadonlyMap<string, Form>
  readonly decisions?: ReadonlyMap<string, Decision>
  readonly shared: ReadonlyMap<string, CheckedPackage | undefined>
  /** What services of the data bus answer, where somebody has asked the bus. */
  readonly replies?: Replies
}

export interface Known {
  /** Nearest first, each name once. */
  readonly variables: readonly Variable[]
  /** There may be others. */
  readonly isOpen: boolean
}

export interface Knowledge {
  /** @param element id of a step or process; an unknown one knows nothing */
  at(file: string, element: string): Known
  /** What a step has when it is done, for its output mappings, beside what it knows. */
  after(file: string, element: string): Known
  /** Of what kind a step is handed something under a name: what is mapped into it, or all it knows where nothing is; undefined: nothing. */
  handed(node: Node, name: string): VariableType | undefined
  /** The same of what a step knows, done or not; unsure of all where an outsider may bring anything. */
  around(node: Node): Lookup
  /** The names alone of what a step knows, its own results included: asked for every expression of a package. */
  names(node: Node): { readonly names: readonly string[]; readonly isOpen: boolean }
}

const NOTHING: Known = { variables: [], isOpen: true }

export function knowledgeOf(source: Source): Knowledge {
  const reader = new Reader(source)
  const find = (file: string, element: string): Node | undefined =>
    source.diagrams.find((it) => it.file === file)?.nodes.find((it) => it.id === element)
  const read = (file: string, element: string, done: boolean): Known => {
    const node = find(file, element)
    return node ? reader.at(node, done) : NOTHING
  }
  return {
    at: (file, element) => read(file, element, false),
    after: (file, element) => read(file, element, true),
    handed: (node, name) => reader.handed(node)(name),
    around: (node) => reader.around(node),
    names: (node) => reader.names(node),
  }
}

class Reader {
  readonly source: Source
  readonly nodes: readonly Node[]
  readonly gives = new Map<Node, NodeGives>()
  readonly processes = new Map<Node, Scope>()
  readonly inProcess = new Map<Scope, ReadonlySet<string>>()
  readonly lookups = new Map<Scope, Lookup>()

  constructor(source: Source) {
    this.source = source
    this.nodes = source.diagrams.flatMap((it) => it.nodes)
  }

  at(node: Node, done: boolean): Known {
    const process = this.process(processOf(node))
    const { given, isOpen } = this.near(node, done)
    return { variables: typed([...given, ...process.given]), isOpen: process.isOpen || isOpen }
  }

  names(node: Node): ReturnType<Knowledge['names']> {
    const process = this.process(processOf(node))
    const names = this.inProcess.get(process) ?? new Set(process.given.map((it) => it.name))
    this.inProcess.set(process, names)
    const { given, isOpen } = this.near(node, true)
    return { names: [...given.map((it) => it.name), ...names], isOpen: process.isOpen || isOpen }
  }

  around(node: Node): Lookup {
    const process = this.process(processOf(node))
    const near = this.near(node, true)
    if (process.isOpen || near.isOpen) return () => undefined
    let known: Lookup | undefined
    return (name) => {
      known ??= lookupIn(byName([...near.given, ...process.given]))
      return known(name)
    }
  }

  /** A call that hands over all it knows adds what is mapped to it. What is mapped into a step hides what is around it. */
  handed(node: Node): Lookup {
    const process = this.process(processOf(node))
    const around = this.lookup(process)
    const near = lookupIn(byName(this.near(node, false).given), around)
    const isInput = ({ origin }: Given): boolean => origin.kind === 'input' && origin.element === node.id
    const mapped = byName(this.of(node).locals.filter(isInput))
    const isAll = node.type === 'bpmn:CallActivity' ? handsOverAll(node) : mapped.size === 0
    return (name) => {
      if (mapped.has(name)) return lookupIn(mapped, near)(name)
      return isAll ? (near(name) ?? (process.isOpen ? ANY : undefined)) : undefined
    }
  }

  /** Of what kind a procedure knows a name, found once for all its steps. */
  lookup(process: Scope): Lookup {
    const before = this.lookups.get(process)
    if (before) return before
    const lookup = lookupIn(byName(process.given))
    this.lookups.set(process, lookup)
    return lookup
  }

  /** What is known at the step alone. */
  near(node: Node, done: boolean): Scope {
    const own = this.done(node)
    const local = around(node).flatMap((it) => this.of(it).locals)
    return { given: [...(done ? own.given : []), ...local], isOpen: done && own.isOpen }
  }

  of(node: Node): NodeGives {
    const before = this.gives.get(node)
    if (before) return before
    const gives = givenBy(node, this.source)
    this.gives.set(node, gives)
    return gives
  }

  /** What a step has when it is done: a call what the called procedure has. */
  done(node: Node): Scope {
    if (node.type === 'bpmn:CallActivity') return this.called(node)
    const { own, isOpen } = this.of(node)
    return { given: own, isOpen }
  }

  called(call: Node): Scope {
    const id = textOf(extensionOf(call.element, 'zeebe:CalledElement'), 'processId')
    const process = this.nodes.find((it) => it.parent === undefined && it.id === id)
    return process ? this.process(process) : givenByShared(id, this.source.shared, this.source.forms)
  }

  /** What leaves a call: all its procedure has, unless it maps out; what it fails with in any case. */
  leaving(call: Node, inside: readonly Node[]): Scope {
    const element = extensionOf(call.element, 'zeebe:CalledElement')
    const isMapped = childrenOf(extensionOf(call.element, 'zeebe:IoMapping'), 'outputParameters').length > 0
    const isAll = !isMapped && element?.get('propagateAllChildVariables') !== false
    const isCaught = inside.some((it) => attachedTo(it) === call.element)
    return isAll || isCaught ? this.called(call) : { given: [], isOpen: false }
  }

  process(process: Node): Scope {
    const before = this.processes.get(process)
    if (before) return before
    // A procedure that calls itself knows no more by it.
    this.processes.set(process, { given: [], isOpen: false })
    const inside = this.nodes.filter((it) => processOf(it) === process)
    const begun = this.beginning(process)
    const calls = inside.filter((it) => it.type === 'bpmn:CallActivity').map((it) => this.leaving(it, inside))
    const failures = inside.some((it) => this.of(it).failsWithAnything) && inside.some(catchesFailure)
    const scope = {
      given: [...inside.flatMap((it) => this.of(it).results), ...begun.given, ...calls.flatMap((it) => it.given)],
      isOpen: begun.isOpen || failures || inside.some((it) => this.of(it).leaks) || calls.some((it) => it.isOpen),
    }
    this.processes.set(process, scope)
    return scope
  }

  beginning(process: Node): Scope {
    const { workflow } = this.source
    const callers = this.nodes.filter(
      (it) => textOf(extensionOf(it.element, 'zeebe:CalledElement'), 'processId') === process.id,
    )
    const scopes = callers.map((it) => this.handedOver(it))
    if (workflow && workflow.start?.process === process.id) scopes.push(this.application(workflow))
    const isElsewhere = scopes.length === 0 || workflow?.shared === true
    return {
      given: scopes.flatMap((it) => it.given),
      isOpen: isElsewhere || scopes.some((it) => it.isOpen),
    }
  }

  /** What a called procedure finds: what is mapped into it, or all its caller sees. */
  handedOver(call: Node): Scope {
    const { locals } = this.of(call)
    if (!handsOverAll(call)) return { given: locals, isOpen: false }
    const { given, isOpen } = this.process(processOf(call))
    return { given: [...around(call).flatMap((it) => this.of(it).locals), ...given], isOpen }
  }

  application(workflow: Workflow): Scope {
    const form = this.source.forms.get(workflow.start?.form ?? '')
    const masar: Origin = { kind: 'masar' }
    const constants: Origin = { kind: 'constants' }
    return {
      given: [
        ...(form ? answersOf(form.schema, form.texts, { kind: 'form', form: form.id }).map(fixed) : []),
        fixed({ name: 'application', type: APPLICATION(masar), origin: masar }),
        ...Object.entries(constantsOf(workflow)).map(([name, value]) =>
          fixed({ name, type: typeOfValue(value, constants), origin: constants }),
        ),
      ],
      isOpen: form === undefined,
    }
  }
}

const handsOverAll = ({ element }: Node): boolean =>
  extensionOf(element, 'zeebe:CalledElement')?.get('propagateAllParentVariables') !== false

const catchesFailure = (node: Node): boolean =>
  node.type !== 'bpmn:EndEvent' && definitionOf(node, 'bpmn:ErrorEventDefinition') !== undefined

/** The step and everything it stands in, the step on whose edge it hangs included. */
function around(node: Node): readonly Node[] {
  const nodes: Node[] = []
  for (let at: Node | undefined = node; at; at = at.parent) {
    nodes.push(at)
    const host = attachedTo(at)
    const attached = host && at.parent?.children.find((it) => it.element === host)
    if (attached) nodes.push(attached)
  }
  return nodes
}

type ByName = ReadonlyMap<string, readonly Given[]>

const byName = (given: readonly Given[]): ByName => Map.groupBy(given, ({ name }) => name)

/** Each name once, the first saying where it is from; its kind is found when the names it is made of are. */
function typed(given: readonly Given[]): readonly Variable[] {
  const all = byName(given)
  const typeOf = lookupIn(all)
  return [...all].flatMap(([name, [first, ...more]]) => {
    if (!first) return []
    const title = first.title ?? more.find((it) => it.title)?.title
    return [{ name, type: typeOf(name) ?? ANY, origin: first.origin, ...(title && { title }) }]
  })
}

/** Of what kind a name is; undefined where nothing gives it. What is made of its own name means that around it. */
function lookupIn(given: ByName, around: Lookup = () => undefined): Lookup {
  const open: string[] = []
  const types = new Map<string, VariableType>()
  const typeOf: Lookup = (name) => {
    const all = given.get(name)
    if (!all) return around(name)
    const before = types.get(name)
    if (before) return before
    if (open.includes(name)) return open.at(-1) === name ? (around(name) ?? NULL) : ANY
    open.push(name)
    const type = all.map((it) => it.type(typeOf)).reduce(either)
    open.pop()
    types.set(name, type)
    return type
  }
  return typeOf
}
