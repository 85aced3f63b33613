/**
 * Beginning an application once everything that its start event needs has come (a parallel multiple start event).
 *
 * What comes is kept in the very write that takes it; the last one begins the application and uses up the others in one
 * write. One at a time for each start event, so that no two take the same.
 */
import type { Arrival } from '../core/arrival.ts'
import { versionlessProcess, programParts } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import type { Change } from '../core/change.ts'
import { elementById, type SingleTrigger } from '../core/program.ts'
import type { EngineDeps } from '../deps.ts'
import type { EventStart } from './start-by-event.ts'

/** What came and what is needed with it. */
export interface Gathering {
  readonly found: CheckedPackage
  readonly start: EventStart
  readonly needs: readonly string[]
}

/** Undefined where its start event needs nothing else. */
export function gatheringFor(found: CheckedPackage, start: EventStart): Gathering | undefined {
  const program = found.programs.get(programParts(start.program).processId)
  const event = program && elementById(program, start.element)
  const trigger = event?.kind === 'startEvent' ? event.trigger : undefined
  if (trigger?.kind !== 'multiple' || !trigger.parallel) return undefined
  return { found, start, needs: trigger.triggers.map(partOf) }
}

function partOf(trigger: SingleTrigger): string {
  if (trigger.kind === 'message') return `message ${trigger.message.name.source}`
  return trigger.kind === 'signal' ? `signal ${trigger.signal.name.source}` : trigger.kind
}

/** @param begin with what all brought together and the changes that use it up; nothing begins while one is missing */
export function gather<T>(
  deps: EngineDeps,
  { found, start, needs }: Gathering,
  begin: (payload: JsonObject, changes: readonly Change[]) => Promise<T>,
): Promise<T | undefined> {
  const process = versionlessProcess(start.program)
  return deps.lanes.run(`start ${process} ${start.element}`, async () => {
    const there = await deps.store.arrivals.oldest(process, start.element)
    const others = needs.filter((part) => part !== start.part)
    const used = others.flatMap((part): readonly Arrival[] => there.filter((one) => one.part === part))
    if (used.length === others.length) {
      const payload = Object.assign({}, ...used.map(({ variables }) => variables), start.variables) as JsonObject
      return begin(
        payload,
        used.map(({ id }) => ({ kind: 'useArrival', id })),
      )
    }
    await keep(deps, found, start, process)
    return undefined
  })
}

async function keep(deps: EngineDeps, found: CheckedPackage, start: EventStart, process: string): Promise<void> {
  const { agency } = found.workflow
  const { element, part, variables } = start
  const replaces = part === 'timer' || part === 'conditional'
  await deps.store.commit({
    agency,
    at: deps.clock.now(),
    changes: [
      ...start.changes,
      { kind: 'addArrival', arrival: { agency, process, element, part, variables, replaces } },
    ],
  })
}
