/**
 * A worker reports of a job whose application is suspended: what it did is done and cannot be asked for again, so its answer
 * is kept, and taken when the application goes on (take-answer.ts). All that is kept has to find room beside the variables.
 */
import type { Command } from '../../../core/command.ts'
import type { LocalId } from '../../../core/ids.ts'
import type { JobAnswer } from '../../../core/job.ts'
import { type Problem, conflict, isProblem, tooLarge } from '../../../core/problem.ts'
import type { Run } from '../run.ts'
import { bytesOf } from '../state/bytes.ts'
import { visitTo } from '../visit.ts'
import { checkRoom, openWait } from './command.ts'

type Answering = JobAnswer & { readonly id: LocalId }

export const isJobAnswer = (command: Command): command is Answering =>
  command.kind === 'completeJob' || command.kind === 'failJob' || command.kind === 'throwJobError'

function noRoomBeside(run: Run, owner: LocalId, answer: JobAnswer): Problem | undefined {
  if (answer.kind === 'failJob') return undefined
  const full = checkRoom(visitTo(run, owner), answer.variables)
  if (full) return full
  const kept = (run.draft.answers ?? []).reduce((sum, one) => sum + bytesOf(one.answer), 0)
  const most = run.ctx.limits.variables
  if (kept + bytesOf(answer.variables) <= most) return undefined
  return tooLarge(
    'variables.too-large',
    `Expected at most ${most} bytes of answers kept while ${run.draft.id} is suspended, but this one does not fit in; report again when it goes on`,
  )
}

export function holdAnswer(run: Run, { id, ...answer }: Answering): Problem | undefined {
  const wait = openWait(run, 'job', id)
  if (isProblem(wait)) return wait
  if (run.draft.answers?.some((one) => one.id === id))
    return conflict(
      'job.closed',
      `Expected a job nobody has answered, but ${id} in instance ${run.draft.id} was answered before; drop this result`,
    )
  const full = noRoomBeside(run, wait.owner, answer)
  if (full) return full
  run.emit({ kind: 'jobAnswered', id, answer })
  return undefined
}
