/**
 * Choosing steps of an ad-hoc subprocess: staff of the agency see what can be begun and begin it.
 *
 * Where the drawing names groups in `masar:candidateGroups`, clerks and workers must be in one of them; supervisors and
 * operators may always choose.
 */
import type { Actor } from '../core/actor.ts'
import { localEntries, type LocalId } from '../core/ids.ts'
import type { AdHocChoice, InstanceState } from '../core/instance.ts'
import { mayActFor, noSuchInstance, mayChooseAdHoc } from '../core/policy/access.ts'
import { forbidden, invalid, isProblem, type Problem } from '../core/problem.ts'
import { type Element, elementById, type Program } from '../core/program.ts'
import { programAround } from '../core/scope.ts'
import { startsIn } from '../core/starts.ts'
import type { InstanceRow } from '../core/instance-row.ts'
import type { EngineDeps } from '../deps.ts'
import { transition, type Moved } from '../transition.ts'
import { reservedIn } from './answers.ts'
import { getInstance, instanceCalled } from './read-instance.ts'
import { namesIn } from '../core/bpmn/variable.ts'

export interface AdHocRequest {
  /** Element id or local id of the ad-hoc subprocess; absent where only one is open. */
  readonly in?: string
  readonly elements: readonly AdHocChoice[]
}

export interface OpenAdHoc {
  readonly id: LocalId
  readonly element: string
  readonly name: string
  /** Steps that can be begun now. */
  readonly choices: readonly { readonly element: string; readonly name: string }[]
}

export async function listAdHoc(deps: EngineDeps, actor: Actor, id: string): Promise<readonly OpenAdHoc[] | Problem> {
  const found = await getInstance(deps, actor, id)
  if (isProblem(found)) return found
  const open = await openIn(deps, found.row, found.state)
  return open.filter(({ element }) => mayChooseAdHoc(actor, found.row, groupsOf(element))).map(shown)
}

/** @param id instance id or reference number */
export async function activateAdHoc(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  request: AdHocRequest,
): Promise<Moved | Problem> {
  const called = await instanceCalled(deps, id)
  if (called === undefined) return noSuchInstance
  return transition(deps, {
    instance: called.id,
    actor,
    missing: noSuchInstance,
    command: async (row, state) => {
      if (!mayActFor(actor, row.agency)) return noSuchInstance
      const found = await chosenIn(deps, row, state, request.in)
      if (isProblem(found)) return found
      return refusal(actor, row, found, request) ?? { kind: 'activateAdHoc', id: found.id, elements: request.elements }
    },
  })
}

interface Found {
  readonly id: LocalId
  readonly element: Element
  readonly program: Program
  readonly state: InstanceState
}

async function openIn(deps: EngineDeps, { program }: InstanceRow, state: InstanceState): Promise<readonly Found[]> {
  const { library } = await deps.definitions.context(program)
  return localEntries(state.elements).flatMap(([id, record]) => {
    if (!record.adHoc || record.adHoc.closing) return []
    const around = library.program(programAround(state, id))
    const element = around && elementById(around, record.element)
    return around && element ? [{ id, element, program: around, state }] : []
  })
}

async function chosenIn(
  deps: EngineDeps,
  row: InstanceRow,
  state: InstanceState,
  named: string | undefined,
): Promise<Found | Problem> {
  const open = await openIn(deps, row, state)
  const fitting = named === undefined ? open : open.filter(({ id, element }) => id === named || element.id === named)
  const [only] = fitting
  if (only && fitting.length === 1) return only
  const there = open.map(({ id, element }) => `${element.id} (${id})`).join(', ') || 'none'
  return invalid(
    'ad-hoc.which',
    `Expected one open ad-hoc subprocess${named === undefined ? '' : ` "${named.slice(0, 80)}"`}, but open are: ${there}; name one`,
  )
}

function refusal(actor: Actor, row: InstanceRow, { element }: Found, { elements }: AdHocRequest): Problem | undefined {
  const groups = groupsOf(element)
  if (!mayChooseAdHoc(actor, row, groups))
    return forbidden(
      'ad-hoc.group',
      `Expected somebody of ${groups.join(', ') || 'the staff'} to choose in ${element.id}; ask a supervisor`,
    )
  return reservedIn(elements.flatMap(({ variables }) => Object.keys(variables ?? {})))
}

const groupsOf = ({ properties }: Element): readonly string[] => namesIn(properties['masar:candidateGroups'])

function shown({ id, element, program, state }: Found): OpenAdHoc {
  const record = state.elements[id]
  const isBusy = (record?.children ?? 0) > 0 || (record?.adHoc?.queue.length ?? 0) > 0
  const waits = element.kind === 'adHocSubProcess' && element.ordering === 'sequential' && isBusy
  const choices = waits ? [] : startsIn(program, element.index)
  return {
    id,
    element: element.id,
    name: element.name,
    choices: choices.map((one) => ({ element: one.id, name: one.name })),
  }
}
