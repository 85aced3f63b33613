/**
 * One application moved through from its first event to its last, on the drawing it runs by. It is a look into the
 * record: for whoever may read that, and written down like any other.
 */
import type { Actor } from '../core/actor.ts'
import { bilingual } from '../core/bilingual.ts'
import {
  localEntries,
  programParts,
  type InstanceId,
  type LocalId,
  type ProgramKey,
  type Reference,
} from '../core/ids.ts'
import { PROCESS, type InstanceState, type InstanceStatus } from '../core/instance.ts'
import { joiningIn } from '../core/joining.ts'
import { isJsonObject, type JsonObject } from '../core/json.ts'
import { momentsOf, type RecordedMoment } from '../core/moment.ts'
import { isProblem, type Problem } from '../core/problem.ts'
import { programAround, visibleVariables } from '../core/scope.ts'
import type { Text } from '../core/text.ts'
import type { EngineDeps } from '../deps.ts'
import { recordAccess } from './data-accesses.ts'
import { recordedInstance } from './read-instance.ts'
import { getInstanceAt } from './time-travel.ts'

export interface NamedMoment extends RecordedMoment {
  /** Of the element, as it is drawn. */
  readonly name?: Text
}

export interface InstanceCourse {
  readonly id: InstanceId
  readonly reference: Reference
  readonly status: InstanceStatus
  readonly program: ProgramKey
  readonly startedAt: number
  readonly moments: readonly NamedMoment[]
}

/** @param id instance id or reference number */
export async function followRecord(deps: EngineDeps, actor: Actor, id: string): Promise<InstanceCourse | Problem> {
  const row = await recordedInstance(deps, actor, id)
  if (isProblem(row)) return row
  await recordAccess(deps, actor, row, 'record')
  const moments = momentsOf(await deps.store.instances.history(row.id))
  const names = await namesIn(deps, new Set(moments.flatMap(({ program }) => program ?? [])))
  const { reference, status, program, startedAt } = row
  return {
    id: row.id,
    reference,
    status,
    program,
    startedAt,
    moments: moments.map((one) => {
      const name = one.program && one.element !== undefined ? names.get(one.program)?.get(one.element) : undefined
      return name ? { ...one, name } : one
    }),
  }
}

type Names = ReadonlyMap<ProgramKey, ReadonlyMap<string, Text>>

async function namesIn(deps: EngineDeps, programs: ReadonlySet<ProgramKey>): Promise<Names> {
  const found = new Map<ProgramKey, ReadonlyMap<string, Text>>()
  for (const key of programs) {
    const checked = await deps.definitions.packageOf(key)
    const program = checked?.programs.get(programParts(key).processId)
    const named = program?.elements.filter(({ name }) => name !== '') ?? []
    found.set(key, new Map(named.map(({ id, name }) => [id, bilingual(name)])))
  }
  return found
}

export interface StandingElement {
  readonly element: string
  readonly program: ProgramKey
  readonly incident: boolean
}

export interface InstanceMoment {
  readonly event: number
  readonly events: number
  readonly at: number
  readonly status: InstanceStatus
  readonly program: ProgramKey
  readonly standing: readonly StandingElement[]
  /** Joins before which tokens wait for others, and by which flows they came. */
  readonly waiting: readonly {
    readonly element: string
    readonly program: ProgramKey
    readonly name: Text
    readonly flow: string
  }[]
  /** What the whole application knows. */
  readonly variables: JsonObject
  /** What single steps know of their own beside it. */
  readonly inner: readonly { readonly element: string; readonly variables: JsonObject }[]
}

/** As it stood after the event. */
export async function getInstanceMoment(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  event: number,
): Promise<InstanceMoment | Problem> {
  const past = await getInstanceAt(deps, actor, id, { event })
  if (isProblem(past)) return past
  const { state } = past
  const elements = localEntries(state.elements)
  return {
    event: past.event,
    events: past.events,
    at: past.record.at,
    status: state.status,
    program: state.program,
    standing: standingIn(state),
    waiting: await waitingIn(deps, state),
    variables: visibleVariables(state, PROCESS),
    inner: elements.flatMap(([local, { element, variables }]) =>
      local !== PROCESS && variables && isJsonObject(variables) ? [{ element, variables }] : [],
    ),
  }
}

async function waitingIn(deps: EngineDeps, state: InstanceState): Promise<InstanceMoment['waiting']> {
  const { library } = await deps.definitions.context(state.program)
  return joiningIn(state, library).map(({ program, join, flow }) => ({
    element: join.id,
    program,
    name: bilingual(join.name),
    flow,
  }))
}

function standingIn(state: InstanceState): readonly StandingElement[] {
  const owners = new Set<LocalId>(Object.values(state.incidents).map(({ owner }) => owner))
  return localEntries(state.elements).map(([id, { element }]) => ({
    element,
    program: programAround(state, id),
    incident: owners.has(id),
  }))
}
