/** Writing beside an application, for colleagues or for the applicant, and reading what was written. */
import type { Actor } from '../core/actor.ts'
import { AUDIENCES, type Audience, type Note } from '../core/note.ts'
import { mayReadRecord, mayWriteNote } from '../core/policy/access.ts'
import { invalid, isProblem, type Problem } from '../core/problem.ts'
import type { Change } from '../core/change.ts'
import type { InstanceRow } from '../core/instance-row.ts'
import type { EngineDeps } from '../deps.ts'
import { readableInstance } from './read-instance.ts'

export interface NewNote {
  readonly audience: Audience
  readonly body: string
  /** A UUID by which it is the same note when it is sent twice. */
  readonly id?: string
}

/** As its reader sees it: the applicant is told what was written, not by whom. */
export type ShownNote = Omit<Note, 'author'> & Partial<Pick<Note, 'author'>>

export const LONGEST_NOTE = 4_000
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** @param id instance id or reference number */
export async function addNote(deps: EngineDeps, actor: Actor, id: string, note: NewNote): Promise<true | Problem> {
  const row = await readableInstance(deps, actor, id)
  if (isProblem(row)) return row
  const refused = mayWriteNote(actor, row) ?? unfitNote(note)
  if (refused) return refused
  if (actor.kind !== 'user') throw new Error('Expected mayWriteNote to refuse whoever is no person')
  await deps.store.commit({ agency: row.agency, at: deps.clock.now(), changes: [noteOf(deps, actor, row, note)] })
  return true
}

export async function listNotes(deps: EngineDeps, actor: Actor, id: string): Promise<readonly ShownNote[] | Problem> {
  const row = await readableInstance(deps, actor, id)
  if (isProblem(row)) return row
  if (mayReadRecord(actor, row) === undefined) return deps.store.notes.ofInstance(row.id)
  const messages = await deps.store.notes.ofInstance(row.id, 'applicant')
  return messages.map(({ id, instance, agency, audience, body, at }) => ({ id, instance, agency, audience, body, at }))
}

/** As it is written; whether it may be is judged before. */
export function noteOf(
  { ids, clock }: EngineDeps,
  author: Extract<Actor, { kind: 'user' }>,
  row: InstanceRow,
  { id, audience, body }: NewNote,
): Change {
  const note: Note = {
    id: id ?? ids.uuid(),
    instance: row.id,
    agency: row.agency,
    audience,
    author: author.id,
    body: body.trim(),
    at: clock.now(),
  }
  return { kind: 'addNote', note }
}

function unfitNote({ audience, body, id }: NewNote): Problem | undefined {
  if (!AUDIENCES.includes(audience))
    return invalid('note.audience', `Expected a note for one of ${AUDIENCES.join(', ')}, but found another audience`)
  if (id !== undefined && !UUID.test(id)) return invalid('note.id', 'Expected the id of a note to be a UUID')
  return unfitText(body)
}

/** Whatever a person must put into words: a note, a reason, what was agreed. */
export function unfitText(text: string): Problem | undefined {
  if (text.trim() === '') return invalid('words.empty', 'Expected some words, but there are none')
  if (text.length <= LONGEST_NOTE) return undefined
  return invalid(
    'words.too-long',
    `Expected at most ${LONGEST_NOTE} characters, but there are ${text.length}; shorten it`,
  )
}
