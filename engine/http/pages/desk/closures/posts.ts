/** Announcing and withdrawing, each in two steps: what it would change is shown, then it is done. */
import type { FastifyReply } from 'fastify'
import type { Announcement } from '../../../../commands/holidays.ts'
import { isProblem, notFound, ProblemError } from '../../../../core/problem.ts'
import { latinDigits } from '../../../../../forms/kinds/written.ts'
import { orThrow } from '../../../api/context.ts'
import { field } from '../../frame/form-body.ts'
import { redirect } from '../../frame/notice.ts'
import { dayTyped } from '../../frame/typed-day.ts'
import { URLS } from '../../urls.ts'
import type { Clerk } from '../clerk.ts'
import { closuresPage } from './closures.ts'
import { previewPage } from './preview.ts'
import { CLOSURE_WORDS } from './words.ts'

export async function postClosure(clerk: Clerk, reply: FastifyReply): Promise<FastifyReply> {
  const { engine, actor, request } = clerk
  const announce = announcementIn(request.body)
  const action = field(request.body, 'action')
  if (action === 'change') return closuresPage(clerk, reply)
  if (action !== 'announce') {
    const preview = await engine.previewHoliday(actor, { announce })
    return isProblem(preview) ? closuresPage(clerk, reply, preview) : previewPage(clerk, reply, { announce, preview })
  }
  const made = await engine.announceHoliday(actor, announce)
  if (isProblem(made)) return closuresPage(clerk, reply, made)
  return redirect(request, reply, URLS.deskClosures(), { tone: 'good', text: CLOSURE_WORDS.announced })
}

export async function postWithdrawal(clerk: Clerk, reply: FastifyReply, id: string): Promise<FastifyReply> {
  const { engine, actor, request } = clerk
  const reason = field(request.body, 'reason').trim()
  if (field(request.body, 'action') === 'withdraw' && reason !== '') {
    orThrow(await engine.withdrawHoliday(actor, id, reason))
    return redirect(request, reply, URLS.deskClosures(), { tone: 'good', text: CLOSURE_WORDS.withdrawn })
  }
  const preview = orThrow(await engine.previewHoliday(actor, { withdraw: id }))
  const withdraw = (await engine.listHolidays(actor)).find((one) => one.id === id)
  if (!withdraw) throw new ProblemError(notFound('holiday.not-found', 'Expected the id of an announcement'))
  return previewPage(clerk, reply, { withdraw, reason, preview })
}

function announcementIn(body: unknown): Announcement {
  const [first, last] = ['first', 'last'].map((name) => dayTyped(field(body, name)))
  const [governorate, closes] = ['governorate', 'closes'].map((name) => latinDigits(field(body, name).trim()))
  return {
    title: { ar: field(body, 'name-ar').trim(), en: field(body, 'name-en').trim() },
    first: first ?? '',
    ...(last === undefined || last === '' ? {} : { last }),
    ...(governorate === undefined || governorate === '' ? {} : { governorate }),
    ...(closes === undefined || closes === '' ? {} : { closes }),
    ...(field(body, 'every-agency') === 'yes' ? { everyAgency: true } : {}),
  }
}
