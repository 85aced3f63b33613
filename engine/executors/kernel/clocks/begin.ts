/** Statutory clocks begin: with what carries their deadline, unless one of it runs around it already. */
import { type LocalId, programParts } from '../../../core/ids.ts'
import type { Ending } from '../../../core/policy/last-day.ts'
import { reckon } from '../../../core/policy/statutory-time.ts'
import { versionOf } from '../../../core/policy/calendar.ts'
import type { ElementKind, KeptDeadline } from '../../../core/program.ts'
import { type ClockId, type StatutoryClock, clockId } from '../../../core/statutory-clock.ts'
import { Failure } from '../failure.ts'
import type { Run } from '../run.ts'
import { programOf } from '../state/program-of.ts'
import { DATE_STEPS } from '../variables/effort.ts'
import { unfit, valueOf } from '../variables/evaluate.ts'
import type { Visit } from '../visit.ts'

export interface Begun {
  readonly clock: ClockId
  readonly state: StatutoryClock
  /** Of the day off it would have ended on. */
  readonly moved?: Omit<Ending, 'due'>
}

/** A clock begins with the scope itself; a task asks for the one it is due by, an event for the one it hangs on. */
const SCOPES: ReadonlySet<ElementKind> = new Set([
  'process',
  'subProcess',
  'transaction',
  'adHocSubProcess',
  'eventSubProcess',
  'callActivity',
])

/** The clock of a scope that carries a deadline, to begin with it. */
export function scopeClock(visit: Visit): Failure | undefined {
  const kept = SCOPES.has(visit.element.kind) ? visit.program.deadlines?.get(visit.element.id) : undefined
  if (!kept || visit.isBody || visit.isUndoing) return undefined
  const clock = clockFor(visit, visit.id, kept)
  return clock instanceof Failure ? clock : undefined
}

/** That of the application's own process, which begins before anything is evaluated: with its start event. */
export function processClock(visit: Visit): Failure | undefined {
  const { scope, program } = visit
  const element = scope === undefined ? undefined : visit.run.draft.elements[scope]?.element
  const kept = element === program.elements[0]?.id ? program.deadlines?.get(program.elements[0]?.id ?? '') : undefined
  if (!kept || scope === undefined) return undefined
  const clock = clockFor(visit, scope, kept)
  return clock instanceof Failure ? clock : undefined
}

/** The clock of this deadline around `owner`; where none runs, one that begins with it. */
export function clockFor(visit: Visit, owner: LocalId, kept: KeptDeadline): Begun | Failure {
  const found = around(visit, owner, kept.id)
  if (found) return found
  const governorate = governorateOf(visit, kept)
  if (governorate instanceof Failure) return governorate
  const { calendar } = visit.run.ctx
  const { duration, lastDay } = kept
  const counted = { started: visit.now, duration, lastDay, ...governorate }
  visit.run.effort.charge(DATE_STEPS)
  const ending = reckon(calendar, counted)
  if (ending === undefined)
    return new Failure(
      'timer',
      `Expected the deadline ${kept.id} to come within ten years, but the calendar of the agency has too few working days; correct the calendar`,
    )
  const { due, ...moved } = ending
  const state = { owner, deadline: kept.id, ...counted, due, calendar: versionOf(calendar) }
  const begun = { clock: clockId(owner, kept.id), state, moved }
  visit.begun = [...(visit.begun ?? []), begun]
  return begun
}

function governorateOf(visit: Visit, { governorate }: KeptDeadline): { readonly governorate?: string } | Failure {
  if (!governorate) return {}
  const value = valueOf(visit, 'the governorate', governorate)
  if (value instanceof Failure) return value
  if (value === null || value === '') return {}
  return typeof value === 'string' && value.length <= LONGEST_CODE
    ? { governorate: value }
    : unfit('expression', visit, 'the governorate', governorate, 'the code of a governorate', value)
}

const LONGEST_CODE = 40

function around(visit: Visit, from: LocalId, deadline: string): Begun | undefined {
  const { draft } = visit.run
  let id: LocalId | undefined = from
  while (id !== undefined) {
    const clock = clockId(id, deadline)
    const pending = visit.begun?.find((one) => one.clock === clock)
    if (pending) return pending
    const state = draft.clocks?.[clock]
    if (state && isOfPackage(visit, state.owner)) return { clock, state }
    id = id === visit.id ? visit.scope : draft.elements[id]?.scope
  }
  return undefined
}

/** Another package may call a deadline the same. */
const isOfPackage = ({ run, program }: Visit, owner: LocalId): boolean =>
  programParts(programOf(run.draft, owner)).packageId === programParts(program.key).packageId

/** Records the clocks that what is opened now begins. */
export function beginClocks(run: Run, visit: Visit): void {
  const { begun = [] } = visit
  visit.begun = undefined
  for (const { clock, state, moved } of begun) run.emit({ kind: 'clockStarted', clock, ...state, ...moved })
}
