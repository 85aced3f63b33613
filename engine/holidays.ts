/**
 * The worker's duty towards days that were announced or withdrawn: carries them to every running application they concern,
 * some each round, so that its deadlines are counted anew and the record says why; and what has not begun by itself yet moves.
 *
 * How far a pass is, is only in memory: after a restart it begins anew, which counts nothing twice. What begins or changes
 * meanwhile is counted by the new calendar already, and a timer on a clock is held against it before it happens. One that
 * cannot be counted anew (its package cannot be read) is told to the operator and is in nobody's way: it is counted by its
 * next command.
 */
import type { Holiday } from './core/holiday.ts'
import type { AgencyId, InstanceId } from './core/ids.ts'
import { PLATFORM_AGENCY } from './core/policy/access.ts'
import { isProblem, notFound } from './core/problem.ts'
import { recountStarts } from './commands/start-times.ts'
import type { EngineDeps } from './deps.ts'
import { transition } from './transition.ts'

const AT_ONCE = 200

/** Holidays of one agency, or of every one, that are carried on together. */
interface Pass {
  readonly agency: AgencyId | undefined
  readonly holidays: readonly Holiday[]
  readonly after?: string
}

/** @param onFault told about applications that could not be counted anew */
export function holidayDuty(
  deps: EngineDeps,
  onFault: (fault: unknown, doing: string) => void = () => {},
): () => Promise<number> {
  let pass: Pass | undefined
  return async () => {
    if (!pass) {
      pass = nextPass(await deps.store.holidays.spreading())
      if (!pass) return 0
      await recountStarts(deps, pass.agency)
    }
    const { done, after } = await round(deps, pass, onFault)
    if (after !== undefined) pass = { ...pass, after }
    else {
      const { holidays } = pass
      pass = undefined
      await end(deps, holidays)
    }
    return Math.max(done, 1)
  }
}

function nextPass(spreading: readonly Holiday[]): Pass | undefined {
  const [first] = spreading
  return first && { agency: first.agency, holidays: spreading.filter(({ agency }) => agency === first.agency) }
}

async function round(
  deps: EngineDeps,
  { agency, after }: Pass,
  onFault: (fault: unknown, doing: string) => void,
): Promise<{ readonly done: number; readonly after?: string }> {
  const page = await deps.store.instances.list({
    running: true,
    limit: AT_ONCE,
    ...(agency === undefined ? {} : { agency }),
    ...(after === undefined ? {} : { after }),
  })
  await Promise.all(
    page.items.map((row) =>
      recount(deps, row.id, row.agency).catch((fault: unknown) => onFault(fault, `count the deadlines of ${row.id}`)),
    ),
  )
  return { done: page.items.length, ...(page.next === undefined ? {} : { after: page.next }) }
}

const NO_CLOCK = notFound('clocks.none', 'Expected an application with a statutory deadline, but it has none')

async function recount(deps: EngineDeps, instance: InstanceId, agency: AgencyId): Promise<void> {
  const moved = await transition(deps, {
    instance,
    actor: { kind: 'system', id: 'calendar', agency },
    command: (_row, state) => (state.clocks ? { kind: 'recalculate' } : NO_CLOCK),
  })
  if (isProblem(moved) && moved.kind === 'unavailable') throw new Error(moved.detail)
}

async function end(deps: EngineDeps, holidays: readonly Holiday[]): Promise<void> {
  for (const { id, agency, withdrawn } of holidays)
    await deps.store.commit({
      agency: agency ?? (PLATFORM_AGENCY as AgencyId),
      at: deps.clock.now(),
      changes: [{ kind: 'spreadHoliday', id, withdrawn: withdrawn !== undefined }],
    })
}
