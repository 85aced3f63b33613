/**
 * Who listens for signals, and what a thrown one leaves to be delivered.
 *
 * The deliveries are written with the throw itself, from what listens at that moment, so that no crash parts the two.
 * The throwing instance has reached its own waits already. A delivery is done with once: whoever comes second is refused.
 */
import type { InstanceId } from '../../../core/ids.ts'
import type { CommitResult, Write } from '../../../core/store.ts'
import type { Connection } from '../file/driver.ts'
import type { Appliers } from './change.ts'
import { Refused } from './refused.ts'

const USED: CommitResult = { kind: 'duplicate', of: 'signal' }

/** Why a write's signals are refused, or nothing when all of them are new and their deliveries open. */
export function signalChecks(db: Connection): (write: Write) => CommitResult | undefined {
  const thrown = db.query('SELECT 1 FROM signals WHERE agency = ? AND name = ? AND signal_id = ?')
  const open = db.query('SELECT 1 FROM signal_deliveries WHERE signal = ? AND target = ? AND element = ?')
  return ({ agency, changes }) => {
    for (const change of changes) {
      if (change.kind === 'broadcastSignal') {
        const { name, signalId } = change.signal
        if (signalId !== undefined && thrown.get(agency, name, signalId)) return USED
      } else if (change.kind === 'takeSignal' && !open.get(change.signal, change.target, change.element)) return USED
    }
    return undefined
  }
}

type BroadcastKind = 'openSignalSubscription' | 'closeSignalSubscription' | 'broadcastSignal' | 'takeSignal'

export function broadcastChanges(db: Connection): Appliers<BroadcastKind> {
  const subscribe = db.statement('INSERT INTO signal_subscriptions (instance, id, agency, name) VALUES (?, ?, ?, ?)')
  const unsubscribe = db.statement('DELETE FROM signal_subscriptions WHERE instance = ? AND id = ?')
  const take = db.statement('DELETE FROM signal_deliveries WHERE signal = ? AND target = ? AND element = ?')
  const broadcast = broadcaster(db)
  return {
    openSignalSubscription: ({ instance, id, name }, { agency }) => {
      subscribe.run(instance, Number(id), agency, name)
    },
    closeSignalSubscription: ({ instance, id }) => {
      unsubscribe.run(instance, Number(id))
    },
    broadcastSignal: broadcast,
    takeSignal: ({ signal, target, element }) => {
      if (take.run(signal, target, element) === 0) throw new Refused(USED)
    },
  }
}

function broadcaster(db: Connection): Appliers<'broadcastSignal'>['broadcastSignal'] {
  const family = db.query<{ origin: InstanceId | null }>('SELECT origin FROM instances WHERE id = ?')
  const add = db.returning<{ seq: number }>(`
    INSERT INTO signals (agency, name, signal_id, variables, thrown_at, origin, root, reached)
    VALUES (?, ?, ?, ?, ?, ?, ?, 0)
    RETURNING seq`)
  const toInstances = db.statement(`
    INSERT INTO signal_deliveries (signal, target, element, agency, due, waits)
    SELECT :signal, instance, '', :agency, :at, json_group_array(id) FROM
      (SELECT instance, id FROM signal_subscriptions
       WHERE agency = :agency AND name = :name AND instance <> :from ORDER BY instance, id)
    GROUP BY instance`)
  const toStarts = db.statement(`
    INSERT INTO signal_deliveries (signal, target, element, agency, due, waits)
    SELECT :signal, program, element, :agency, :at, NULL FROM start_signals WHERE agency = :agency AND name = :name`)
  const count = db.statement('UPDATE signals SET reached = ? WHERE seq = ?')
  const root = db.query<{ root: number | null }>('SELECT root FROM signals WHERE seq = ?')
  const follow = db.statement('UPDATE signals SET followed = followed + ? WHERE seq = ?')
  const drop = db.statement('DELETE FROM signals WHERE seq = ?')
  return ({ signal: { name, signalId, variables } }, { agency, at, instance, changes }) => {
    const answered = changes.find((change) => change.kind === 'takeSignal')?.signal
    const first = answered === undefined ? undefined : (root.get(answered)?.root ?? answered)
    const origin = instance && (family.get(instance.id)?.origin ?? instance.id)
    const seq = add.get(
      agency,
      name,
      signalId ?? null,
      JSON.stringify(variables),
      at,
      origin ?? null,
      first ?? null,
    )?.seq
    if (seq === undefined) throw new Error('Expected a new signal to get a number')
    const reached =
      toInstances.run({ signal: seq, agency, at, name, from: instance?.id ?? '' }) +
      toStarts.run({ signal: seq, agency, at, name })
    if (first !== undefined) follow.run(reached, first)
    if (reached > 0) count.run(reached, seq)
    else if (signalId === undefined) drop.run(seq)
  }
}
