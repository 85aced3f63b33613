/** Notes beside an application, in the order they were written. */
import type { Note, NoteStore } from '../../core/note.ts'
import type { Connection } from './file/driver.ts'
import { table } from './rows/table.ts'
import type { Appliers } from './write/change.ts'

const NOTES = table<Note>('notes', ['id', 'instance', 'agency', 'audience', 'author', 'body', 'at'])
const MOST = 1_000

export function notes(db: Connection): NoteStore {
  const ofInstance = db.query<Note>(`SELECT ${NOTES.select} FROM notes
    WHERE instance = :instance AND (:audience IS NULL OR audience = :audience) ORDER BY seq LIMIT ${MOST}`)
  return { ofInstance: async (instance, audience) => ofInstance.all({ instance, audience: audience ?? null }) }
}

export function noteChanges(db: Connection): Appliers<'addNote'> {
  const insert = db.statement(`${NOTES.insert} ON CONFLICT (id) DO NOTHING`)
  return {
    addNote: ({ note }) => {
      insert.run(NOTES.values(note))
    },
  }
}
