/** The plain timeline of an application, for its applicant and for staff who tell it to them. */
import type { Actor } from '../core/actor.ts'
import { answeredIn, type Answered } from '../core/answered.ts'
import type { Notice } from '../core/notice.ts'
import type { ProgramKey } from '../core/ids.ts'
import { programParts } from '../core/ids.ts'
import { mayReadRecord } from '../core/policy/access.ts'
import { isProblem, type Problem } from '../core/problem.ts'
import { repliesIn, type RegisterReplies } from '../core/register-reply.ts'
import { programsIn } from '../core/timeline/programs.ts'
import { termsOf, type RunningTerm } from '../core/timeline/terms.ts'
import { timelineOf, type Drawing, type Timeline, type Told } from '../core/timeline/timeline.ts'
import type { EngineDeps } from '../deps.ts'
import { getInstance, type InstanceDetail } from './read-instance.ts'

export interface Followed {
  readonly detail: InstanceDetail
  readonly timeline: Timeline
  readonly terms: readonly RunningTerm[]
  /** What people answered since it was handed in, oldest first. */
  readonly answered: readonly Answered[]
  /** What registers answered; for staff. */
  readonly replies: RegisterReplies
  /** What was said to them by SMS and e-mail, oldest first. */
  readonly notices: readonly Notice[]
}

/** @param id instance id or reference number */
export async function followInstance(deps: EngineDeps, actor: Actor, id: string): Promise<Followed | Problem> {
  const detail = await getInstance(deps, actor, id)
  if (isProblem(detail)) return detail
  const { row, documents, charges, refunds } = detail
  const records = await deps.store.instances.history(row.id)
  const drawings = await drawingsOf(deps, programsIn(records))
  const drawing: Told['drawing'] = (program) => drawings.get(program)
  const timeline = timelineOf({
    instance: row.id,
    records,
    documents,
    charges,
    refunds,
    drawing,
    ...(row.applicant === undefined ? {} : { applicant: row.applicant }),
  })
  const terms = termsOf(detail.state, drawing)
  const notices = await deps.store.notices.list(row.id)
  const replies = mayReadRecord(actor, row) === undefined ? repliesIn(records) : new Map()
  return { detail, timeline, terms, answered: answeredIn(records), replies, notices }
}

async function drawingsOf(
  deps: EngineDeps,
  programs: ReadonlySet<ProgramKey>,
): Promise<ReadonlyMap<ProgramKey, Drawing>> {
  const found = new Map<ProgramKey, Drawing>()
  for (const key of programs) {
    const checked = await deps.definitions.packageOf(key)
    const program = checked?.programs.get(programParts(key).processId)
    if (checked && program) found.set(key, { program, workflow: checked.workflow })
  }
  return found
}
