/**
 * How an application moves on: read at its rev, decide, write once, tell who waits. Every command goes through here.
 *
 * If another write came first the whole is repeated on what is there now, so a rule is always judged on the state it
 * changes. What is returned was on disk before; what is refused left nothing behind.
 */
import { actorName, type Actor } from './core/actor.ts'
import type { Command } from './core/command.ts'
import type { Event } from './core/event.ts'
import type { Decided } from './core/executor.ts'
import type { Holiday } from './core/holiday.ts'
import type { AgencyId, GlobalId, InstanceId, LocalId, ProgramKey } from './core/ids.ts'
import type { InstanceState } from './core/instance.ts'
import type { CheckedPackage } from './core/package/package.ts'
import { type Calendar, withHolidays } from './core/policy/calendar.ts'
import { conflict, isProblem, notFound, unavailable, type Problem } from './core/problem.ts'
import type { Library } from './core/program.ts'
import { project } from './core/projection.ts'
import { reindexed } from './core/search.ts'
import type { Change } from './core/change.ts'
import type { InstanceRow } from './core/instance-row.ts'
import type { CommitResult, InstanceWrite, Write } from './core/store.ts'
import type { EngineDeps } from './deps.ts'

export interface Transition {
  readonly instance: InstanceId
  readonly actor: Actor
  /** What to say where there is no such application. */
  readonly missing?: Problem
  /** Judges the state about to be changed and says the command, or why not. */
  command(row: InstanceRow, state: InstanceState): Promise<Command | Problem> | Command | Problem
  readonly fence?: { readonly job: GlobalId; readonly token: number }
  /** What else is written with it. */
  readonly changes?: readonly Change[]
  /** Asked after the command: jobs nobody may have taken when it is written. */
  untaken?(): NonNullable<Write['untaken']>
}

export interface Moved {
  readonly state: InstanceState
  readonly rev: number
  readonly events: Decided['events']
}

const ATTEMPTS = 50

export function transition(deps: EngineDeps, request: Transition): Promise<Moved | Problem> {
  return deps.lanes.run(request.instance, async () => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const outcome = await attemptOnce(deps, request)
      if (outcome !== 'again') return outcome
    }
    return unavailable(
      'instance.busy',
      `Expected to change ${request.instance} within ${ATTEMPTS} attempts, but others kept changing it; try again`,
    )
  })
}

async function attemptOnce(deps: EngineDeps, request: Transition): Promise<Moved | Problem | 'again'> {
  const row = await deps.store.instances.get(request.instance)
  if (row === undefined) return request.missing ?? unknown(request.instance)
  const state = JSON.parse(row.state) as InstanceState
  const command = await request.command(row, state)
  if (isProblem(command)) return command
  const now = deps.clock.now()
  const isLong = (row.recorded ?? 0) >= deps.limits.history
  const decided = await decide(deps, state, command, now, isLong)
  if (isProblem(decided)) return decided
  deps.failpoint('engine.decided')
  const write = writeOf(request.actor, command, decided, now, { id: row.id, expectedRev: row.rev })
  const result = await deps.store.commit({
    ...write,
    ...(request.fence ? { fence: request.fence } : {}),
    ...(request.untaken ? { untaken: request.untaken() } : {}),
    ...(request.changes ? { changes: [...write.changes, ...request.changes] } : {}),
  })
  deps.failpoint('engine.committed')
  return conclude(deps, request.actor, result, decided, row.rev + 1, now)
}

const unknown = (id: InstanceId): Problem =>
  notFound('instance.not-found', `Expected an application, but there is none with the id ${id}`)

function conclude(
  deps: EngineDeps,
  actor: Actor,
  result: CommitResult,
  decided: Decided,
  rev: number,
  now: number,
): Moved | Problem | 'again' {
  switch (result.kind) {
    case 'committed':
      deps.wakeup.tell({ state: decided.state, events: decided.events, actor: actorName(actor), at: now })
      return { state: decided.state, rev, events: decided.events }
    case 'conflict':
      return 'again'
    case 'fenced':
      return conflict(
        'job.lease-lost',
        'Expected the current lease of the job, but it ran out and another worker has it; drop this result',
      )
    case 'suspended':
      throw new Error('Expected only the start of an application to be refused because its service is suspended')
    case 'duplicate':
      return conflict(`duplicate.${result.of}`, `Expected a new ${result.of}, but it was used before`)
  }
}

