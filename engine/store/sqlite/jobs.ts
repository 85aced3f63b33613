/**
 * Work waiting for a machine, and who holds it.
 *
 * ready (due, nobody holds it) -> leased (one worker, one token, until a time) -> closed, or put back, or failed and
 * due again later, or run out and anyone's. Retries 0: stands still, in no queue. Only open jobs have a row.
 */
import type { JsonObject } from '../../core/json.ts'
import type { AgencyId, InstanceId, LocalId } from '../../core/ids.ts'
import type { JobRow, JobStore, LeaseRequest } from '../../core/job.ts'
import type { Appliers } from './write/change.ts'
import type { WriteQueue } from './write/commit.ts'
import type { Connection } from './file/driver.ts'
import { agenciesBy, inTurn } from './rows/in-turn.ts'
import { present, type Stored } from './rows/row.ts'

type Texts = 'id' | 'headers' | 'variables' | 'unanswered'
type StoredJob = Stored<Omit<JobRow, Texts>> & {
  readonly id: number
  readonly headers: string
  readonly variables: string
  readonly unanswered: number
}

const COLUMNS = `instance, id, agency, reference, program, element, type, headers, variables, retries, failures, due,
  leased_until AS leasedUntil, worker, token, unanswered`

export function jobs(db: Connection, queue: WriteQueue): JobStore {
  const get = db.query<StoredJob>(`SELECT ${COLUMNS} FROM jobs WHERE instance = ? AND id = ?`)
  const lease = leaser(db)
  const next = nextReady(db)
  const extend = db.statement(`
    UPDATE jobs SET leased_until = ? WHERE instance = ? AND id = ? AND token = ? AND leased_until IS NOT NULL`)
  const putBack = db.statement(`
    UPDATE jobs SET leased_until = NULL, worker = NULL,
      due = iif(held_due IS NULL, :due, due), held_due = iif(held_due IS NULL, NULL, :due)
    WHERE instance = :instance AND id = :id AND token = :token AND leased_until IS NOT NULL`)
  const takeBack = db.statement(
    'UPDATE jobs SET leased_until = NULL, worker = NULL WHERE type = ? AND leased_until IS NOT NULL',
  )
  const answered = db.query<{ instance: InstanceId; agency: AgencyId }>(`
    SELECT DISTINCT j.instance, j.agency FROM jobs j JOIN instances i ON i.id = j.instance
    WHERE j.answered = 1 AND i.status = 'active' LIMIT ?`)
  const list = db.query<StoredJob>(`SELECT ${COLUMNS} FROM jobs
    WHERE (:agency IS NULL OR agency = :agency) AND (:instance IS NULL OR instance = :instance)
      AND (:type IS NULL OR type = :type) ORDER BY due, instance, id LIMIT :limit`)
  const listOfInstance = db.query<StoredJob>(`SELECT ${COLUMNS} FROM jobs
    WHERE instance = :instance AND (:agency IS NULL OR agency = :agency)
      AND (:type IS NULL OR type = :type) ORDER BY due, id LIMIT :limit`)
  return {
    get: async (instance, id) => {
      const row = get.get(instance, Number(id))
      return row && jobRow(row)
    },
    lease: (request) => queue.write(() => lease(request)),
    extend: (instance, id, token, until) => queue.write(() => extend.run(until, instance, Number(id), token) === 1),
    putBack: (instance, id, token, due) =>
      queue.write(() => putBack.run({ due, instance, id: Number(id), token }) === 1),
    takeBack: (types) => queue.write(() => types.reduce((count, type) => count + takeBack.run(type), 0)),
    answered: async (limit) => answered.all(limit),
    next: async (types) => next(types),
    list: async ({ agency = null, instance = null, type = null, limit }) =>
      (instance === null ? list : listOfInstance).all({ agency, instance, type, limit }).map(jobRow),
  }
}

/** Variables of the jobs of one lease; a job more than that waits for the next. */
const MOST_BYTES = 16_000_000

interface Candidate {
  readonly instance: string
  readonly id: number
  readonly due: number
}

function leaser(db: Connection): (request: LeaseRequest) => JobRow[] {
  const ready = db.query<Candidate>(`SELECT instance, id, due FROM jobs
    WHERE type = :type AND retries > 0 AND leased_until IS NULL AND due <= :now AND agency = :agency
    ORDER BY due LIMIT :limit`)
  const ranOut = db.query<Candidate>(`SELECT instance, id, due FROM jobs
    WHERE type = :type AND leased_until IS NOT NULL AND leased_until <= :now AND agency = :agency AND held_due IS NULL
    ORDER BY leased_until LIMIT :limit`)
  const agenciesOf = agencyFinder(db)
  const take = db.returning<StoredJob>(`UPDATE jobs SET leased_until = ?, worker = ?, token = token + 1, unanswered = 1
    WHERE instance = ? AND id = ? RETURNING ${COLUMNS}`)
  return ({ types, worker, limit, now, until, agency, except = [] }) => {
    const wanted = [...new Set(types)]
    const agencies = agency === undefined ? new Set(wanted.flatMap(agenciesOf)) : [agency]
    const lists = [...agencies]
      .filter((one) => !except.includes(one as AgencyId))
      .map((one) =>
        wanted
          .flatMap((type) => {
            const values = { type, now, agency: one, limit }
            return [...ready.all(values), ...ranOut.all(values)]
          })
          .sort((a, b) => a.due - b.due),
      )
    const taken: JobRow[] = []
    let bytes = 0
    for (const { instance, id } of inTurn(lists, limit)) {
      if (bytes > MOST_BYTES) break
      const rows = take.all(until, worker, instance, id)
      for (const row of rows) bytes += row.variables.length
      taken.push(...rows.map(jobRow))
    }
    return taken
  }
}

