/**
 * One accepted command becomes rows: the case, its record, and what follows from it, all or nothing.
 *
 * What can be refused is asked first and in this order: the lease, the messages and signals, the instance. Until then nothing is
 * changed, so a refusal costs the neighbours in the group nothing. A write decided on an old state is a conflict whatever
 * became of its messages, for decided again it may not need them. The one refusal that shows later (the same message
 * twice in one write) is thrown and undoes the transaction.
 */
import { globalParts } from '../../../core/ids.ts'
import { isProblem } from '../../../core/problem.ts'
import type { CommitResult, InstanceWrite, Write } from '../../../core/store.ts'
import type { Applier, ChangeKind } from './change.ts'
import { signalChecks } from './broadcast.ts'
import { changeTable } from './changes.ts'
import type { Connection } from '../file/driver.ts'
import { instanceWriter } from './instance-row.ts'
import { messageChecks } from './post.ts'
import { Refused } from './refused.ts'
import type { WriteQueue } from './commit.ts'

const COMMITTED: CommitResult = { kind: 'committed' }
const CONFLICT: CommitResult = { kind: 'conflict' }
const FENCED: CommitResult = { kind: 'fenced' }

export function committer(db: Connection, queue: WriteQueue): (write: Write) => Promise<CommitResult> {
  const isHeld = fence(db)
  const isUntaken = untaken(db)
  const messageRefusal = messageChecks(db)
  const signalRefusal = signalChecks(db)
  const isStale = staleness(db)
  const putInstance = instanceWriter(db)
  const history = db.statement(
    'INSERT INTO history (instance, seq, at, actor, command, events) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const changes = changeTable(db)

  function perform(write: Write): CommitResult {
    if (write.fence && !isHeld(write.fence)) return FENCED
    if (write.untaken && !isUntaken(write)) return CONFLICT
    const refusal = messageRefusal(write) ?? signalRefusal(write)
    if (refusal) return write.instance && isStale(write.instance) ? CONFLICT : refusal
    const untaken = write.instance && putInstance(write, write.instance)
    if (untaken) return untaken
    const record = write.history
    if (record) history.run(record.instance, record.seq, record.at, record.actor, record.command, record.events)
    for (const change of write.changes) (changes[change.kind] as Applier<ChangeKind>)(change, write)
    return COMMITTED
  }

  return async (write) => {
    try {
      return await queue.write(() => perform(write))
    } catch (error) {
      if (error instanceof Refused) return error.result
      throw error
    }
  }
}

/** A lease that ran out still holds until another worker takes the job: finished work is not thrown away. */
function fence(db: Connection): (fence: NonNullable<Write['fence']>) => boolean {
  const token = db.query<{ token: number }>(
    'SELECT token FROM jobs WHERE instance = ? AND id = ? AND leased_until IS NOT NULL',
  )
  return ({ job, token: held }) => {
    const parts = globalParts(job)
    return !isProblem(parts) && token.get(parts.instance, Number(parts.local))?.token === held
  }
}

/** Whether none of the jobs was leased since their lease counts were read. */
function untaken(db: Connection): (write: Write) => boolean {
  const token = db.query<{ token: number }>('SELECT token FROM jobs WHERE instance = ? AND id = ?')
  return ({ instance, untaken: jobs = [] }) =>
    jobs.every((job) => token.get(instance?.id ?? '', Number(job.id))?.token === job.token)
}

/** Whether the instance has moved on since the write was decided. */
function staleness(db: Connection): (instance: InstanceWrite) => boolean {
  const rev = db.query<{ rev: number }>('SELECT rev FROM instances WHERE id = ?')
  return ({ id, expectedRev }) => expectedRev > 0 && rev.get(id)?.rev !== expectedRev
}
