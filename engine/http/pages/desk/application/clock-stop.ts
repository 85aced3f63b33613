/** A supervisor lets a term of law stand still by hand, and go on: under an article its service names, with a reason the applicant can read. */
import type { FastifyReply } from 'fastify'
import type { Followed } from '../../../../commands/timeline.ts'
import { clockId, handStopAt, type StatutoryClock } from '../../../../core/statutory-clock.ts'
import { mayStopClock } from '../../../../core/policy/access.ts'
import type { Deadline, LegalBasis } from '../../../../core/workflow.ts'
import { orThrow } from '../../../api/context.ts'
import { csrfField } from '../../frame/csrf.ts'
import { durationIn } from '../../../../core/counted.ts'
import { field } from '../../frame/form-body.ts'
import { fill, html, type Html } from '../../frame/html.ts'
import { wordsIn } from '../../frame/language.ts'
import { redirect } from '../../frame/notice.ts'
import { localPath, URLS } from '../../urls.ts'
import type { Clerk } from '../clerk.ts'
import { TERM_WORDS } from './words.ts'

interface Stoppable {
  readonly clock: StatutoryClock
  readonly deadline: Pick<Deadline, 'stop'>
  readonly articles: readonly LegalBasis[]
}

/** Nothing where this person may not, or the service lets nobody. */
export function stopForm(
  clerk: Clerk,
  { row, state }: Followed['detail'],
  { clock, deadline, articles }: Stoppable,
): Html {
  const { request, actor, engine, language } = clerk
  const { stop } = deadline
  if (!stop || mayStopClock(actor, row, state)) return html``
  const words = wordsIn(TERM_WORDS, language)
  const id = clockId(clock.owner, clock.deadline)
  const isByHand = handStopAt(clock, engine.deps.clock.now()) !== undefined
  if (clock.stopped && !isByHand) return html``
  const key = id.replaceAll(/[^A-Za-z0-9]/g, '-')
  const allowed = articles.filter((one) => stop.legalBasis.includes(one.id))
  return html`<details>
    <summary>${isByHand ? words.goOn : words.stop}</summary>
    <form method="post" action="${URLS.deskClocks(row.reference)}" class="panel">
      ${csrfField(request)}<input type="hidden" name="clock" value="${id}" /><input type="hidden" name="back" value="${request.url}" />
      ${
        !isByHand &&
        html`<p class="hint">${fill(words.longest, { time: durationIn(stop.longest, language) })}</p>
          <div class="field">
            <label class="label" for="law-${key}">${words.under}</label>
            <select class="input" id="law-${key}" name="law">
              ${allowed.map((one) => html`<option value="${one.id}">${one.title[language]}</option>`)}
            </select>
          </div>`
      }
      <div class="field">
        <label class="label" for="why-${key}">${words.why}</label>
        <textarea class="input" id="why-${key}" name="reason" rows="2" required maxlength="2000" dir="auto"></textarea>
      </div>
      <button class="button button-quiet" name="action" value="${isByHand ? 'continue' : 'stop'}">${isByHand ? words.goOn : words.stop}</button>
    </form>
  </details>`
}

export async function postClock(clerk: Clerk, reply: FastifyReply, reference: string): Promise<FastifyReply> {
  const { request, engine, actor } = clerk
  const { row } = orThrow(await engine.getInstance(actor, reference))
  const [deadline, reason] = [field(request.body, 'clock'), field(request.body, 'reason').trim()]
  const isStop = field(request.body, 'action') !== 'continue'
  const legalBasis = field(request.body, 'law')
  orThrow(
    isStop
      ? await engine.stopClock(actor, row.id, { deadline, legalBasis, reason })
      : await engine.continueClock(actor, row.id, { deadline, reason }),
  )
  const back = localPath(field(request.body, 'back')) ?? `${URLS.deskApplication(row.reference)}?part=history`
  return redirect(request, reply, back, { tone: 'good', text: isStop ? TERM_WORDS.stoppedNow : TERM_WORDS.goesOnNow })
}
