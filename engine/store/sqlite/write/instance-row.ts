/** The row of a case: written once when it starts, then moved from rev to rev, and closed when it ends. */
import { type InstanceId, programParts } from '../../../core/ids.ts'
import type { CommitResult, InstanceWrite, Write } from '../../../core/store.ts'
import type { Connection } from '../file/driver.ts'
import { heldService } from '../suspensions.ts'
import { fingerprint } from '../rows/fingerprint.ts'

type Created = NonNullable<InstanceWrite['created']>

const CONFLICT: CommitResult = { kind: 'conflict' }

/** Returns why the row was not written, or nothing when it was. */
export function instanceWriter(db: Connection): (write: Write, instance: InstanceWrite) => CommitResult | undefined {
  const insert = inserter(db)
  const move = db.statement(
    'UPDATE instances SET rev = rev + 1, program = coalesce(?, program), state = ?, recorded = recorded + ?, changed_at = ? WHERE id = ? AND rev = ? AND agency = ?',
  )
  /** Apart from `move`, which must not touch the index on status. */
  const end = db.statement(
    'UPDATE instances SET rev = rev + 1, program = coalesce(?, program), state = ?, recorded = recorded + ?, changed_at = ?, status = ?, ended_at = ? WHERE id = ? AND rev = ? AND agency = ?',
  )
  const restate = db.statement(
    'UPDATE instances SET rev = rev + 1, program = coalesce(?, program), state = ?, recorded = recorded + ?, changed_at = ?, status = ? WHERE id = ? AND rev = ? AND agency = ?',
  )
  return (write, instance) => {
    const { id, expectedRev, status, state, restated, program = null } = instance
    if (expectedRev === 0) return insert(write, instance)
    const more = recordedIn(write)
    const at = [id, expectedRev, write.agency] as const
    if (!isOver(status))
      return restated
        ? seen(restate.run(program, state, more, write.at, status, ...at))
        : seen(move.run(program, state, more, write.at, ...at))
    return seen(end.run(program, state, more, write.at, status, write.at, ...at))
  }
}

const isOver = (status: InstanceWrite['status']): boolean => status === 'completed' || status === 'terminated'

const seen = (changed: number): CommitResult | undefined => (changed === 1 ? undefined : CONFLICT)

function inserter(db: Connection): (write: Write, instance: InstanceWrite) => CommitResult | undefined {
  const insert = db.statement(`
    INSERT INTO instances (id, agency, program, reference, reference_mark, idempotency_key, idempotency_mark, applicant,
      started_by, started_at, changed_at, ended_at, status, rev, state, recorded, origin, conversation)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`)
  const count = db.statement(`
    INSERT INTO families (origin, members) VALUES (?, 1) ON CONFLICT (origin) DO UPDATE SET members = members + 1`)
  const duplicate = duplicates(db)
  const held = heldService(db)
  return (write, { id, status, state, created }) => {
    if (!created) throw new Error(`Expected the new instance ${id} to come with its program and reference`)
    const { program, reference, idempotencyKey, applicant, startedBy, origin, conversation } = created
    const known = duplicate(write, created)
    if (known) return known
    const reason = held(write.agency, programParts(program).packageId)
    if (reason !== undefined) return { kind: 'suspended', reason }
    const inserted = insert.run(
      id,
      write.agency,
      program,
      reference,
      fingerprint(reference),
      idempotencyKey ?? null,
      idempotencyKey === undefined ? null : fingerprint(write.agency, idempotencyKey),
      applicant ?? null,
      startedBy,
      write.at,
      write.at,
      isOver(status) ? write.at : null,
      status,
      state,
      recordedIn(write),
      origin ?? null,
      conversation ?? null,
    )
    if (inserted !== 1) return CONFLICT
    if (origin !== undefined) count.run(origin)
    return undefined
  }
}

const recordedIn = (write: Write): number => write.history?.events.length ?? 0

function duplicates(db: Connection): (write: Write, created: Created) => CommitResult | undefined {
  const byReference = db.query<{ id: InstanceId }>(
    'SELECT id FROM instances WHERE reference_mark = ? AND reference = ?',
  )
  const byKey = db.query<{ id: InstanceId }>(
    'SELECT id FROM instances WHERE idempotency_mark = ? AND idempotency_key = ? AND agency = ?',
  )
  const inConversation = db.query<{ id: InstanceId }>(
    "SELECT id FROM instances WHERE agency = ? AND conversation = ? AND status NOT IN ('completed', 'terminated')",
  )
  return ({ agency }, { reference, idempotencyKey, conversation }) => {
    const running = conversation === undefined ? undefined : inConversation.get(agency, conversation)
    if (running) return { kind: 'duplicate', of: 'conversation', instance: running.id }
    if (idempotencyKey !== undefined) {
      const before = byKey.get(fingerprint(agency, idempotencyKey), idempotencyKey, agency)
      if (before) return { kind: 'duplicate', of: 'idempotencyKey', instance: before.id }
    }
    const before = byReference.get(fingerprint(reference), reference)
    return before && { kind: 'duplicate', of: 'reference', instance: before.id }
  }
}
