/**
 * The worker's duty towards suspended services: suspends the applications that run, and when the suspension is lifted
 * resumes those it had suspended, some each round.
 *
 * The store lets nothing new begin meanwhile, so a pass that left nothing behind is the last one. It holds those suspended
 * for another reason as well, which may be lifted first. How far a pass is, is
 * only in memory: after a restart it begins anew and finds what is left.
 */
import type { InstanceId } from './core/ids.ts'
import { isProblem } from './core/problem.ts'
import { type ServiceSuspension, sourceOf } from './core/suspension.ts'
import type { EngineDeps } from './deps.ts'
import { transition } from './transition.ts'

const AT_ONCE = 200

interface Pass {
  readonly after?: string
  /** Some could not be moved, so there is another pass. */
  readonly isPartial?: boolean
  readonly isDone?: boolean
}

export function suspensionDuty(deps: EngineDeps): () => Promise<number> {
  const passes = new Map<string, Pass>()
  return async () => {
    const all = await deps.store.suspensions.open()
    for (const key of passes.keys()) if (!all.some((one) => keyOf(one) === key)) passes.delete(key)
    let done = 0
    for (const one of all) {
      const before = passes.get(keyOf(one)) ?? {}
      if (before.isDone) continue
      const { pass, moved } = await round(deps, one, before)
      passes.set(keyOf(one), pass)
      done += moved
    }
    return done
  }
}

const keyOf = ({ agency, packageId = '', at, lifted }: ServiceSuspension): string =>
  `${agency} ${packageId} ${at} ${lifted?.at}`

interface Round {
  readonly pass: Pass
  /** Applications that were suspended or resumed. */
  readonly moved: number
}

async function round(deps: EngineDeps, one: ServiceSuspension, { after, isPartial = false }: Pass): Promise<Round> {
  const page = await deps.store.instances.list({
    agency: one.agency,
    ...(one.lifted ? { status: 'suspended' } : { running: true }),
    limit: AT_ONCE,
    ...(one.packageId === undefined ? {} : { packageId: one.packageId }),
    ...(after === undefined ? {} : { after }),
  })
  const outcomes = await Promise.all(page.items.map(({ id }) => move(deps, one, id)))
  const moved = outcomes.filter((outcome) => outcome === 'moved').length
  const isLeft = isPartial || outcomes.includes('failed')
  if (page.next !== undefined) return { pass: { after: page.next, isPartial: isLeft }, moved }
  if (isLeft) return { pass: {}, moved }
  if (one.lifted) await end(deps, one)
  return { pass: { isDone: true }, moved }
}

async function end(deps: EngineDeps, one: ServiceSuspension): Promise<void> {
  const { agency, packageId } = one
  const change = { kind: 'endSuspension', agency, ...(packageId === undefined ? {} : { packageId }) } as const
  await deps.store.commit({ agency, at: deps.clock.now(), changes: [change] })
}

/** One that failed has to be tried again. */
async function move(
  deps: EngineDeps,
  one: ServiceSuspension,
  instance: InstanceId,
): Promise<'moved' | 'passed' | 'failed'> {
  const source = sourceOf(one)
  let isNeeded = true
  const moved = await transition(deps, {
    instance,
    actor: { kind: 'system', id: 'suspension', agency: one.agency },
    command: (row, state) => {
      const isHeld = state.suspensions?.[source] !== undefined
      isNeeded = row.endedAt === undefined && isHeld === (one.lifted !== undefined)
      const { reason, by } = one.lifted ?? one
      return { kind: one.lifted ? 'resume' : 'suspend', source, reason, by }
    },
  })
  if (!isProblem(moved)) return 'moved'
  return isNeeded ? 'failed' : 'passed'
}
