/**
 * Telling those who were waiting when a signal was thrown: every one at least once, accepted once.
 *
 * Who they are stands in the store since the throw; a delivery is taken from there in the write that accepts it. One that
 * finds nobody waiting any more is dropped; one to an application that has no room is tried again until it can be made, one
 * to what is held when it is let go.
 */
import type { Actor } from './core/actor.ts'
import { isProblem } from './core/problem.ts'
import type { SignalDelivery } from './core/signal.ts'
import type { Change } from './core/change.ts'
import { startByEvent } from './commands/start-by-event.ts'
import type { EngineDeps } from './deps.ts'
import { withinFamily } from './family.ts'
import { transition } from './transition.ts'

const TRY_AGAIN = 5_000
/** Why a delivery is over without having been accepted. */
const IN_VAIN: ReadonlySet<string> = new Set(['signal-subscription.not-open', 'instance.over', 'instance.not-found'])
/** Another accepted it. */
const TAKEN = 'duplicate.signal'

type Outcome = 'accepted' | 'done before' | 'in vain' | 'refused'

/** Makes what is due. Returns how many are done with. @param mayMove asked once for each application that is due */
export async function deliverSignals(
  deps: EngineDeps,
  now: number,
  limit: number,
  mayMove: (delivery: SignalDelivery) => boolean = () => true,
): Promise<number> {
  const due = (await deps.store.signals.due(now, limit)).filter(mayMove)
  const outcomes = await Promise.all(due.map((delivery) => deliver(deps, delivery)))
  return outcomes.filter((outcome) => outcome !== 'refused').length
}

async function deliver(deps: EngineDeps, delivery: SignalDelivery): Promise<Outcome> {
  const outcome = await (delivery.to.kind === 'instance' ? tell(deps, delivery) : begin(deps, delivery))
  if (outcome === 'in vain') await drop(deps, delivery)
  if (outcome === 'refused') await deps.store.signals.putOff(delivery, deps.clock.now() + TRY_AGAIN)
  return outcome
}

const actorOf = ({ agency }: SignalDelivery): Actor => ({ kind: 'system', id: 'signal', agency })

async function tell(deps: EngineDeps, delivery: SignalDelivery): Promise<Outcome> {
  const { name, variables, to } = delivery
  if (to.kind !== 'instance') throw new Error('Expected a delivery to an application')
  const moved = await transition(deps, {
    instance: to.instance,
    actor: actorOf(delivery),
    command: () => ({ kind: 'broadcastSignal', name, variables, waits: to.waits, ...unanswered(deps, delivery) }),
    changes: [taken(delivery)],
  })
  return isProblem(moved) ? outcomeOf(moved.code) : 'accepted'
}

function unanswered({ limits }: EngineDeps, { name, followed }: SignalDelivery): { readonly unanswered?: string } {
  if (followed <= limits.answers) return {}
  return {
    unanswered: `Expected at most ${limits.answers} deliveries of signals that answer signals, but there are more since the first of them, up to "${name}"; look for applications that tell each other for ever, then resolve the incident to go on`,
  }
}

const begin = (deps: EngineDeps, delivery: SignalDelivery): Promise<Outcome> =>
  withinFamily<Outcome>(
    deps,
    delivery.origin,
    (held) => beginOne(deps, delivery, held),
    async () => 'in vain',
  )

async function beginOne(deps: EngineDeps, delivery: SignalDelivery, held?: string): Promise<Outcome> {
  const { name, variables, origin, to } = delivery
  if (to.kind !== 'start') throw new Error('Expected a delivery to a start event')
  const started = await startByEvent(deps, actorOf(delivery), {
    program: to.program,
    element: to.element,
    part: `signal ${name}`,
    variables,
    signal: name,
    ...(origin === undefined ? {} : { origin }),
    ...(held === undefined ? {} : { held }),
    changes: [taken(delivery)],
  })
  if (started === undefined) return 'done before'
  return isProblem(started) ? outcomeOf(started.code) : 'accepted'
}

function outcomeOf(code: string): Outcome {
  if (code === TAKEN) return 'done before'
  return IN_VAIN.has(code) ? 'in vain' : 'refused'
}

const drop = (deps: EngineDeps, delivery: SignalDelivery): Promise<unknown> =>
  deps.store.commit({ agency: delivery.agency, at: deps.clock.now(), changes: [taken(delivery)] })

const taken = ({ signal, to }: SignalDelivery): Change => ({
  kind: 'takeSignal',
  signal,
  target: to.kind === 'instance' ? to.instance : to.program,
  element: to.kind === 'instance' ? '' : to.element,
})
