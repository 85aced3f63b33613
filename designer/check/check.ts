/**
 * The check of a draft while it is worked on: after every change, in a worker, told to whoever listens. What only the server
 * knows (what an executor cannot run, what is in force beside it) it says where the draft is published, which judges it again.
 */
import { differenceOf, type DraftFiles } from '../../engine/core/package/file-changes.ts'
import { useEffect, useState } from 'preact/hooks'
import type { Known } from '../../engine/core/package/variables/known.ts'
import type { Finding } from '../../engine/core/problem.ts'
import type { DraftSession } from '../draft/session.ts'
import { findingsOf, NO_FINDINGS, type Findings } from './findings.ts'
import type { FromWorker, ToWorker } from './messages.ts'

export interface DraftCheck {
  readonly findings: Findings
  known(file: string, element: string, done: boolean): Promise<Known>
  subscribe(hear: () => void): () => void
  /** The draft is left. */
  close(): void
}

/** Milliseconds of rest before a change is checked. */
const REST = 150

const checks = new WeakMap<DraftSession, DraftCheck>()

/** One for each open draft. */
export function checkOf(session: DraftSession): DraftCheck {
  const known = checks.get(session)
  if (known) return known
  const made = startCheck(session)
  checks.set(session, made)
  return made
}

function startCheck(session: DraftSession): DraftCheck {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const hearers = new Set<() => void>()
  const asked = new Map<number, (known: Known) => void>()
  let sent: DraftFiles = new Map()
  let round = 0
  let asks = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let findings = NO_FINDINGS
  const say = (message: ToWorker): void => worker.postMessage(message, [])
  const tell = (next: Findings): void => {
    findings = next
    for (const hear of hearers) hear()
  }
  const send = (): void => {
    clearTimeout(timer)
    timer = undefined
    const changes = differenceOf(sent, session.files)
    sent = session.files
    say({ kind: 'check', round: ++round, changes })
  }
  const changed = (): void => {
    if (session.files === sent) return
    if (findings.state !== 'checking') tell(findingsOf('checking', findings.all))
    clearTimeout(timer)
    timer = setTimeout(send, REST)
  }
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'known') {
      asked.get(data.ask)?.(data.known)
      asked.delete(data.ask)
    } else if (data.kind === 'checked' && data.round === round && timer === undefined) {
      performance.measure('masar:check', { start: performance.now() - data.took, duration: data.took })
      tell(findingsOf('checked', data.findings))
    } else if (data.kind === 'broken') tell(findingsOf('checked', findings.all))
  })
  const stop = session.subscribe(changed)
  findings = findingsOf('checking', [])
  send()
  return {
    get findings() {
      return findings
    },
    known(file, element, done) {
      if (session.files !== sent) send()
      return new Promise((resolve) => {
        asked.set(++asks, resolve)
        say({ kind: 'known', ask: asks, file, element, done })
      })
    },
    subscribe(hear) {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    close() {
      clearTimeout(timer)
      stop()
      worker.terminate()
      checks.delete(session)
    },
  }
}

/** For the page of the draft itself, which ends the check when it is left. */
export function useDraftCheck(session: DraftSession): Findings {
  useEffect(() => () => checks.get(session)?.close(), [session])
  return useFindings(session)
}

export function useFindings(session: DraftSession): Findings {
  const check = checkOf(session)
  const [findings, setFindings] = useState(check.findings)
  useEffect(() => {
    setFindings(check.findings)
    return check.subscribe(() => setFindings(check.findings))
  }, [check])
  return findings
}

/** What can be named at an element; empty until it is known. */
export function useKnown(session: DraftSession, file: string, element: string, done = false): Known | undefined {
  const [known, setKnown] = useState<Known>()
  const { files } = session
  useEffect(() => {
    let gone = false
    const ask = async (): Promise<void> => {
      const next = await checkOf(session).known(file, element, done)
      if (!gone) setKnown(next)
    }
    void ask()
    return () => {
      gone = true
    }
  }, [session, files, file, element, done])
  return known
}

export const errorsIn = (all: readonly Finding[]): number => all.filter((it) => it.severity === 'error').length
