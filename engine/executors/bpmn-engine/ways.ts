/** Which flows a token leaves on, as the library evaluates them; FEEL is its expressions. */
import type { Flow } from '../../core/program.ts'
import { Failure } from '../kernel/failure.ts'
import { behaviour } from '../kernel/elements/table.ts'
import { noWay, outgoing } from '../kernel/elements/ways.ts'
import { holds } from '../kernel/variables/evaluate.ts'
import type { Visit } from '../kernel/visit.ts'
import { numbers } from './library/drawing.ts'
import type { Standing } from './library/standing.ts'

/** Splits whose rule the library knows; of other kinds of gateway only the kernel knows it. */
const SPLITS: ReadonlySet<string> = new Set(['exclusiveGateway', 'inclusiveGateway'])

export const isEvaluated = ({ element }: Visit): boolean =>
  SPLITS.has(element.kind) || behaviour(element.kind).leave === undefined

/** Thrown through the library, which hands it on as it is. */
class Unable extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

/** Asks the library; while it evaluates, it asks back for each condition by `conditionOf`. */
export function waysBy(visit: Visit, { activity, content }: Standing): readonly Flow[] | Failure {
  let ways: readonly Flow[] | Failure = []
  const message = { fields: {}, content: { ...content, outbound: undefined }, properties: {} }
  activity.evaluateOutbound(message, visit.element.kind === 'exclusiveGateway', (error, outbound = []) => {
    if (error instanceof Unable) ways = error.failure
    else if (error) ways = noWay(visit)
    else ways = chosen(visit, outbound)
  })
  return ways
}

function chosen(visit: Visit, outbound: readonly { readonly id: string; readonly action: string }[]): readonly Flow[] {
  const taken = new Set(outbound.filter(({ action }) => action === 'take').map(({ id }) => numbers(id)[1]))
  return outgoing(visit).filter(({ index }) => taken.has(index))
}

export function conditionOf(visit: Visit, flow: Flow): boolean {
  const held = holds(visit, flow, visit.outside)
  if (held instanceof Failure) throw new Unable(held)
  return held
}
