/** Work that is called off: everything inside ends, innermost first, and nothing waits for it any more. */
import { localEntries, type LocalId } from '../../../core/ids.ts'
import type { ElementState, Wait } from '../../../core/instance.ts'
import { type Run, elementNamed } from '../run.ts'

/** The element instance and everything inside it. */
export function terminate(run: Run, id: LocalId): void {
  end(run, [...inside(run, id)])
}

/** Everything inside the scope; the scope itself goes on, empty. */
export function terminateInside(run: Run, scope: LocalId): void {
  run.halt(scope)
  end(
    run,
    [...inside(run, scope)].filter((id) => id !== scope),
  )
  dropTokens(run, scope)
}

function dropTokens(run: Run, scope: LocalId): void {
  const { arrived, resets = {} } = run.draft.element(scope)
  const flows = Object.entries(arrived ?? {}).flatMap(([flow, count]) => Array.from({ length: count }, () => flow))
  if (flows.length > 0) run.emit({ kind: 'tokensDropped', scope, flows })
  for (const gateway of Object.keys(resets)) run.emit({ kind: 'gatewayChanged', scope, gateway })
  run.touch(scope)
}

/**
 * As terminateInside for a canceled transaction: what was completed in the parts that end is remembered, so that it can
 * be undone, and what is being undone already goes on. The transaction listens to nothing any more.
 */
export function cancelInside(run: Run, scope: LocalId): void {
  run.halt(scope)
  const undone = Object.entries(run.draft.elements).filter(([, it]) => it.scope === scope && it.compensation)
  const kept = new Set([scope, ...undone.flatMap(([id]) => [...inside(run, id as LocalId)])])
  end(
    run,
    [...inside(run, scope)].filter((id) => !kept.has(id)),
    true,
  )
  closeWaits(run, scope)
  resolveIncidents(run, scope)
  dropTokens(run, scope)
}

/** As terminateInside, and the scope's event subprocesses listen no longer: one of them has taken over. */
export function interruptInside(run: Run, scope: LocalId): void {
  terminateInside(run, scope)
  closeHandlers(run, scope)
  closeAdHoc(run, scope)
  resolveIncidents(run, scope)
}

/** Nothing more is chosen in an ad-hoc subprocess; it ends with what has taken over. */
function closeAdHoc(run: Run, id: LocalId): void {
  const { adHoc } = run.draft.element(id)
  if (adHoc && !adHoc.closing) run.emit({ kind: 'adHocChanged', id, adHoc: { ...adHoc, queue: [], closing: true } })
}

/** The scope's event subprocesses listen no longer. */
export function closeHandlers(run: Run, scope: LocalId): void {
  const program = run.programAt(scope)
  closeWaits(run, scope, (wait) => 'element' in wait && elementNamed(program, wait.element).kind === 'eventSubProcess')
}

export function closeWaits(run: Run, owner: LocalId, which: (wait: Wait) => boolean = () => true): void {
  for (const [id, wait] of localEntries(run.draft.waits))
    if (wait.owner === owner && which(wait)) cancelWait(run, id, wait)
}

export function resolveIncidents(run: Run, owner: LocalId): void {
  for (const [id, incident] of localEntries(run.draft.incidents))
    if (incident.owner === owner) run.emit({ kind: 'incidentResolved', id })
}

/** The instance given and all inside, outer ones first: an inner one always has the higher id. */
export function inside(run: Run, root: LocalId): Set<LocalId> {
  const found = new Set([root])
  for (const [id, record] of localEntries(run.draft.elements)) if (isWithin(record, found)) found.add(id)
  return found
}

/** Inside one of them, or undone on behalf of a throwing event that is. */
function isWithin({ scope, compensation }: ElementState, found: ReadonlySet<LocalId>): boolean {
  return (
    (scope !== undefined && found.has(scope)) ||
    (compensation?.thrower !== undefined && found.has(compensation.thrower))
  )
}

/** @param remembered whether what was completed inside is kept to be undone; not that of called processes */
function end(run: Run, ids: readonly LocalId[], remembered = false): void {
  const owned = byOwner(run, new Set(ids))
  for (const id of ids.toReversed()) {
    for (const close of owned.get(id) ?? []) close()
    const { scope, completed, program, compensation } = run.draft.element(id)
    const isKept = remembered && program === undefined && (completed ?? compensation) !== undefined
    run.emit({ kind: 'elementTerminated', id, ...(isKept && { compensation: run.nextId() }) })
    if (scope !== undefined) run.touch(scope)
  }
}

function byOwner(run: Run, ids: ReadonlySet<LocalId>): Map<LocalId, (() => void)[]> {
  const owned = new Map<LocalId, (() => void)[]>()
  const add = (owner: LocalId, close: () => void): void => {
    if (ids.has(owner)) owned.set(owner, [...(owned.get(owner) ?? []), close])
  }
  for (const [id, wait] of localEntries(run.draft.waits)) add(wait.owner, () => cancelWait(run, id, wait))
  for (const [id, { owner }] of localEntries(run.draft.incidents))
    add(owner, () => run.emit({ kind: 'incidentResolved', id }))
  return owned
}

export function cancelWait(run: Run, id: LocalId, wait: Wait): void {
  run.emit({ kind: CLOSED[wait.kind], id, outcome: 'canceled' })
}

const CLOSED = {
  task: 'taskClosed',
  job: 'jobClosed',
  timer: 'timerClosed',
  message: 'subscriptionClosed',
  signal: 'signalSubscriptionClosed',
  condition: 'conditionClosed',
} as const satisfies Record<Wait['kind'], string>
