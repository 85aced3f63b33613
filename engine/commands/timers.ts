/** Time passing for applications: what fell due is triggered once, in order; timer start events begin new ones. */
import { programParts, type InstanceId } from '../core/ids.ts'
import type { Repeat } from '../core/instance.ts'
import { isProblem } from '../core/problem.ts'
import type { Calendar } from '../core/policy/calendar.ts'
import type { Change } from '../core/change.ts'
import type { StartTimerRow, TimerStore } from '../core/store.ts'
import { nextDue } from '../core/timer.ts'
import type { EngineDeps } from '../deps.ts'
import { transition } from '../transition.ts'
import { startByEvent } from './start-by-event.ts'

type Due = Awaited<ReturnType<TimerStore['due']>>[number]

/** Returns how many fired. @param mayMove asked once for each timer that is due */
export async function fireTimers(
  deps: EngineDeps,
  now: number,
  limit: number,
  mayMove: (instance: InstanceId) => boolean,
): Promise<number> {
  const due = (await deps.store.timers.due(now, limit)).filter(({ instance }) => mayMove(instance))
  const results = await Promise.all(due.map((timer) => fire(deps, timer)))
  return results.filter(Boolean).length
}

async function fire(deps: EngineDeps, timer: Due): Promise<boolean> {
  const moved = await transition(deps, {
    instance: timer.instance,
    actor: { kind: 'system', id: 'timer', agency: timer.agency },
    command: () => ({ kind: 'triggerTimer', id: timer.id }),
  })
  return !isProblem(moved)
}

/** A start timer moves on in the same write that begins its application, so that neither happens without the other. */
export async function fireStartTimers(deps: EngineDeps, now: number, limit: number): Promise<number> {
  const due = await deps.store.timers.dueStarts(now, limit)
  for (const start of due) {
    const { packageId, version } = programParts(start.program)
    const found = await deps.definitions.package(packageId, version)
    if (found === undefined) throw new Error(`Expected ${packageId} ${version} to be deployed`)
    await startByEvent(
      deps,
      { kind: 'system', id: 'timer', agency: start.agency },
      {
        program: start.program,
        element: start.element,
        part: 'timer',
        variables: {},
        changes: [moved(start, deps, deps.definitions.calendarOf(found))],
      },
    )
  }
  return due.length
}

function moved(start: StartTimerRow, deps: EngineDeps, calendar: Calendar): Change {
  const repeat = start.repeat === undefined ? undefined : (JSON.parse(start.repeat) as Repeat)
  const next = repeat && nextDue(repeat, Math.max(start.due, deps.clock.now()), calendar)
  return {
    kind: 'moveStartTimer',
    program: start.program,
    element: start.element,
    ...(next ? { due: next.due, ...(next.repeat ? { repeat: JSON.stringify(next.repeat) } : {}) } : {}),
  }
}
