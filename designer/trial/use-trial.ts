/**
 * A try under way. Each change of the scenario is played from its start on the server; only when it was played does it take
 * the place of the one before, so that a step that is refused, or a server that is gone, loses nothing.
 */
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { DraftSession } from '../draft/session.ts'
import { keepLastTry } from '../feel/last-try.ts'
import type { Finding } from '../../engine/core/problem.ts'
import type { Scenario } from '../../engine/core/trial/scenario.ts'
import type { Text } from '../../engine/core/text.ts'
import type { Beginning, Tried } from '../../engine/trial/moment.ts'
import { playScenario, type Filling } from './server.ts'

/** Why what was asked did not come true. */
export type Refused =
  | {
      readonly kind: 'step'
      readonly detail: string
      readonly findings: readonly Finding[]
      readonly said: readonly Text[]
    }
  | { readonly kind: 'unsound' | 'unreadable'; readonly findings: readonly Finding[] }
  | { readonly kind: 'stopped'; readonly title: string; readonly findings: readonly Finding[] }
  | { readonly kind: 'unreachable' }

export interface Trial {
  readonly scenario: Scenario | undefined
  readonly tried: Tried | undefined
  readonly beginning: Beginning | undefined
  readonly refused: Refused | undefined
  readonly running: boolean
  /** The files that were played or asked about last, taken or refused; others since then make what is shown old. */
  readonly playedOn: DraftFiles | undefined
  /** It was under way before, in another view or not: nothing has to be asked for it to be shown. */
  readonly isResumed: boolean
  /** Plays it and keeps it where nothing stands against its last step. @returns whether it was kept */
  attempt(next: Scenario): Promise<boolean>
  /** Plays it and keeps it, whatever came of its steps: one that was opened, or played again. */
  open(next: Scenario): Promise<boolean>
  /** How an application would begin; nothing is begun by it. */
  ask(scenario: Scenario, filling?: Filling): Promise<void>
  /** What the forms offer with these answers typed into one of them. */
  offer(filling: Filling): Promise<void>
  forget(): void
}

interface State {
  readonly scenario?: Scenario
  readonly tried?: Tried
  readonly beginning?: Beginning
  readonly refused?: Refused
  readonly running: boolean
  readonly playedOn?: DraftFiles
}

/** Whoever goes to mend what was found comes back to the try as it was. */
const left = new WeakMap<DraftSession, { readonly opened: string | undefined; readonly state: State }>()

/** @param opened the test that is stepped through */
export function useTrial(session: DraftSession, opened: string | undefined): Trial {
  const before = left.get(session)
  const isResumed = useRef(before !== undefined && before.opened === opened && before.state.playedOn !== undefined)
  const [state, setState] = useState<State>(() =>
    isResumed.current && before ? { ...before.state, running: false } : { running: false },
  )
  useEffect(() => {
    left.set(session, { opened, state })
  }, [session, opened, state])
  /** Only the answer to what was asked last counts. */
  const asked = useRef(0)

  async function play(next: Scenario, isKept: (tried: Tried) => boolean, filling?: Filling): Promise<boolean> {
    const mine = ++asked.current
    setState((before) => ({ ...unrefused(before), running: true }))
    await session.save()
    const playedOn = session.files
    const answer = await playScenario(session.id, next, filling)
    if (mine !== asked.current) return false
    if (answer.kind === 'ok' && answer.value.kind === 'tried') {
      const tried = answer.value
      const kept = isKept(tried)
      if (kept) keepLastTry(session, tried.moments.at(-1)?.variables)
      setState((before) =>
        kept
          ? { scenario: next, tried, beginning: tried.beginning, running: false, playedOn }
          : { ...before, beginning: tried.beginning, running: false, playedOn, refused: refusalIn(tried) },
      )
      return kept
    }
    setState((before) => ({ ...before, running: false, playedOn, refused: refusalOf(answer) }))
    return false
  }

  return {
    scenario: state.scenario,
    tried: state.tried,
    beginning: state.beginning,
    refused: state.refused,
    running: state.running,
    playedOn: state.playedOn,
    isResumed: isResumed.current,
    attempt: (next) => play(next, (tried) => isSound(next, tried)),
    open: (next) => play(next, () => true),
    async ask(next, filling) {
      const mine = ++asked.current
      await session.save()
      const playedOn = session.files
      const answer = await playScenario(session.id, next, filling)
      if (mine !== asked.current) return
      if (answer.kind === 'ok' && answer.value.kind === 'tried') {
        const { beginning } = answer.value
        setState((before) => ({ ...unrefused(before), beginning, playedOn, running: false }))
      } else setState((before) => ({ ...before, playedOn, running: false, refused: refusalOf(answer) }))
    },
    async offer(filling) {
      if (state.scenario) await play(state.scenario, () => true, filling)
    },
    forget() {
      asked.current++
      isResumed.current = false
      setState({ running: false })
    },
  }
}

function unrefused(state: State): State {
  const { refused: _, ...rest } = state
  return rest
}

/** The application began, or was to be refused; and the step that was added was taken. */
function isSound({ start, steps = [] }: Scenario, { moments, refused }: Tried): boolean {
  if (refused) return start.refused === refused.code
  const last = moments.at(-1)
  return last === undefined || last.step !== steps.length || (last.refused === undefined && last.failures.length === 0)
}

function refusalIn({ refused, moments }: Tried): Refused {
  const last = moments.at(-1)
  const problem = refused ?? last?.refused
  return {
    kind: 'step',
    detail: problem?.detail ?? '',
    findings: problem?.findings ?? [],
    said: problem?.findings?.length ? [] : (last?.failures ?? []),
  }
}

function refusalOf(answer: Awaited<ReturnType<typeof playScenario>>): Refused {
  if (answer.kind === 'unreachable') return { kind: 'unreachable' }
  if (answer.kind === 'refused')
    return { kind: 'stopped', title: answer.refusal.title, findings: answer.refusal.findings ?? [] }
  return answer.value.kind === 'tried'
    ? { kind: 'unreachable' }
    : { kind: answer.value.kind, findings: answer.value.findings }
}
