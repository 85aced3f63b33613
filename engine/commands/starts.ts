/** What begins applications of a package by itself: times, messages, signals and conditions of its start events, as they are listed. */
import type { NewDeployment } from '../core/deployment.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import { invalid, isProblem, type Problem } from '../core/problem.ts'
import {
  type Element,
  type Expression,
  type Program,
  type SingleTrigger,
  type TriggerOf,
  singleTriggers,
} from '../core/program.ts'
import { messageStartsOf } from '../core/starts.ts'
import type { Calendar } from '../core/policy/calendar.ts'
import { nextDue } from '../core/timer.ts'
import type { EngineDeps } from '../deps.ts'
import { firstStart } from './start-times.ts'

export type Starts = Pick<NewDeployment, 'startTimers' | 'startMessages' | 'startSignals' | 'startConditions'>

const SHORTEST_START_CYCLE = 60_000

export function startsOf(deps: EngineDeps, checked: CheckedPackage, now: number, calendar: Calendar): Starts | Problem {
  let starts: Starts = { startTimers: [], startMessages: [], startSignals: [], startConditions: [] }
  for (const program of checked.programs.values())
    for (const { element, trigger } of triggersOf(program)) {
      const more = startOf({ deps, checked, now, calendar, program, element }, trigger)
      if (isProblem(more)) return more
      starts = joined(starts, more)
    }
  return starts
}

/** Of start events, and of the steps at which a message begins a process without one. */
function triggersOf(program: Program): readonly { readonly element: Element; readonly trigger: SingleTrigger }[] {
  const events = program.elements.flatMap((element) =>
    element.kind === 'startEvent' ? singleTriggers(element.trigger).map((trigger) => ({ element, trigger })) : [],
  )
  const steps = messageStartsOf(program).filter(({ element }) => element.kind !== 'startEvent')
  return [
    ...events,
    ...steps.map(({ element, message }) => ({ element, trigger: { kind: 'message', message } as const })),
  ]
}

interface At {
  readonly deps: EngineDeps
  readonly checked: CheckedPackage
  readonly now: number
  readonly calendar: Calendar
  readonly program: Program
  readonly element: Element
}

function startOf(at: At, trigger: SingleTrigger): Partial<Starts> | Problem {
  switch (trigger.kind) {
    case 'timer':
      return startTimer(at, trigger)
    case 'message': {
      const name = nameOf(at, 'message', trigger.message.name)
      const keyed = trigger.message.correlationKey !== undefined
      return isProblem(name) ? name : { startMessages: [{ ...placeOf(at), name, keyed }] }
    }
    case 'signal': {
      const name = nameOf(at, 'signal', trigger.signal.name)
      return isProblem(name) ? name : { startSignals: [{ ...placeOf(at), name }] }
    }
    case 'conditional':
      return { startConditions: [placeOf(at)] }
    default:
      return {}
  }
}

const placeOf = ({ program, element }: At) => ({ program: program.key, element: element.id })

function nameOf({ deps, checked, now, element }: At, kind: string, expression: Expression): string | Problem {
  const name = expression.evaluate(deps.definitions.emptyScope(checked, now))
  return name.ok && typeof name.value === 'string'
    ? name.value
    : invalid(`deploy.${kind}-name`, `Expected a ${kind} name on ${element.id} of ${checked.workflow.id}`)
}

function startTimer(at: At, { timer }: TriggerOf<'timer'>): Partial<Starts> | Problem {
  const { deps, checked, now, calendar, element } = at
  const due = firstStart(deps, checked, timer, now, calendar)
  if (!due.ok)
    return invalid(
      'deploy.timer',
      `Expected a timer that can be computed on ${element.id} of ${checked.workflow.id}, but ${due.reason}`,
    )
  const again = due.repeat && nextDue(due.repeat, due.due, calendar)
  if (again && again.due - due.due < SHORTEST_START_CYCLE)
    return invalid(
      'deploy.timer',
      `Expected a service to start by itself at most once a minute, but ${element.id} of ${checked.workflow.id} starts it every ${again.due - due.due} ms; choose a longer cycle`,
    )
  const repeat = due.repeat ? { repeat: JSON.stringify(due.repeat) } : {}
  return { startTimers: [{ ...placeOf(at), due: due.due, ...repeat, since: now }] }
}

const joined = (one: Starts, more: Partial<Starts>): Starts => ({
  startTimers: [...one.startTimers, ...(more.startTimers ?? [])],
  startMessages: [...one.startMessages, ...(more.startMessages ?? [])],
  startSignals: [...one.startSignals, ...(more.startSignals ?? [])],
  startConditions: [...one.startConditions, ...(more.startConditions ?? [])],
})
