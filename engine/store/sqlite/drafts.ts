/** Applications that are being filled in, each for its owner alone, until they are sent, discarded or too old. */
import type { Draft, DraftStore } from '../../core/draft.ts'
import type { InstanceId, Reference } from '../../core/ids.ts'
import type { JsonObject } from '../../core/json.ts'
import type { Connection } from './file/driver.ts'
import { present, type Stored } from './rows/row.ts'
import type { Appliers } from './write/change.ts'
import type { WriteQueue } from './write/commit.ts'
import { Refused } from './write/refused.ts'

type StoredDraft = Stored<Omit<Draft, 'answers' | 'sent'>> & {
  readonly answers: string
  readonly instance: InstanceId | null
  readonly reference: Reference | null
}

const COLUMNS = `id, owner, begun_by AS begunBy, package_id AS packageId, version, start_event AS startEvent, answers, place, rev,
  created_at AS createdAt, changed_at AS changedAt, expires, instance, reference`
const MOST = 100

export function drafts(db: Connection, queue: WriteQueue): DraftStore {
  const insert = db.statement(`
    INSERT INTO drafts (id, owner, begun_by, package_id, version, start_event, answers, place, rev, created_at, changed_at, expires)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const get = db.query<StoredDraft>(`SELECT ${COLUMNS} FROM drafts WHERE id = ?`)
  const ofOwner = db.query<StoredDraft>(`
    SELECT ${COLUMNS} FROM drafts WHERE owner = ? AND instance IS NULL AND expires > ?
    ORDER BY changed_at DESC, id LIMIT ${MOST}`)
  const save = db.statement(`
    UPDATE drafts SET version = ?, start_event = ?, answers = ?, place = ?, changed_at = ?, expires = ?, rev = rev + 1
    WHERE id = ? AND rev = ? AND instance IS NULL`)
  const discard = db.statement('DELETE FROM drafts WHERE id = ? AND instance IS NULL')
  const anyExpired = db.query<{ found: number }>('SELECT EXISTS (SELECT 1 FROM drafts WHERE expires <= ?) AS found')
  const forget = db.statement('DELETE FROM drafts WHERE expires <= ?')
  return {
    add: (it) =>
      queue.write(() => {
        insert.run(
          it.id,
          it.owner,
          it.begunBy ?? null,
          it.packageId,
          it.version,
          it.startEvent ?? null,
          JSON.stringify(it.answers),
          it.place ?? null,
          it.rev,
          it.createdAt,
          it.changedAt,
          it.expires,
        )
      }),
    get: async (id) => {
      const row = get.get(id)
      return row && draft(row)
    },
    ofOwner: async (owner, now) => ofOwner.all(owner, now).map(draft),
    save: ({ id, version, startEvent = null, answers, place = null, changedAt, expires }, rev) =>
      queue.write(
        () => save.run(version, startEvent, JSON.stringify(answers), place, changedAt, expires, id, rev) === 1,
      ),
    discard: (id) => queue.write(() => discard.run(id) === 1),
    forget: async (now) => (anyExpired.get(now)?.found === 1 ? queue.write(() => forget.run(now)) : 0),
  }
}

export function draftChanges(db: Connection): Appliers<'sendDraft'> {
  const send = db.statement(`
    UPDATE drafts SET instance = ?, reference = ?, answers = '{}', place = NULL, changed_at = ?, rev = rev + 1
    WHERE id = ? AND rev = ? AND instance IS NULL`)
  return {
    sendDraft: ({ draft: id, rev }, { instance, at }) => {
      if (!instance?.created) throw new Error(`Expected the draft ${id} to be sent with a new application`)
      if (send.run(instance.id, instance.created.reference, at, id, rev) === 0) throw new Refused({ kind: 'conflict' })
    },
  }
}

function draft({ answers, instance, reference, ...row }: StoredDraft): Draft {
  return {
    ...present<Omit<Draft, 'answers' | 'sent'>>(row),
    answers: JSON.parse(answers) as JsonObject,
    ...(instance === null || reference === null ? {} : { sent: { instance, reference } }),
  }
}
