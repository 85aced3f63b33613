/**
 * The worker's duty towards suspended services: suspends the applications that run, and when the suspension is lifted
 * resumes those it had suspended, some each round.
 *
 * The store lets nothing new begin meanwhile, so a pass that left nothing behind is the last one. How far a pass is, is
 * only in memory: after a restart it begins anew and finds what is left.
 */
import type { InstanceId } from './core/ids.ts'
import { isProblem } from './core/problem.ts'
import { type ServiceSuspension, sourceOf } from './core/suspension.ts'
import type { EngineDeps } from './deps.ts'
import { transition } from './transition.ts'

const AT_ONCE = 100

interface Pass {
  readonly after?: string
  /** Some could not be moved, so there is another pass. */
  readonly isPartial?: boolean
  readonly isDone?: boolean
}

export function suspensionDuty(deps: EngineDeps): () => Promise<void> {
  const passes = new Map<string, Pass>()
  return async () => {
    const all = await deps.store.suspensions.list()
    for (const key of passes.keys()) if (!all.some((one) => keyOf(one) === key)) passes.delete(key)
    for (const one of all) {
      const pass = passes.get(keyOf(one)) ?? {}
      if (!pass.isDone) passes.set(keyOf(one), await round(deps, one, pass))
    }
  }
}

const keyOf = ({ agency, packageId = '', at, isLifted = false }: ServiceSuspension): string =>
  `${agency} ${packageId} ${at} ${isLifted}`

async function round(deps: EngineDeps, one: ServiceSuspension, { after, isPartial = false }: Pass): Promise<Pass> {
  const page = await deps.store.instances.list({
    agency: one.agency,
    status: one.isLifted ? 'suspended' : 'active',
    limit: AT_ONCE,
    ...(one.packageId === undefined ? {} : { packageId: one.packageId }),
    ...(after === undefined ? {} : { after }),
  })
  const moved = await Promise.all(page.items.map(({ id }) => move(deps, one, id)))
  const isLeft = isPartial || moved.includes(false)
  if (page.next !== undefined) return { after: page.next, isPartial: isLeft }
  if (isLeft) return {}
  if (!one.isLifted) return { isDone: true }
  const { agency, packageId } = one
  const end = { kind: 'endSuspension', agency, ...(packageId === undefined ? {} : { packageId }) } as const
  await deps.store.commit({ agency, at: deps.clock.now(), changes: [end] })
  return { isDone: true }
}

/** false: it has to be tried again. */
async function move(deps: EngineDeps, one: ServiceSuspension, instance: InstanceId): Promise<boolean> {
  const source = sourceOf(one)
  let isNeeded = true
  const moved = await transition(deps, {
    instance,
    actor: { kind: 'system', id: 'suspension', agency: one.agency },
    command: (row, state) => {
      const isHeld = state.suspensions?.[source] !== undefined
      isNeeded = row.endedAt === undefined && isHeld === (one.isLifted ?? false)
      const { reason } = one
      return one.isLifted ? { kind: 'resume', source, reason } : { kind: 'suspend', source, reason }
    },
  })
  return !isNeeded || !isProblem(moved)
}