/**
 * Decides on the program version the application is at.
 * @param isLong the application's history is as long as one may be
 */
export async function decide(
  deps: EngineDeps,
  state: InstanceState | undefined,
  command: Command,
  now: number,
  isLong = false,
): Promise<Decision | Problem> {
  const program = programAfter(state, command)
  const { library, calendar: own, search } = await deps.definitions.context(program)
  const calendar = announced(own, await deps.store.holidays.list(), agencyOf(state, command))
  for (const key of missingIn(state, library)) await deps.definitions.packageOf(key)
  const limits = isLong ? { ...deps.limits, record: 0 } : deps.limits
  const decided = deps.executor.decide(state, command, { now, library, calendar, limits })
  if (isProblem(decided)) return decided
  const words = reindexed(search, state, decided.state)
  return words ? { ...decided, words } : decided
}

/** What happens, and by which words the application is found from then on. */
export interface Decision extends Decided {
  readonly words?: NonNullable<ReturnType<typeof reindexed>>
}

/** The calendar an application is judged by now. */
export async function calendarFor(deps: EngineDeps, program: ProgramKey, agency: AgencyId): Promise<Calendar> {
  const { calendar } = await deps.definitions.context(program)
  return announced(calendar, await deps.store.holidays.list(), agency)
}

/** The calendar of a service as it is known now, with what was announced for the agency. */
export async function calendarOfService(
  deps: EngineDeps,
  service: CheckedPackage,
  agency: AgencyId,
): Promise<Calendar> {
  return announced(deps.definitions.calendarOf(service), await deps.store.holidays.list(), agency)
}

const calendars = new WeakMap<Calendar, { readonly of: readonly Holiday[]; agency: AgencyId; calendar: Calendar }>()

/** That of the package with what was announced; made once as long as nothing is announced. */
function announced(own: Calendar, all: readonly Holiday[], agency: AgencyId): Calendar {
  if (all.length === 0) return own
  const known = calendars.get(own)
  if (known?.of === all && known.agency === agency) return known.calendar
  const calendar = withHolidays(own, all, agency)
  calendars.set(own, { of: all, agency, calendar })
  return calendar
}

function agencyOf(state: InstanceState | undefined, command: Command): AgencyId {
  if (state) return state.agency
  if (command.kind === 'start') return command.agency
  throw new Error(`Expected a state for the command ${command.kind}`)
}

/** The program the application goes on with. */
function programAfter(state: InstanceState | undefined, command: Command): ProgramKey {
  if (command.kind === 'start') return command.program
  if (state === undefined) throw new Error(`Expected a state for the command ${command.kind}`)
  return command.kind === 'migrate' ? command.to : state.program
}

/** Programs that run in it and are not read yet: after a migration a called process may be of a version its caller does not name. */
function missingIn(state: InstanceState | undefined, library: Library): readonly ProgramKey[] {
  const missing: ProgramKey[] = []
  for (const id in state?.elements) {
    const key = state.elements[id as LocalId]?.program
    if (key !== undefined && !library.program(key)) missing.push(key)
  }
  return missing
}

const restates = ({ kind }: Event): boolean => kind === 'instanceSuspended' || kind === 'instanceResumed'

export function writeOf(
  actor: Actor,
  command: Command,
  decided: Decision,
  now: number,
  instance: Pick<InstanceWrite, 'id' | 'expectedRev' | 'created'>,
): Write {
  return {
    agency: decided.state.agency,
    at: now,
    instance: {
      ...instance,
      status: decided.state.status,
      state: JSON.stringify(decided.state),
      ...(decided.events.some(restates) ? { restated: true } : {}),
      ...(command.kind === 'migrate' ? { program: decided.state.program } : {}),
    },
    history: {
      instance: instance.id,
      seq: instance.expectedRev + 1,
      at: now,
      actor: actorName(actor),
      command: command.kind,
      events: JSON.stringify(decided.events),
    },
    changes: [
      ...project(decided.events, decided.state, now),
      ...(decided.words ? [{ kind: 'indexInstance', instance: instance.id, ...decided.words } as const] : []),
    ],
  }
}
