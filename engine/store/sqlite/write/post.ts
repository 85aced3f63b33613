/**
 * Messages and the places that wait for them, as they come, are taken, and go.
 *
 * A message is known by agency, name and id. It is taken at most once per process over all versions; asked before the
 * write changes anything, so that the second taker is refused whole. A sender from outside is told that its id was used
 * before; an application whose step sends such a message goes on, and the message counts once.
 */
import { versionlessProcess, type InstanceId } from '../../../core/ids.ts'
import type { CommitResult, Write } from '../../../core/store.ts'
import type { Appliers } from './change.ts'
import type { Connection } from '../file/driver.ts'
import { Refused } from './refused.ts'

const USED: CommitResult = { kind: 'duplicate', of: 'message' }

/** Why a write's messages are refused, or nothing when all of them are new. */
export function messageChecks(db: Connection): (write: Write) => CommitResult | undefined {
  const published = db.query('SELECT 1 FROM messages WHERE agency = ? AND name = ? AND message_id = ?')
  const takenBy = db.query<{ instance: InstanceId }>(`
    SELECT instance FROM taken WHERE agency = :agency AND message = :message AND process = :process AND name = :name`)
  return ({ agency, changes, instance }) => {
    for (const change of changes) {
      if (change.kind === 'publishMessage') {
        if (!instance && published.get(agency, change.message.name, change.message.messageId)) return USED
      } else if (change.kind === 'takeMessage') {
        const { message, process, name } = change
        const taker = takenBy.get({ agency, message, process, name })
        if (taker) return { kind: 'duplicate', of: 'message', instance: taker.instance }
      }
    }
    return undefined
  }
}

type PostKind = 'openSubscription' | 'closeSubscription' | 'moveSubscription' | 'publishMessage' | 'takeMessage'

export function postChanges(db: Connection): Appliers<PostKind> {
  const subscribe = db.statement(
    `INSERT INTO subscriptions (instance, id, agency, program, process, name, key, sought)
     VALUES (:instance, :id, :agency, :program, :process, :name, :key,
       (SELECT 1 FROM holds WHERE holds.instance = :instance LIMIT 1))`,
  )
  const move = db.statement('UPDATE subscriptions SET program = ?, process = ? WHERE instance = ? AND id = ?')
  const unsubscribe = db.statement('DELETE FROM subscriptions WHERE instance = ? AND id = ?')
  const publish = db.statement(`
    INSERT INTO messages (agency, name, message_id, key, variables, published_at, expires, origin)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`)
  const family = db.query<{ origin: InstanceId | null }>('SELECT origin FROM instances WHERE id = ?')
  const take = db.statement(`
    INSERT INTO taken (agency, message, process, name, instance) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`)
  return {
    openSubscription: ({ instance, id, program, name, key }, { agency }) => {
      const process = versionlessProcess(program)
      subscribe.run({ instance, id: Number(id), agency, program, process, name, key })
    },
    closeSubscription: ({ instance, id }) => {
      unsubscribe.run(instance, Number(id))
    },
    moveSubscription: ({ instance, id, program }) => {
      move.run(program, versionlessProcess(program), instance, Number(id))
    },
    publishMessage: ({ message }, { agency, at, instance }) => {
      const { name, messageId, key, variables, expires } = message
      const from = instance && (family.get(instance.id)?.origin ?? instance.id)
      const text = JSON.stringify(variables)
      const isNew = publish.run(agency, name, messageId, key, text, at, expires, from ?? null) > 0
      if (!isNew && !instance) throw new Refused(USED)
    },
    takeMessage: ({ message, process, name, instance }, { agency }) => {
      if (take.run(agency, message, process, name, instance) === 0) throw new Refused(USED)
    },
  }
}
