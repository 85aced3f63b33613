/**
 * A worker reports of a job whose application is suspended: what it did is done and cannot be asked for again, so its answer
 * is kept, and taken when the application goes on.
 */
import type { Command } from '../../../core/command.ts'
import type { LocalId } from '../../../core/ids.ts'
import type { JobAnswer } from '../../../core/job.ts'
import { type Problem, conflict, isProblem } from '../../../core/problem.ts'
import type { Run } from '../run.ts'
import { visitTo } from '../visit.ts'
import { checkRoom, openWait } from './command.ts'

type Answering = JobAnswer & { readonly id: LocalId }

export const isJobAnswer = (command: Command): command is Answering =>
  command.kind === 'completeJob' || command.kind === 'failJob' || command.kind === 'throwJobError'

export function holdAnswer(run: Run, { id, ...answer }: Answering): Problem | undefined {
  const wait = openWait(run, 'job', id)
  if (isProblem(wait)) return wait
  if (run.draft.answers?.some((one) => one.id === id))
    return conflict(
      'job.closed',
      `Expected a job nobody has answered, but ${id} in instance ${run.draft.id} was answered before; drop this result`,
    )
  const full = answer.kind !== 'failJob' && checkRoom(visitTo(run, wait.owner), answer.variables)
  if (full) return full
  run.emit({ kind: 'jobAnswered', id, answer })
  return undefined
}
