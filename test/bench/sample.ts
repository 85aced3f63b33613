/** What one application of the 10-element process wrote, step by step: the rows that the floor writes again. */
import { eventsOf } from '../../engine/core/history.ts'
import type { InstanceState } from '../../engine/core/instance.ts'
import type { Engine } from '../../engine/engine.ts'
import { application } from './durable.ts'

export type Sample = readonly {
  readonly command: string
  readonly program: string
  /** JSON texts as stored after this step. */
  readonly state: string
  readonly events: string
  readonly opened?: { readonly id: number; readonly element: string; readonly name: string }
  readonly closed?: number
}[]

export async function recordSample(engine: Engine): Promise<Sample> {
  const id = await application(engine)
  let state: InstanceState | undefined
  return (await engine.deps.store.instances.history(id)).map((record) => {
    const events = eventsOf(record)
    for (const event of events) state = engine.deps.executor.apply(state, event)
    const opened = events.find((event) => event.kind === 'taskOpened')
    const closed = events.find((event) => event.kind === 'taskClosed')
    return {
      command: record.command,
      program: state?.program ?? '',
      state: JSON.stringify(state),
      events: record.events,
      ...(opened ? { opened: { id: Number(opened.id), element: opened.task.element, name: opened.task.name } } : {}),
      ...(closed ? { closed: Number(closed.id) } : {}),
    }
  })
}
