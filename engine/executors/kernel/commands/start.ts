/** An application begins. */
import type { Context, Decided } from '../../../core/executor.ts'
import type { InstanceState } from '../../../core/instance.ts'
import type { EventOf } from '../../../core/event.ts'
import { type Problem, conflict, invalid, isProblem, notFound, tooLarge } from '../../../core/problem.ts'
import { type Element, type Program, isNoneStart } from '../../../core/program.ts'
import { advance } from '../advance.ts'
import { Failure } from '../failure.ts'
import { raise } from '../lifecycle.ts'
import { visitBy } from '../visit.ts'
import { Run, elementAt } from '../run.ts'
import { started } from '../state/apply.ts'
import { bytesOf } from '../state/bytes.ts'
import { Draft } from '../state/draft.ts'
import { PROCESS } from './cancel.ts'
import type { CommandOf } from './command.ts'

export function start(state: InstanceState | undefined, command: CommandOf<'start'>, ctx: Context): Decided | Problem {
  if (state) return conflict('instance.exists', `Expected a new instance, but ${state.id} was started before`)
  const program = ctx.library.program(command.program)
  if (!program)
    return notFound(
      'program.unknown',
      `Expected a deployed process ${command.program}, but there is none; deploy its package`,
    )
  const element = startElement(program, command.startElement)
  if (isProblem(element)) return element
  const { id, agency, reference } = command
  const event: EventOf<'instanceStarted'> = { kind: 'instanceStarted', id, agency, reference, program: program.key }
  const run = new Run(ctx, new Draft(started(event)), [event])
  const full = begin(run, program, element, command)
  if (full) return full
  advance(run)
  return { events: run.events, state: run.draft.close() }
}

function begin(
  run: Run,
  program: Program,
  element: Element,
  { variables, payload = {}, messageId, held }: CommandOf<'start'>,
): Problem | undefined {
  const bytes = bytesOf(variables) + bytesOf(payload)
  const most = run.ctx.limits.variables
  if (bytes > most)
    return tooLarge(
      'variables.too-large',
      `Expected at most ${most} bytes of variables, but found ${bytes}; keep large data as documents`,
    )
  const process = elementAt(program, 0)
  const isMapped = element.outputs.length > 0
  const known = isMapped ? variables : { ...payload, ...variables }
  run.emit({ kind: 'elementActivated', id: PROCESS, element: process.id, program: program.key, variables: known })
  if (messageId !== undefined) run.emit({ kind: 'messageCorrelated', id: PROCESS, messageId })
  const move = { kind: 'enter', program, element, scope: PROCESS, ...(isMapped && { variables: payload }) } as const
  if (held === undefined) run.send([move])
  else raise(visitBy(run, move), 'activate', new Failure('limit', held))
  return undefined
}

function startElement(program: Program, id: string | undefined): Element | Problem {
  const starts = program.elements.filter((element) => element.parent === 0 && element.kind === 'startEvent')
  const found = starts.find((element) => (id === undefined ? isNoneStart(element) : element.id === id))
  if (found) return found
  const wanted = id === undefined ? 'a none start event' : `a start event "${id}"`
  const there = starts.map((element) => element.id).join(', ') || 'none'
  return invalid('start.unknown', `Expected ${wanted} in ${program.key}, but it has: ${there}; name one of them`)
}
