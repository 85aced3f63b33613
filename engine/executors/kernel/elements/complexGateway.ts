/**
 * A join that goes on when its condition says so, e.g. at the second of three opinions, and takes in what comes later.
 *
 * When it starts and again when it resets, every way out whose condition is true is taken, else the default. The conditions
 * see `waitingForStart`, so that a way can be meant for one of the two; a way without a condition is for the start. With
 * a single way in it is a mere split, for no token can come later to reset it.
 */
import type { ElementOf, Flow } from '../../../core/program.ts'
import type { Behaviour } from '../behaviour.ts'
import { Failure } from '../failure.ts'
import { holds } from '../variables/evaluate.ts'
import { overlay } from '../variables/mapping.ts'
import type { Visit } from '../visit.ts'
import { defaultFlow, outgoing } from './ways.ts'

export const complexGateway: Behaviour<ElementOf<'complexGateway'>> = {
  join: 'complex',
  activate: () => ({ kind: 'pass' }),
  leave(visit) {
    const { defaultFlow: otherwise } = visit.element
    const isStart = visit.get('waitingForStart') !== false
    const open = openWays(visit, isStart)
    if (open instanceof Failure || open.length > 0) return open
    return isStart || otherwise !== undefined ? defaultFlow(visit, otherwise) : []
  },
}

function openWays(visit: Visit<ElementOf<'complexGateway'>>, isStart: boolean): readonly Flow[] | Failure {
  const scope = overlay(visit, () => visit.locals ?? SPLIT)
  const open: Flow[] = []
  for (const flow of outgoing(visit, visit.element.defaultFlow)) {
    const taken = flow.condition ? holds(visit, flow, scope) : isStart
    if (taken instanceof Failure) return taken
    if (taken) open.push(flow)
  }
  return open
}

/** A split has nothing to wait for. */
const SPLIT = { waitingForStart: true, activationCount: 1, activationCounts: {} }
