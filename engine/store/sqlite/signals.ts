/** Signals that were thrown, who is still to be told, and the waits and start events that listen. */
import type { AgencyId, InstanceId, LocalId, ProgramKey } from '../../core/ids.ts'
import type { JsonObject } from '../../core/json.ts'
import type { SignalDelivery, SignalRow, SignalStore, SignalTarget } from '../../core/signal.ts'
import type { Connection } from './file/driver.ts'
import { agenciesBy, inTurn } from './rows/in-turn.ts'
import type { WriteQueue } from './write/commit.ts'
import { END_OF_TIME, IS_FOR_HELD } from './write/holding.ts'

interface StoredDelivery {
  readonly signal: number
  readonly target: string
  readonly element: string
  readonly agency: AgencyId
  readonly due: number
  readonly waits: string | null
}

interface StoredSignal {
  readonly name: string
  readonly variables: string
  readonly origin: InstanceId | null
  readonly followed: number
}

export function signals(db: Connection, queue: WriteQueue): SignalStore {
  const waiting = db.query<{ instance: InstanceId; id: number }>(`
    SELECT instance, id FROM signal_subscriptions WHERE agency = ? AND name = ? ORDER BY instance, id LIMIT 1000`)
  const get = db.query<SignalRow>(`
    SELECT signal_id AS signalId, agency, name, thrown_at AS thrownAt, reached
    FROM signals WHERE agency = ? AND name = ? AND signal_id = ?`)
  const nextAgency = db.query<{ agency: string | null }>(
    'SELECT min(agency) AS agency FROM signal_deliveries WHERE agency > ?',
  )
  const agencies = (): string[] => agenciesBy((after) => nextAgency.get(after)?.agency)
  const due = db.query<StoredDelivery>(`
    SELECT signal, target, element, agency, due, waits FROM signal_deliveries
    WHERE agency = ? AND due <= ? ORDER BY due, signal, target, element LIMIT ?`)
  const first = db.query<{ due: number | null }>(
    `SELECT min(due) AS due FROM signal_deliveries WHERE agency = ? AND due < ${END_OF_TIME}`,
  )
  const thrown = db.query<StoredSignal>(`
    SELECT s.name, s.variables, s.origin, coalesce(r.followed, s.followed) AS followed
    FROM signals s LEFT JOIN signals r ON r.seq = s.root WHERE s.seq = ?`)
  const putOff = db.statement(`
    UPDATE signal_deliveries SET due = CASE WHEN ${IS_FOR_HELD} THEN ${END_OF_TIME} ELSE ? END
    WHERE signal = ? AND target = ? AND element = ?`)
  const forget = db.statement(`
    DELETE FROM signals WHERE thrown_at < ? AND NOT EXISTS (SELECT 1 FROM signal_deliveries WHERE signal = seq)`)
  return {
    waiting: async (agency, name) =>
      waiting.all(agency, name).map(({ instance, id }) => ({ instance, id: String(id) as LocalId })),
    get: async (agency, name, signalId) => get.get(agency, name, signalId),
    due: async (now, limit) =>
      withContents(
        inTurn(
          agencies().map((agency) => due.all(agency, now, limit)),
          limit,
        ),
        (signal) => thrown.get(signal),
      ),
    next: async () => {
      const times = agencies().flatMap((agency) => first.get(agency)?.due ?? [])
      return times.length === 0 ? undefined : Math.min(...times)
    },
    putOff: ({ signal, to }, until) => queue.write(() => void putOff.run(until, signal, targetOf(to), elementOf(to))),
    forget: (before) => queue.write(() => forget.run(before)),
  }
}

/** As the `target` and `element` of `takeSignal` name it. */
export const targetOf = (to: SignalTarget): string => (to.kind === 'instance' ? to.instance : to.program)
export const elementOf = (to: SignalTarget): string => (to.kind === 'instance' ? '' : to.element)

/** What was thrown is read once, however many are told of it. */
function withContents(
  rows: readonly StoredDelivery[],
  read: (signal: number) => StoredSignal | undefined,
): readonly SignalDelivery[] {
  const contents = new Map<number, Pick<SignalDelivery, 'name' | 'variables' | 'origin' | 'followed'>>()
  for (const { signal } of rows) {
    const stored = contents.has(signal) ? undefined : read(signal)
    if (!stored) continue
    const { name, variables, origin, followed } = stored
    contents.set(signal, {
      name,
      followed,
      variables: JSON.parse(variables) as JsonObject,
      ...(origin === null ? {} : { origin }),
    })
  }
  return rows.flatMap(({ signal, agency, due, ...row }) => {
    const content = contents.get(signal)
    return content === undefined ? [] : [{ signal, agency, due, ...content, to: toTarget(row) }]
  })
}

function toTarget({ target, element, waits }: Pick<StoredDelivery, 'target' | 'element' | 'waits'>): SignalTarget {
  if (waits === null) return { kind: 'start', program: target as ProgramKey, element }
  const ids = (JSON.parse(waits) as number[]).map((id) => String(id) as LocalId)
  return { kind: 'instance', instance: target as InstanceId, waits: ids }
}
