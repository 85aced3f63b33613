/**
 * The life of an activity, event or gateway once a token has reached it: 13.3.1 (sequence flow), 13.3.2 (activity).
 *
 * Ready: its inputs are taken. Active: it does what its kind does. Completing, Completed: its outputs are given back, it
 * no longer waits for anything, and "a token is placed on all outgoing Sequence Flows" whose condition holds.
 */
import type { Node, NodeKind, NodeOf } from '../../drawing/drawing.ts'
import { evaluate, giveBack, takeIn } from '../data.ts'
import type { Instance, Variables } from '../marking.ts'
import { outgoing } from '../sequence-flow.ts'
import { ended, type Play } from '../play.ts'
import { adHoc, isClosing } from './ad-hoc.ts'
import { openBoundaries } from './boundary-event.ts'
import { call } from './call-activity.ts'
import { throwResult } from './end-event.ts'
import { complexWays } from './complex-gateway.ts'
import { eventBasedGateway } from './event-based-gateway.ts'
import { remember } from './compensation.ts'
import { exclusiveWay } from './exclusive-gateway.ts'
import { inclusiveWays } from './inclusive-gateway.ts'
import { catchEvent } from './intermediate-event.ts'
import { instanceDone, multiInstance } from './multi-instance.ts'
import { iterationDone, standardLoop } from './standard-loop.ts'
import { task } from './task.ts'

type Behaviours = { readonly [K in NodeKind]: (play: Play, instance: Instance, node: NodeOf<K>) => void }

const pass = (play: Play, instance: Instance): void => play.complete(instance)

const BEHAVIOURS: Behaviours = {
  start: pass,
  eventStart: pass,
  boundary: pass,
  end: (play, instance, { result }) => throwResult(play, instance, result),
  throw: (play, instance, { result }) => throwResult(play, instance, result),
  catch: catchEvent,
  task,
  exclusive: pass,
  parallel: pass,
  inclusive: pass,
  complex: pass,
  eventBased: eventBasedGateway,
  adHoc,
  subProcess: (play, instance) => play.start(instance),
  eventSubProcess: (play, instance) => play.start(instance),
  call,
}

/** Tokens enter a node. */
export function enter(
  play: Play,
  node: Node,
  scope: Instance,
  after: readonly string[],
  variables: Variables = {},
): void {
  const instance = play.begin(node, scope, after, { variables })
  openBoundaries(play, instance)
  const { loop } = node
  if (loop?.kind === 'multiInstance') multiInstance(play, instance, loop)
  else if (loop?.kind === 'standard') standardLoop(play, instance, loop)
  else play.act(instance)
}

/** The work itself, of a single instance or of one among several. */
export function act(play: Play, instance: Instance): void {
  takeIn(play, instance)
  const { node } = instance
  if (node) behaviour(node.kind)(play, instance, node)
}

const behaviour = (kind: NodeKind) => BEHAVIOURS[kind] as (play: Play, instance: Instance, node: Node) => void

/** @param result what the work gave: answers, a job's result, a message's content */
export function complete(play: Play, instance: Instance, result: Variables = {}): void {
  const { node, parent } = instance
  instance.incident = false
  if (!node) return completeProcess(play, instance)
  giveBack(play, instance, result)
  end(play, instance)
  if (!parent) throw new Error('Expected a node within a process')
  if (instance.counter !== undefined) roundDone(play, parent, instance, node)
  else if (!isClosing(play, parent))
    for (const flow of waysOut(play, instance, node).toReversed())
      play.takes(parent, flow, [ended(instance), ...instance.because])
}

function roundDone(play: Play, body: Instance, instance: Instance, { loop }: Node): void {
  if (loop?.kind === 'multiInstance') instanceDone(play, body, instance, loop)
  if (loop?.kind === 'standard') iterationDone(play, body, instance, loop)
}

function end(play: Play, instance: Instance): void {
  instance.waits = []
  play.note(ended(instance), [`+ ${instance.path}`, ...instance.because])
  const { parent } = instance
  if (!parent) return
  parent.children.splice(parent.children.indexOf(instance), 1)
  parent.because.push(ended(instance))
  remember(play, parent, instance)
}

function completeProcess(play: Play, process: Instance): void {
  end(play, process)
  if (process.parent) play.complete(process.parent, process.variables)
  else play.status = 'completed'
}

function waysOut(play: Play, instance: Instance, node: Node): readonly string[] {
  const flows = outgoing(instance.parent?.inside, node)
  const isTrue = (condition: string, first?: Variables): boolean =>
    evaluate(play, instance.parent ?? instance, condition, first) === true
  switch (node.kind) {
    case 'exclusive':
      return exclusiveWay(node, flows, isTrue)
    case 'inclusive':
      return inclusiveWays(node, flows, isTrue)
    case 'complex':
      return complexWays(node, flows, instance, isTrue)
    case 'eventBased':
      return []
    default:
      return conditionalFlows(node, flows, isTrue)
  }
}

/** 8.3.13, 13.3.1: a flow without a condition is always taken, the default only when no other is. */
function conditionalFlows(
  { otherwise }: Node,
  flows: ReturnType<typeof outgoing>,
  isTrue: (condition: string) => boolean,
): readonly string[] {
  const taken = flows.filter(({ id, condition }) => id !== otherwise && (condition === undefined || isTrue(condition)))
  return taken.length > 0 || otherwise === undefined ? taken.map(({ id }) => id) : [otherwise]
}
