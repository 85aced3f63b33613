/**
 * The check of a draft while it is worked on: after every change, in a worker, told to whoever listens; with it what only the
 * server knows, in due time.
 */
import { differenceOf, type DraftFiles } from '../../engine/core/package/file-changes.ts'
import { useEffect, useState } from 'preact/hooks'
import type { Known } from '../../engine/core/package/variables/known.ts'
import type { Finding } from '../../engine/core/problem.ts'
import type { DraftSession } from '../draft/session.ts'
import { beyond, merged } from './beyond.ts'
import { findingsOf, NO_FINDINGS, type Findings } from './findings.ts'
import type { FromWorker, ToWorker } from './messages.ts'

export interface DraftCheck {
  readonly findings: Findings
  known(file: string, element: string, done: boolean): Promise<Known>
  /** Grows when more is known than was told before, though no file has changed. */
  readonly learned: number
  subscribe(hear: () => void): () => void
  /** What the server knows is wanted now. */
  askServer(): void
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
  let changedAt = performance.now()
  let asks = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let findings = NO_FINDINGS
  /** Of the page itself. */
  let local: readonly Finding[] = []
  let learned = 0
  const say = (message: ToWorker): void => worker.postMessage(message, [])
  const tell = (state: Findings['state']): void => {
    const all = merged(local, server.findings)
    if (state === findings.state && all === findings.all && server.isKnown === findings.isJudged) return
    findings = findingsOf(state, all, server.isKnown)
    for (const hear of hearers) hear()
  }
  const server = beyond(session, () => tell(findings.state))
  const send = (): void => {
    clearTimeout(timer)
    timer = undefined
    const changes = differenceOf(sent, session.files)
    sent = session.files
    say({ kind: 'check', round: ++round, changes })
  }
  const changed = (): void => {
    if (session.files === sent) return
    tell('checking')
    server.soon()
    changedAt = performance.now()
    clearTimeout(timer)
    timer = setTimeout(send, REST)
  }
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'known') {
      asked.get(data.ask)?.(data.known)
      asked.delete(data.ask)
    } else if (data.kind === 'learned') {
      learned++
      for (const hear of hearers) hear()
    } else if (data.kind === 'checked' && data.round === round && timer === undefined) {
      // From the last change to its findings, rest included; the last one is kept for who measures.
      performance.clearMeasures('masar:check')
      performance.measure('masar:check', { start: changedAt })
      local = data.findings
      tell('checked')
    } else if (data.kind === 'broken') tell('checked')
  })
  const stop = session.subscribe(changed)
  findings = findingsOf('checking', [])
  send()
  server.soon()
  return {
    get findings() {
      return findings
    },
    get learned() {
      return learned
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
    askServer: () => server.now(),
    close() {
      clearTimeout(timer)
      server.close()
      stop()
      worker.terminate()
      checks.delete(session)
    },
  }
}

/** Where a draft is tried, judged or put in force, it has to be known. */
const ON_SERVER: ReadonlySet<string> = new Set(['trial', 'findings', 'publish'])

/** For the page of the draft itself, which ends the check when it is left. */
export function useDraftCheck(session: DraftSession, view: string): Findings {
  useEffect(() => () => checks.get(session)?.close(), [session])
  useEffect(() => {
    if (ON_SERVER.has(view)) checkOf(session).askServer()
  }, [session, view])
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
  const learned = useLearned(session)
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
  }, [session, files, file, element, done, learned])
  return known
}

function useLearned(session: DraftSession): number {
  const check = checkOf(session)
  const [learned, setLearned] = useState(check.learned)
  useEffect(() => check.subscribe(() => setLearned(check.learned)), [check])
  return learned
}

export const errorsIn = (all: readonly Finding[]): number => all.filter((it) => it.severity === 'error').length
