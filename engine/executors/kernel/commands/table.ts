/** Every command to a running instance and the file that knows it; an instance is begun by start.ts. */
import type { Command, CommandKind } from '../../../core/command.ts'
import type { Problem } from '../../../core/problem.ts'
import type { Run } from '../run.ts'
import { activateAdHoc } from './activate-ad-hoc.ts'
import { assignTask } from './assign-task.ts'
import { broadcastSignal } from './broadcast-signal.ts'
import { cancel } from './cancel.ts'
import type { Handler } from './command.ts'
import { continueClock } from './continue-clock.ts'
import { completeJob } from './complete-job.ts'
import { completeTask } from './complete-task.ts'
import { correlateMessage } from './correlate-message.ts'
import { failJob } from './fail-job.ts'
import { migrate } from './migrate.ts'
import { modify } from './modify.ts'
import { recalculate } from './recalculate.ts'
import { resolveIncident } from './resolve-incident.ts'
import { resume } from './resume.ts'
import { setVariables } from './set-variables.ts'
import { stopClock } from './stop-clock.ts'
import { suspend } from './suspend.ts'
import { takeAnswer } from './take-answer.ts'
import { throwJobError } from './throw-job-error.ts'
import { triggerTimer } from './trigger-timer.ts'

type RunningKind = Exclude<CommandKind, 'start'>

const HANDLERS: { readonly [K in RunningKind]: Handler<K> } = {
  activateAdHoc,
  assignTask,
  completeTask,
  completeJob,
  failJob,
  throwJobError,
  takeAnswer,
  triggerTimer,
  correlateMessage,
  broadcastSignal,
  setVariables,
  resolveIncident,
  recalculate,
  stopClock,
  continueClock,
  modify,
  cancel,
  suspend,
  resume,
  migrate,
}

export function handle(run: Run, command: Exclude<Command, { kind: 'start' }>): Problem | undefined {
  const handler = HANDLERS[command.kind] as (run: Run, command: Command) => Problem | undefined
  return handler(run, command)
}
