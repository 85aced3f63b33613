/**
 * 13.5.5, compensation: "undoing steps that were already successfully completed ... If an Activity is still active, it cannot
 * be compensated". A throwing event names one activity of its scope or means all of them; thrown in an event subprocess it
 * reaches the scope around that too. The handler is the activity joined to the compensation event on the activity's edge, or
 * the compensation event subprocess inside a subprocess, which has "access to Sub-Process data at the time of its
 * completion (snapshot data)"; without either, a subprocess is undone by undoing what was completed inside it.
 *
 * "Compensation is performed in reverse order": here of completion, one after the other, which keeps every order the text
 * asks for: of activities joined by sequence flow, of the rounds of a loop and of the instances of a multi-instance.
 */
import type { Node, NodeOf, Result } from '../../drawing/drawing.ts'
import type { Completed, Due, Instance, Undoing } from '../marking.ts'
import { ended, type Play } from '../play.ts'
import { startOf } from './event-sub-process.ts'

/** What is completed can be undone where it has a handler or has such activities inside. */
export function remember(play: Play, scope: Instance, { node, variables, completed, loop }: Instance): void {
  if (!node) return
  const isWhole = loop === undefined
  if (completed.length === 0 && !(isWhole && (handlerOf(scope, node) ?? ownHandler(node)))) return
  scope.completed.push({ node, isWhole, variables, completed, order: play.completions++ })
}

/** Seen from the scope the activity stands in; an inner instance stands in the activity, and that in the scope. */
function handlerOf(scope: Instance, node: Node): Node | undefined {
  const nodes = levelOf(scope, node)
  const event = nodes.find((it) => it.kind === 'boundary' && it.on === node.id && it.trigger.kind === 'compensation')
  if (event?.kind !== 'boundary' || event.trigger.kind !== 'compensation') return undefined
  const { handler } = event.trigger
  return nodes.find(({ id }) => id === handler)
}

function levelOf(scope: Instance, node: Node): readonly Node[] {
  for (let at: Instance | undefined = scope; at; at = at.parent) {
    const nodes = at.inside?.nodes ?? (at.node && 'inside' in at.node ? at.node.inside.nodes : [])
    if (nodes.includes(node)) return nodes
  }
  return []
}

const ownHandler = (node: Node): NodeOf<'eventSubProcess'> | undefined =>
  node.kind === 'subProcess'
    ? node.inside.nodes
        .filter((it) => it.kind === 'eventSubProcess')
        .find((it) => startOf(it).trigger.kind === 'compensation')
    : undefined

export function compensate(play: Play, event: Instance, result: Extract<Result, { kind: 'compensation' }>): void {
  const due = dueBy(event, result.activity)
  if (due.length === 0) return play.complete(event)
  if (!result.waits) play.complete(event)
  undo(play, due, result.waits ? event : undefined, [])
}

function dueBy({ parent }: Instance, activity: string | undefined): readonly Due[] {
  const due: Due[] = []
  for (let scope = parent; scope; scope = isAside(scope) ? scope.parent : undefined)
    for (const of of scope.completed) if (activity === undefined || of.node.id === activity) due.push({ scope, of })
  return due.sort((one, other) => other.of.order - one.of.order)
}

const isAside = ({ node, undoing }: Instance): boolean => node?.kind === 'eventSubProcess' && !undoing

/** The first that is left is undone, and when that is done the rest; "nothing happens" for what is undone already. */
function undo(play: Play, due: readonly Due[], thrower: Instance | undefined, after: readonly string[]): void {
  const index = due.findIndex(({ scope, of }) => scope.completed.includes(of))
  const next = due[index]
  if (!next) {
    if (thrower) play.complete(thrower)
    return
  }
  const { scope, of } = next
  scope.completed.splice(scope.completed.indexOf(of), 1)
  handle(play, play.undoes({ of, rest: due.slice(index + 1), thrower }, scope, after), of)
}

function handle(play: Play, undoing: Instance, { node, isWhole }: Completed): void {
  const handler = isWhole && undoing.parent ? handlerOf(undoing.parent, node) : undefined
  if (handler) return play.enter(handler, undoing, [])
  const inside = isWhole ? ownHandler(node) : undefined
  if (inside) {
    const instance = play.begin(inside, undoing, [])
    return play.complete(play.begin(startOf(inside), instance, []))
  }
  undoAllInside(play, undoing)
}

/** Everything completed directly inside, the last first. */
export function undoAllInside(play: Play, scope: Instance): void {
  undo(play, scope.completed.map((of) => ({ scope, of })).reverse(), undefined, [])
}

/** Its handler is done: what was completed before it is next. */
export function undone(play: Play, instance: Instance, { rest, thrower }: Undoing): void {
  play.note(ended(instance), [`+ ${instance.path}`, ...instance.because])
  const { parent } = instance
  parent?.children.splice(parent.children.indexOf(instance), 1)
  parent?.because.push(ended(instance))
  undo(play, rest, thrower, [ended(instance)])
}
