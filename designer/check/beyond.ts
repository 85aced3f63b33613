/**
 * What only the server can say of a draft: what an executor cannot run, shared packages as they are in force, what is too
 * costly. Asked for when nobody has changed anything for a while and everything is saved, and at once where a view that
 * stands on it is opened; an answer about files that have changed meanwhile is not taken.
 */
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import type { Finding } from '../../engine/core/problem.ts'
import type { DraftSession } from '../draft/session.ts'
import { ask, type Answer } from '../server/client.ts'

export interface Beyond {
  /** Of the files as they are now; the last answer of all, while there is none about them. */
  readonly findings: readonly Finding[]
  /** Whether the server has looked at the files as they are now. */
  readonly isKnown: boolean
  /** In a while: the draft has changed. */
  soon(): void
  /** Where it was not asked about these files yet. */
  now(): void
  close(): void
}

export type AskServer = (draft: string) => Promise<Answer<{ readonly findings: readonly Finding[] }>>

const askServer: AskServer = (draft) => ask(`/drafts/${encodeURIComponent(draft)}/check`, { method: 'POST', body: {} })

/** Milliseconds of rest: somebody who still types is not judged twice for each word. */
const REST = 2_000

type Session = Pick<DraftSession, 'id' | 'files' | 'saving' | 'subscribe'>

export function beyond(session: Session, hear: () => void, asking: AskServer = askServer, rest = REST): Beyond {
  let findings: readonly Finding[] = []
  let judged: DraftFiles | undefined
  let asked: DraftFiles | undefined
  let isWaiting = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const request = async (): Promise<void> => {
    clearTimeout(timer)
    const { files, saving } = session
    if (asked === files) return
    // What is not saved yet is judged once it is.
    isWaiting = saving.kind !== 'saved' && saving.kind !== 'readonly'
    if (isWaiting) return
    asked = files
    const answer = await asking(session.id)
    if (asked === files) asked = undefined
    if (answer.kind !== 'ok' || session.files !== files) return
    asked = files
    judged = files
    findings = answer.value.findings
    hear()
  }
  const stop = session.subscribe(() => {
    if (isWaiting) void request()
  })
  return {
    get findings() {
      return findings
    },
    get isKnown() {
      return judged === session.files
    },
    soon() {
      clearTimeout(timer)
      timer = setTimeout(() => void request(), rest)
    },
    now: () => void request(),
    close() {
      clearTimeout(timer)
      isWaiting = false
      stop()
    },
  }
}

/** Each once, as the page says it where both do. */
export function merged(local: readonly Finding[], server: readonly Finding[]): readonly Finding[] {
  const keyOf = ({ rule, file, place, message }: Finding): string => JSON.stringify([rule, file, place, message])
  const said = new Set(local.map(keyOf))
  const more = server.filter((it) => !said.has(keyOf(it)))
  return more.length === 0 ? local : [...local, ...more]
}
