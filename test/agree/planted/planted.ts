/** Bugs planted on purpose, each a kernel that does one thing wrong: the comparison must find every one of them. */
import type { Command } from '../../../engine/core/command.ts'
import type { Event } from '../../../engine/core/event.ts'
import type { Decided, Executor } from '../../../engine/core/executor.ts'
import type { InstanceState } from '../../../engine/core/instance.ts'
import { isProblem } from '../../../engine/core/problem.ts'
import type { Element, Program } from '../../../engine/core/program.ts'
import { kernel } from '../../../engine/executors/kernel/kernel.ts'

export interface Planted {
  readonly executor: Executor
  /** How the difference is told. */
  readonly found: RegExp
}

export const PLANTED: readonly Planted[] = [
  {
    executor: drawnOtherwise('inclusive join that goes on too early', (element) =>
      element.kind === 'inclusiveGateway' && element.incoming.length > 1 && element.outgoing.length === 1
        ? { ...element, kind: 'exclusiveGateway' }
        : element,
    ),
    found: /^facts/,
  },
  {
    executor: drawnOtherwise('boundary event that does not interrupt', (element) =>
      element.kind === 'boundaryEvent' ? { ...element, interrupting: false } : element,
    ),
    found: /^(facts|waits)/,
  },
  {
    executor: drawnOtherwise('items one after the other that begin together', (element) =>
      element.loop ? { ...element, loop: { ...element.loop, sequential: false } } : element,
    ),
    found: /^facts/,
  },
  {
    executor: drawnOtherwise('compensation that is forgotten', (element) =>
      element.kind === 'throwEvent' && element.throws?.kind === 'compensation' ? without(element, 'throws') : element,
    ),
    found: /^facts/,
  },
  {
    executor: drawnOtherwise('quorum that waits for everybody', (element) =>
      element.kind === 'complexGateway' && element.incoming.length > 1
        ? { ...without(element, 'activationCondition'), kind: 'parallelGateway' }
        : element,
    ),
    found: /^facts/,
  },
  {
    executor: drawnOtherwise('event subprocess that never breaks off', (element) =>
      element.kind === 'eventStart' ? { ...element, interrupting: false } : element,
    ),
    found: /^(facts|waits)/,
  },
  {
    executor: withEvents('terminate that leaves a wait', (events) => {
      const isTerminated = events.some(({ kind }) => kind === 'elementTerminated')
      return isTerminated ? events.filter((it) => it.kind !== 'taskClosed' || it.outcome !== 'canceled') : events
    }),
    found: /^(waits|refused)/,
  },
  {
    executor: withEvents('variable that is lost', (events) =>
      events.filter((it) => it.kind !== 'variablesSet' || !('n' in it.values) || it.values.n !== 2),
    ),
    found: /^variables/,
  },
  {
    executor: withEvents('step that begins before the flow to it was taken', (events) => {
      const at = events.findIndex(
        ({ kind }, index) => kind === 'elementActivated' && events[index - 1]?.kind === 'flowTaken',
      )
      const [flow, element] = [events[at - 1], events[at]]
      return flow && element ? [...events.slice(0, at - 1), element, flow, ...events.slice(at + 1)] : events
    }),
    found: /^order/,
  },
  {
    executor: withState('state that JSON does not keep', (state) => ({ ...state, seen: new Date(0) })),
    found: /^restart/,
  },
  { executor: remembering(), found: /^restart: a second process/ },
]

function without<T extends object, K extends keyof T>(element: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = element
  return rest
}

/** The kernel, given every program with some elements changed. */
function drawnOtherwise(name: string, change: (element: Element) => Element): Executor {
  const changed = new WeakMap<Program, Program>()
  const otherwise = (program: Program | undefined): Program | undefined => {
    if (!program) return undefined
    const known = changed.get(program) ?? { ...program, elements: program.elements.map(change) }
    changed.set(program, known)
    return known
  }
  return {
    ...kernel,
    name,
    decide: (state, command, ctx) =>
      kernel.decide(state, command, { ...ctx, library: { program: (key) => otherwise(ctx.library.program(key)) } }),
  }
}

/** The kernel, whose events are tampered with before they are recorded. */
function withEvents(name: string, change: (events: readonly Event[]) => readonly Event[]): Executor {
  return tampering(name, ({ events }, state) => {
    const recorded = change(events)
    const folded = recorded.reduce<InstanceState | undefined>((at, event) => kernel.apply(at, event), state)
    return { events: recorded, state: folded ?? state }
  })
}

function withState(name: string, change: (state: InstanceState) => InstanceState): Executor {
  return tampering(name, ({ events, state }) => ({ events, state: change(state) }))
}

function tampering(
  name: string,
  change: (
    decided: Decided,
    before: InstanceState | undefined,
  ) => { readonly events: readonly Event[]; readonly state: InstanceState | undefined },
): Executor {
  return {
    ...kernel,
    name,
    decide(state, command, ctx) {
      const decided = kernel.decide(state, command, ctx)
      if (isProblem(decided)) return decided
      const changed = change(decided, state)
      return { events: changed.events, state: changed.state ?? decided.state }
    },
  }
}

/** Keeps in memory how many commands it has decided, beside the state. */
function remembering(): Executor {
  const numbers = new Map<Command, number>()
  return {
    ...kernel,
    name: 'memory beside the state',
    decide(state, command, ctx) {
      const decided = kernel.decide(state, command, ctx)
      if (isProblem(decided)) return decided
      const priority = numbers.get(command) ?? numbers.size % 100
      numbers.set(command, priority)
      const events = decided.events.map((it) =>
        it.kind === 'taskOpened' ? { ...it, task: { ...it.task, priority } } : it,
      )
      return { events, state: decided.state }
    },
  }
}
