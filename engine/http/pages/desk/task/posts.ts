/** What is done with a task on its page: taken, given back, given to somebody, saved, decided. */
import type { FastifyReply } from 'fastify'
import { userId } from '../../../../core/ids.ts'
import { isProblem, ProblemError, type Problem } from '../../../../core/problem.ts'
import type { Text } from '../../../../core/text.ts'
import { afterAction } from '../../../../../forms/actions.ts'
import { orThrow } from '../../../api/context.ts'
import { field } from '../../frame/form-body.ts'
import { redirect } from '../../frame/notice.ts'
import { URLS } from '../../urls.ts'
import { askerOf } from '../../../../commands/offers.ts'
import { answersIn, sentIn, stepOf, withChoices, type Filled } from '../answer-form.ts'
import { linkTo, partOf, turnedTo } from '../application/turn.ts'
import type { Clerk } from '../clerk.ts'
import { withOutcome } from './outcome.ts'
import { filledOf, taskPage } from './task.ts'
import { DESK_WORDS } from '../words.ts'

export const TASK_ACTIONS = ['claim', 'release', 'assign', 'draft'] as const
export type TaskAction = (typeof TASK_ACTIONS)[number]
type Post = (clerk: Clerk, reply: FastifyReply, id: string) => Promise<FastifyReply>

const good = (text: Text) => ({ tone: 'good', text }) as const

export const TASK_POSTS: Readonly<Record<TaskAction, Post>> = {
  claim: async (clerk, reply, id) => {
    const moved = await clerk.engine.claimTask(clerk.actor, id)
    if (isProblem(moved)) return refused(clerk, reply, id, moved)
    return redirect(clerk.request, reply, URLS.deskTask(id), good(DESK_WORDS.claimed))
  },
  release: async (clerk, reply, id) => {
    const moved = await clerk.engine.releaseTask(clerk.actor, id)
    if (isProblem(moved)) return refused(clerk, reply, id, moved)
    return redirect(clerk.request, reply, URLS.desk(), good(DESK_WORDS.released))
  },
  assign: async (clerk, reply, id) => {
    const { body } = clerk.request
    const assignee = orThrow(userId(field(body, 'assignee')))
    const moved = await clerk.engine.assignTask(clerk.actor, id, assignee, field(body, 'reason').trim())
    if (isProblem(moved)) return refused(clerk, reply, id, moved)
    return redirect(clerk.request, reply, URLS.deskTask(id), good(DESK_WORDS.assigned))
  },
  draft: async (clerk, reply, id) => {
    const filled = await readTask(clerk, id)
    if (filled) await save(clerk, id, { ...filled, answers: posted(clerk, filled) })
    return reply.code(204).send()
  },
}

/** What somebody may not see stays unseen; every other refusal is told on the page of the task. */
async function refused(clerk: Clerk, reply: FastifyReply, id: string, problem: Problem): Promise<FastifyReply> {
  if (problem.kind === 'notFound') throw new ProblemError(problem)
  return taskPage(clerk, reply, { id, part: 'application', problem })
}

async function readTask(clerk: Clerk, id: string): Promise<Filled | undefined> {
  const detail = orThrow(await clerk.engine.getTask(clerk.actor, id))
  const filled = filledOf(clerk, detail)
  return filled && withChoices(clerk, askerOf(detail.task), filled, sentIn(clerk))
}

const posted = (clerk: Clerk, filled: Filled) => answersIn(filled, sentIn(clerk))

async function save({ engine, actor }: Clerk, id: string, { answers }: Filled): Promise<void> {
  orThrow(await engine.saveTask(actor, id, answers))
}

export async function postTask(clerk: Clerk, reply: FastifyReply, id: string, asked: string): Promise<FastifyReply> {
  const part = partOf(asked)
  const before = await readTask(clerk, id)
  if (before === undefined) return complete(clerk, reply, id, {})
  const action = field(clerk.request.body, 'action')
  const chosen = withOutcome(before.form, action, posted(clerk, before))
  if (chosen) {
    const filled = { ...before, answers: afterAction(before.form, chosen, { kind: 'save' }, before.context) }
    await save(clerk, id, filled)
    return taskPage(clerk, reply, { id, part, filled })
  }
  const turned = turnedTo(action)
  const sent = sentIn(clerk)
  const step = stepOf(before, turned ? { ...sent, body: { ...sent.body, action: 'save' } } : sent)
  await save(clerk, id, step.filled)
  if (step.kind === 'answered') return complete(clerk, reply, id, step.answers, step.filled)
  const faults = step.filled.faults ?? []
  if (turned && faults.length === 0) return redirect(clerk.request, reply, linkTo(URLS.deskTask(id), turned))
  if (step.action.kind === 'save' && faults.length === 0)
    return redirect(clerk.request, reply, `${URLS.deskTask(id)}?part=${part}`, good(DESK_WORDS.saved))
  return taskPage(clerk, reply, { id, part, filled: step.filled })
}

async function complete(
  clerk: Clerk,
  reply: FastifyReply,
  id: string,
  answers: Filled['answers'],
  filled?: Filled,
): Promise<FastifyReply> {
  const moved = await clerk.engine.completeTask(clerk.actor, id, answers)
  if (!isProblem(moved)) return redirect(clerk.request, reply, URLS.desk(), good(DESK_WORDS.done))
  if (moved.kind === 'notFound') throw new ProblemError(moved)
  return taskPage(clerk, reply, { id, part: 'application', problem: moved, ...(filled && { filled }) })
}
