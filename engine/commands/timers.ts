/** Time passing for applications: what fell due is triggered once, in order; timer start events begin new ones. */
import type { InstanceId } from '../core/ids.ts'
import type { Repeat } from '../core/instance.ts'
import { isProblem } from '../core/problem.ts'
import type { Calendar } from '../core/policy/calendar.ts'
import type { Change } from '../core/change.ts'
import type { StartTimerRow } from '../core/start-timer.ts'
import type { TimerStore } from '../core/store.ts'
import { nextDue } from '../core/timer.ts'
import type { EngineDeps } from '../deps.ts'
import { calendarOfService, transition } from '../transition.ts'
import { keepRecounted, recounted } from './start-times.ts'
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

/**
 * A start timer moves on in the same write that begins its application, so that neither happens without the other; not while a
 * service is deployed, whose new version may take the timer over.
 */
export async function fireStartTimers(deps: EngineDeps, now: number, limit: number): Promise<number> {
  if ((await deps.store.timers.dueStarts(now, 1)).length === 0) return 0
  return deps.lanes.run('deploy', async () => {
    const due = await deps.store.timers.dueStarts(now, limit)
    for (const start of due) await beginAt(deps, start, now)
    return due.length
  })
}

/** By the calendar known now it may not be due yet. */
async function beginAt(deps: EngineDeps, start: StartTimerRow, now: number): Promise<void> {
  const service = await deps.definitions.packageOf(start.program)
  if (service === undefined) throw new Error(`Expected the package of ${start.program} to be deployed`)
  const time = await recounted(deps, start)
  if (time && time.due > now) return keepRecounted(deps, start, time)
  await startByEvent(
    deps,
    { kind: 'system', id: 'timer', agency: start.agency },
    {
      program: start.program,
      element: start.element,
      part: 'timer',
      variables: {},
      changes: [moved(start, deps, await calendarOfService(deps, service, start.agency))],
    },
  )
}

function moved(start: StartTimerRow, deps: EngineDeps, calendar: Calendar): Change {
  const repeat = start.repeat === undefined ? undefined : (JSON.parse(start.repeat) as Repeat)
  const since = Math.max(start.due, deps.clock.now())
  const next = repeat && nextDue(repeat, since, calendar)
  return {
    kind: 'moveStartTimer',
    program: start.program,
    element: start.element,
    ...(next ? { due: next.due, ...(next.repeat ? { repeat: JSON.stringify(next.repeat) } : {}), since } : {}),
  }
}