/** Agencies with a job of this type that may be leased some time. */
function agencyFinder(db: Connection): (type: string) => string[] {
  const ready = db.query<{ agency: string | null }>(
    'SELECT min(agency) AS agency FROM jobs WHERE type = ? AND retries > 0 AND leased_until IS NULL AND agency > ?',
  )
  const leased = db.query<{ agency: string | null }>(
    'SELECT min(agency) AS agency FROM jobs WHERE type = ? AND leased_until IS NOT NULL AND agency > ? AND held_due IS NULL',
  )
  return (type) => [
    ...agenciesBy((after) => ready.get(type, after)?.agency),
    ...agenciesBy((after) => leased.get(type, after)?.agency),
  ]
}

function nextReady(db: Connection): (types: readonly string[]) => number | undefined {
  const ready = db.query<{ at: number | null }>(
    'SELECT min(due) AS at FROM jobs WHERE type = ? AND agency = ? AND retries > 0 AND leased_until IS NULL',
  )
  const leased = db.query<{ at: number | null }>(
    'SELECT min(leased_until) AS at FROM jobs WHERE type = ? AND agency = ? AND leased_until IS NOT NULL AND held_due IS NULL',
  )
  const agenciesOf = agencyFinder(db)
  return (types) => {
    const times = types.flatMap((type) =>
      agenciesOf(type).flatMap((agency) =>
        [ready.get(type, agency)?.at ?? [], leased.get(type, agency)?.at ?? []].flat(),
      ),
    )
    return times.length === 0 ? undefined : Math.min(...times)
  }
}

export function jobChanges(
  db: Connection,
): Appliers<'openJob' | 'rescheduleJob' | 'answerJob' | 'closeJob' | 'moveJob' | 'renewJob'> {
  const insert = db.statement(`
    INSERT INTO jobs (instance, id, agency, type, retries, failures, due, token, reference, program, element, headers, variables)
    VALUES (?, ?, ?, ?, ?, 0, ?, 0, ?, ?, ?, ?, ?)`)
  const reschedule = db.statement(`
    UPDATE jobs SET retries = ?, due = ?, failures = failures + 1, leased_until = NULL, worker = NULL, unanswered = 0,
      held_due = NULL, answered = 0
    WHERE instance = ? AND id = ?`)
  const answer = db.statement(
    'UPDATE jobs SET leased_until = NULL, worker = NULL, unanswered = 0, answered = 1 WHERE instance = ? AND id = ?',
  )
  const remove = db.statement('DELETE FROM jobs WHERE instance = ? AND id = ?')
  const move = db.statement('UPDATE jobs SET element = ?, program = ? WHERE instance = ? AND id = ?')
  const renew = db.statement(`
    UPDATE jobs SET type = ?, retries = ?, program = ?, element = ?, headers = ?, variables = ?
    WHERE instance = ? AND id = ?`)
  return {
    openJob: ({ instance, id, reference, program, job, due }, { agency }) => {
      const { type, retries, element, headers, variables } = job
      const texts = [JSON.stringify(headers), JSON.stringify(variables)] as const
      insert.run(instance, Number(id), agency, type, retries, due, reference, program, element, ...texts)
    },
    rescheduleJob: ({ instance, id, retries, due }) => {
      reschedule.run(retries, due, instance, Number(id))
    },
    answerJob: ({ instance, id }) => {
      answer.run(instance, Number(id))
    },
    closeJob: ({ instance, id }) => {
      remove.run(instance, Number(id))
    },
    moveJob: ({ instance, id, element, program }) => {
      move.run(element, program, instance, Number(id))
    },
    renewJob: ({ instance, id, program, job: { type, retries, element, headers, variables } }) => {
      const texts = [JSON.stringify(headers), JSON.stringify(variables)] as const
      renew.run(type, retries, program, element, ...texts, instance, Number(id))
    },
  }
}

function jobRow({ id, headers, variables, unanswered, ...rest }: StoredJob): JobRow {
  return {
    ...present<Omit<JobRow, Texts>>(rest),
    id: String(id) as LocalId,
    headers: JSON.parse(headers) as Record<string, string>,
    variables: JSON.parse(variables) as JsonObject,
    unanswered: unanswered === 1,
  }
}
