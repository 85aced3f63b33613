/**
 * The next piece of a batch of applications that go over to another version; the worker asks for it round by round.
 *
 * A piece is small enough that people's own work has its turn between two of them, and large enough that its writes share
 * a few fsyncs. One that fails is listed with its reasons and stops nobody. Those whose jobs somebody was at are tried
 * again some time later, a few times. A batch that breaks as a whole says so and waits, so that it is in nobody's way.
 */
import type { InstanceId } from '../../core/ids.ts'
import type { MigrationBatch, MigrationFailure } from '../../core/migration-batch.ts'
import { isProblem } from '../../core/problem.ts'
import type { EngineDeps } from '../../deps.ts'
import { turn } from '../../system.ts'
import { isDone, oneOfMany } from '../one-of-many.ts'
import { migrateAlong, wouldMigrate } from './migrate-instance.ts'
import { count } from './tally.ts'
import { wayOf, type Way } from './way.ts'

/** Applications of one piece; how far the batch has come is written once for all of them. */
const PIECE = 1_024
/** So many share one fsync, and then others have their turn. */
const SIDE_BY_SIDE = 256
/** After so many checked ones others have their turn. */
const AT_A_STRETCH = 64
/** A worker holds a job for a minute unless it says otherwise. */
const PASSES = 6
const BETWEEN_PASSES = 15_000

/**
 * Returns how many applications were looked at; 0 = there is no batch to take on.
 * @param onFault told why a batch waits, once as long as the reason is the same
 */
export async function advanceMigrations(
  deps: EngineDeps,
  onFault: (fault: unknown, doing: string) => void,
): Promise<number> {
  const batch = await deps.store.migrations.next(deps.clock.now())
  if (batch === undefined) return 0
  try {
    return Math.max(1, await piece(deps, batch))
  } catch (fault) {
    const trouble = fault instanceof Error ? fault.message : String(fault)
    const now = deps.clock.now()
    await deps.store.migrations.advance({ ...batch, changedAt: now, due: now + BETWEEN_PASSES, trouble }, [])
    if (trouble !== batch.trouble) onFault(fault, `migration ${batch.id}`)
    return 1
  }
}

async function piece(deps: EngineDeps, batch: MigrationBatch): Promise<number> {
  const way = await wayAgain(deps, batch)
  const ids = await deps.store.migrations.candidates(batch, PIECE)
  await (batch.status === 'checking' ? check(deps, batch, way, ids) : run(deps, batch, way, ids))
  return ids.length
}

/** Remembered, so that the two versions are compared once for all applications. */
const ways = new WeakMap<EngineDeps, Map<string, Way>>()

async function wayAgain(deps: EngineDeps, { id, packageId, from, to, migration }: MigrationBatch): Promise<Way> {
  const known = ways.get(deps) ?? new Map<string, Way>()
  ways.set(deps, known)
  const way = known.get(id) ?? (await wayOf(deps, { packageId, from, to, ...migration }))
  if (isProblem(way)) throw new Error(`Expected the versions of migration ${id} to be deployed, but ${way.detail}`)
  if (!known.has(id)) known.clear()
  known.set(id, way)
  return way
}

async function check(deps: EngineDeps, batch: MigrationBatch, way: Way, ids: readonly InstanceId[]): Promise<void> {
  const tally = new Map(batch.report.map((one) => [one.rule, one]))
  let { total, ready } = batch
  for (const [index, id] of ids.entries()) {
    if (index % AT_A_STRETCH === AT_A_STRETCH - 1) await turn()
    const row = await deps.store.instances.get(id)
    if (row === undefined) continue
    const judged = await oneOfMany(() => wouldMigrate(deps, row, way))
    if (isDone(judged)) continue
    total++
    if (isProblem(judged)) count(tally, judged, row)
    else ready++
  }
  const report = [...tally.values()].toSorted((one, other) => other.count - one.count)
  const seen = { ...batch, total, ready, report }
  await advance(deps, seen, ids, () => checked(deps, seen), [])
}

function checked(deps: EngineDeps, { dryRun, strict, total, ready }: MigrationBatch): Partial<MigrationBatch> {
  const endedAt = deps.clock.now()
  if (dryRun) return { status: 'checked', endedAt }
  return strict && ready < total ? { status: 'refused', endedAt } : { status: 'running', cursor: '' }
}

async function run(deps: EngineDeps, batch: MigrationBatch, way: Way, ids: readonly InstanceId[]): Promise<void> {
  const failures: MigrationFailure[] = []
  for (let done = 0; done < ids.length; done += SIDE_BY_SIDE) {
    const some = ids.slice(done, done + SIDE_BY_SIDE)
    const results = await Promise.all(some.map((id) => takeAlong(deps, batch, way, id)))
    failures.push(...results.filter((one) => one !== undefined))
    if (!(await deps.store.migrations.isOpen(batch.id))) return
  }
  await advance(deps, batch, ids, () => ranThrough(deps, batch), failures)
}

async function takeAlong(
  deps: EngineDeps,
  batch: MigrationBatch,
  way: Way,
  instance: InstanceId,
): Promise<MigrationFailure | undefined> {
  const counted = { kind: 'countMigrated', batch: batch.id, instance } as const
  const moved = await oneOfMany(() => migrateAlong(deps, batch.actor, instance, way, [counted]))
  if (!isProblem(moved) || isDone(moved)) return undefined
  const { code, detail, findings = [] } = moved
  const row = await deps.store.instances.get(instance)
  if (row === undefined) return undefined
  const retry = moved.kind === 'unavailable' || (findings.length > 0 && findings.every(({ rule }) => rule === BUSY))
  return { batch: batch.id, instance, reference: row.reference, code, detail, findings, retry, at: deps.clock.now() }
}

const BUSY = 'migration/job'

async function ranThrough(deps: EngineDeps, batch: MigrationBatch): Promise<Partial<MigrationBatch>> {
  const now = deps.clock.now()
  await deps.store.migrations.forgive(batch.id)
  const [left] = await deps.store.migrations.candidates({ ...batch, pass: batch.pass + 1, cursor: '' }, 1)
  return left === undefined || batch.pass + 1 === PASSES
    ? { status: 'completed', endedAt: now }
    : { pass: batch.pass + 1, cursor: '', due: now + BETWEEN_PASSES }
}

/** Notes how far it has come; at the end of a pass, what comes next. */
async function advance(
  deps: EngineDeps,
  { trouble: _past, ...batch }: MigrationBatch,
  ids: readonly InstanceId[],
  atEnd: () => Partial<MigrationBatch> | Promise<Partial<MigrationBatch>>,
  failures: readonly MigrationFailure[],
): Promise<void> {
  const cursor = ids.at(-1) ?? batch.cursor
  const now = deps.clock.now()
  const here = { ...batch, cursor, changedAt: now }
  if (!(await deps.store.migrations.advance(here, failures)) || ids.length === PIECE) return
  await deps.store.migrations.advance({ ...here, ...(await atEnd()) }, [])
}
