/**
 * The worker's duty towards suspended services: suspends the applications that run; when the suspension is lifted resumes
 * those it had suspended and begins what was asked for meanwhile, some each round.
 *
 * The store lets nothing new begin while it is held, so a pass that left nothing behind is the last one. It holds those
 * suspended for another reason as well, which may be lifted first. How far a pass is, is only in memory: after a restart it
 * begins anew and finds what is left.
 */
import { isDone, oneOfMany } from './commands/one-of-many.ts'
import type { InstanceId } from './core/ids.ts'
import { isProblem } from './core/problem.ts'
import { type ServiceSuspension, sourceOf } from './core/suspension.ts'
import type { EngineDeps } from './deps.ts'
import { begin } from './post-office.ts'
import { transition } from './transition.ts'

const AT_ONCE = 200
/** Milliseconds before those that could not be moved are tried again. */
const PAUSE = 15_000

interface Pass {
  /** Applications first, then what would begin one. */
  readonly at: 'instances' | 'kept' | 'done'
  readonly after?: string
  /** Of the messages that were kept: those that begin nothing now. */
  readonly inVain: number
  /** Some could not be moved, so there is another pass. */
  readonly isPartial?: boolean
  /** Epoch milliseconds: not before. */
  readonly due: number
}

const FIRST: Pass = { at: 'instances', inVain: 0, due: 0 }

interface Round {
  readonly pass: Pass
  /** Applications that were suspended, resumed or begun. */
  readonly moved: number
}

export function suspensionDuty(deps: EngineDeps): () => Promise<number> {
  const passes = new Map<string, Pass>()
  return async () => {
    const all = await deps.store.suspensions.open()
    const keys = new Map(all.map((one) => [one, keyOf(one, isStillHeld(one, all))]))
    const known = new Set(keys.values())
    for (const key of passes.keys()) if (!known.has(key)) passes.delete(key)
    let done = 0
    for (const [one, key] of keys) {
      const before = passes.get(key) ?? FIRST
      if (before.at === 'done' || before.due > deps.clock.now()) continue
      const { pass, moved } =
        before.at === 'instances'
          ? await move(deps, one, before)
          : await beginKept(deps, one, before, isStillHeld(one, all))
      passes.set(key, pass)
      done += moved
    }
    return done
  }
}

const keyOf = ({ agency, packageId = '', at, lifted }: ServiceSuspension, isHeld: boolean): string =>
  `${agency} ${packageId} ${at} ${lifted?.at} ${isHeld}`

/** Being lifted, but held by another suspension as well: what would begin an application is kept until that is lifted. */
const isStillHeld = ({ agency, packageId, lifted }: ServiceSuspension, all: readonly ServiceSuspension[]): boolean =>
  lifted !== undefined &&
  all.some(
    (other) =>
      !other.lifted &&
      other.agency === agency &&
      (packageId === undefined || other.packageId === undefined || other.packageId === packageId),
  )

async function move(deps: EngineDeps, one: ServiceSuspension, pass: Pass): Promise<Round> {
  const page = await deps.store.instances.list({
    agency: one.agency,
    ...(one.lifted ? { status: 'suspended' } : { running: true }),
    limit: AT_ONCE,
    ...(one.packageId === undefined ? {} : { packageId: one.packageId }),
    ...(pass.after === undefined ? {} : { after: pass.after }),
  })
  const outcomes = await Promise.all(page.items.map(({ id }) => moveOne(deps, one, id)))
  const moved = outcomes.filter((outcome) => outcome === 'moved').length
  const isPartial = pass.isPartial === true || outcomes.includes('failed')
  if (page.next !== undefined) return { pass: { ...pass, after: page.next, isPartial }, moved }
  if (isPartial) return { pass: { ...FIRST, due: deps.clock.now() + PAUSE }, moved }
  return { pass: { ...FIRST, at: one.lifted ? 'kept' : 'done' }, moved: one.lifted ? moved + 1 : moved }
}

/** One that failed has to be tried again. */
async function moveOne(
  deps: EngineDeps,
  one: ServiceSuspension,
  instance: InstanceId,
): Promise<'moved' | 'passed' | 'failed'> {
  const source = sourceOf(one)
  let isNeeded = true
  const moved = await oneOfMany(() =>
    transition(deps, {
      instance,
      actor: { kind: 'system', id: 'suspension', agency: one.agency },
      command: (row, state) => {
        const isHeld = state.suspensions?.[source] !== undefined
        isNeeded = row.endedAt === undefined && isHeld === (one.lifted !== undefined)
        const { reason, by } = one.lifted ?? one
        return { kind: one.lifted ? 'resume' : 'suspend', source, reason, by }
      },
    }),
  )
  if (!isProblem(moved)) return 'moved'
  return isNeeded && !isDone(moved) ? 'failed' : 'passed'
}

/** What came for its start events while it was held, in the order it came; then the suspension is over. */
async function beginKept(deps: EngineDeps, one: ServiceSuspension, pass: Pass, isHeld: boolean): Promise<Round> {
  const kept = await deps.store.messages.kept(one, AT_ONCE, pass.inVain)
  let moved = 0
  for (const { message, start } of kept) {
    const begun = await oneOfMany(() => begin(deps, message, start))
    if (begun !== undefined && !isProblem(begun)) moved++
  }
  if (kept.length === AT_ONCE) return { pass: { ...pass, inVain: pass.inVain + kept.length - moved }, moved: moved + 1 }
  if (!isHeld) await end(deps, one)
  return { pass: { ...pass, at: 'done' }, moved }
}

async function end(deps: EngineDeps, one: ServiceSuspension): Promise<void> {
  const { agency, packageId } = one
  const change = { kind: 'endSuspension', agency, ...(packageId === undefined ? {} : { packageId }) } as const
  await deps.store.commit({ agency, at: deps.clock.now(), changes: [change] })
}
