/** A step that is a procedure of its own, e.g. identifying the applicant or taking the payment. */
import type { JsonObject } from '../../../core/json.ts'
import type { CallBinding, ElementOf, Library, Program } from '../../../core/program.ts'
import { choiceOf, startsIn } from '../../../core/starts.ts'
import type { Behaviour } from '../behaviour.ts'
import { Failure } from '../failure.ts'
import { type Run, elementAt } from '../run.ts'
import { noRoom } from '../variables/merge.ts'
import { type Visit } from '../visit.ts'

/** The called process runs as a scope inside, with the mapped inputs, or all the caller sees, as its variables. */
export const callActivity: Behaviour<ElementOf<'callActivity'>> = {
  activate(visit) {
    const called = calledBy(visit)
    if (called instanceof Failure) return called
    const variables = visit.element.propagateAllParentVariables ? visit.visible() : mappedInputs(visit)
    const full = noRoom(visit, undefined, variables)
    if (full) return full
    return {
      kind: 'enter',
      moves: [{ kind: 'enter', program: called, element: elementAt(called, 0), scope: visit.id, variables }],
    }
  },
}

function calledBy({ run, element, enclosing }: Visit<ElementOf<'callActivity'>>): Program | Failure {
  const { binding } = element
  const called = calledIn(run.ctx.library, element)
  if (!called)
    return new Failure(
      'call',
      `Expected the process ${element.called} called by ${element.id}${wanted(binding)}, but it is not deployed; deploy it`,
    )
  if (startsIn(called, 0).length === 0)
    return new Failure(
      'call',
      `Expected ${element.called} called by ${element.id} to have a start without a trigger, but it has none`,
    )
  const choices = choiceOf(called).map(({ id }) => id)
  if (choices.length > 0 && !choices.includes(element.startElement ?? ''))
    return new Failure(
      'call',
      `Expected ${element.id} to name one of the start events ${choices.join(', ')} of ${element.called}, but found ${element.startElement ?? 'none'}; correct masar:startEvent`,
    )
  const most = run.ctx.limits.callDepth
  if (callDepth(run, enclosing) < most) return called
  return new Failure(
    'limit',
    `Expected calls at most ${most} deep, but ${element.id} calls one deeper; look for a process that calls itself`,
  )
}

/** The version it calls now. */
export const calledIn = (library: Library, { called, binding }: ElementOf<'callActivity'>): Program | undefined =>
  binding ? library.bound?.(called, binding) : library.program(called)

const wanted = (binding: CallBinding | undefined): string =>
  binding?.kind === 'versionTag' ? ` in a version tagged "${binding.tag}"` : ''

const mappedInputs = ({ locals = {} }: Visit): JsonObject => locals

function callDepth(run: Run, from: Visit['id']): number {
  let depth = 0
  for (let id: Visit['id'] | undefined = from; id !== undefined; id = run.draft.element(id).scope)
    if (run.draft.element(id).program !== undefined) depth++
  return depth - 1
}
