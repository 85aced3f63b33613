/** An application begins. */
import type { Continuation } from '../../../core/command.ts'
import type { Context } from '../../../core/executor.ts'
import { PROCESS, type InstanceState } from '../../../core/instance.ts'
import type { Event, EventOf } from '../../../core/event.ts'
import { type Problem, conflict, invalid, isProblem, notFound, tooLarge } from '../../../core/problem.ts'
import type { Element, Program } from '../../../core/program.ts'
import { choiceOf, messageStartsOf, startsIn } from '../../../core/starts.ts'
import { Failure } from '../failure.ts'
import { live, raise } from '../lifecycle.ts'
import { withProperties } from '../variables/mapping.ts'
import { Visit, visitBy, visitTo } from '../visit.ts'
import { placesIn } from '../modify/place.ts'
import { type Inner, type Move, type Run, elementAt, flowAt } from '../run.ts'
import { started } from '../state/apply.ts'
import { bytesOf } from '../state/bytes.ts'
import { Draft } from '../state/draft.ts'
import type { CommandOf } from './command.ts'

/** What begins the work on a draft; the events are those that made it. */
export type Opened = (draft: Draft, events: Event[]) => Run

/** @param executor recorded where it is not the kernel: the application stays with it */
export function start(
  state: InstanceState | undefined,
  command: CommandOf<'start'>,
  ctx: Context,
  open: Opened,
  executor?: string,
): Run | Problem {
  if (state) return conflict('instance.exists', `Expected a new instance, but ${state.id} was started before`)
  const program = ctx.library.program(command.program)
  if (!program)
    return notFound(
      'program.unknown',
      `Expected a deployed process ${command.program}, but there is none; deploy its package`,
    )
  const element = command.restart ? undefined : startElement(program, command.startElement)
  if (isProblem(element)) return element
  const into = command.restart && placesIn(program, command.restart.at)
  if (isProblem(into)) return into
  const { id, agency, reference } = command
  const event: EventOf<'instanceStarted'> = {
    kind: 'instanceStarted',
    id,
    agency,
    reference,
    program: program.key,
    ...(command.restart && { restarts: restarted(command.restart) }),
    ...(command.assistance && { assistance: command.assistance }),
    ...(executor !== undefined && { executor }),
  }
  const run = open(new Draft(started(event)), [event])
  return begin(run, program, element, command, into) ?? run
}

function restarted({ of, reason, completers }: Continuation): NonNullable<EventOf<'instanceStarted'>['restarts']> {
  return { of, reason, ...(Object.keys(completers).length > 0 && { completers }) }
}

function begin(
  run: Run,
  program: Program,
  element: Element | undefined,
  { variables, payload = {}, messageId, signal, held }: CommandOf<'start'>,
  into: readonly Inner[] | undefined,
): Problem | undefined {
  const bytes = bytesOf(variables) + bytesOf(payload)
  const most = run.ctx.limits.variables
  if (bytes > most)
    return tooLarge(
      'variables.too-large',
      `Expected at most ${most} bytes of variables, but found ${bytes}; keep large data as documents`,
    )
  const process = elementAt(program, 0)
  const isMapped = element !== undefined && element.outputs.length > 0
  const known = isMapped ? variables : { ...payload, ...variables }
  const own = withProperties(new Visit(run, program, process, PROCESS, { variables: known }), known)
  if (own instanceof Failure) throw new Error(`Expected the properties of ${process.id} as checked: ${own.message}`)
  run.emit({ kind: 'elementActivated', id: PROCESS, element: process.id, program: program.key, variables: own ?? {} })
  if (messageId !== undefined) run.emit({ kind: 'messageCorrelated', id: PROCESS, messageId })
  if (signal !== undefined) run.emit({ kind: 'signalCaught', id: PROCESS, name: signal })
  if (!element) {
    live(visitTo(run, PROCESS, into), 'activate')
    return undefined
  }
  const brought = isMapped ? payload : {}
  const told = element.kind === 'startEvent' ? isMapped && { variables: brought } : { payload: brought }
  const others = passGateway(run, program, element)
  const move = { kind: 'enter', program, element, scope: PROCESS, ...told } as const
  if (held !== undefined) raise(visitBy(run, move), 'activate', new Failure('limit', held))
  run.send(held === undefined ? [move, ...others] : others)
  return undefined
}

/**
 * A message behind an instantiating event-based gateway has chosen its way. In parallel the others are awaited as well: their
 * tokens follow once the first has brought what finds this instance.
 */
function passGateway(run: Run, program: Program, element: Element): readonly Move[] {
  const gateway = messageStartsOf(program).find((one) => one.element === element)?.gateway
  if (!gateway) return []
  const id = run.nextId()
  run.emit({ kind: 'elementActivated', id, element: gateway.id, scope: PROCESS })
  run.emit({ kind: 'elementCompleted', id })
  const flows = gateway.outgoing.map((index) => flowAt(program, index))
  const taken = gateway.instantiate === 'parallel' ? flows : flows.filter(({ to }) => to === element.index)
  for (const flow of taken) run.emit({ kind: 'flowTaken', flow: flow.id, scope: PROCESS })
  const others = taken.map(({ to }) => elementAt(program, to)).filter((other) => other !== element)
  return others.map((other) => ({ kind: 'enter', program, element: other, scope: PROCESS }))
}

/** Where it begins; undefined: at every step no flow leads to, since no start event is drawn. */
function startElement(program: Program, id: string | undefined): Element | Problem | undefined {
  const messages = messageStartsOf(program).map(({ element }) => element)
  const events = program.elements.filter(
    (element) => element.parent === 0 && (element.kind === 'startEvent' || messages.includes(element)),
  )
  const starts = startsIn(program, 0)
  if (id === undefined && starts.length > 0 && choiceOf(program).length === 0)
    return starts[0]?.kind === 'startEvent' ? starts[0] : undefined
  const found = events.find((element) => element.id === id)
  if (found) return found
  const wanted = id === undefined ? 'one none start event' : `a start event "${id}"`
  const there = events.map((element) => element.id).join(', ') || 'none'
  return invalid('start.unknown', `Expected ${wanted} in ${program.key}, but it has: ${there}; name one of them`)
}
