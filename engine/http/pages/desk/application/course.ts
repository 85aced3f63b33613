/** What happened to an application, for a clerk: its course, what was paid, what other agencies were asked. */
import type { Charge } from '../../../../core/charge.ts'
import { documentTitle } from '../../../../core/document.ts'
import type { BusCallRow, CallOutcome } from '../../../../core/evidence.ts'
import type { Holder, TermEntry, Timeline, TimelineEntry } from '../../../../core/timeline/timeline.ts'
import type { Text } from '../../../../core/text.ts'
import type { JsonValue } from '../../../../core/json.ts'
import { leavesOf, type RegisterReplies } from '../../../../core/register-reply.ts'
import { termEntry } from '../../deadline/entry.ts'
import { moment } from '../../frame/dates.ts'
import { bdi, fill, html, type Html, type Part } from '../../frame/html.ts'
import type { Clerk } from '../clerk.ts'
import { line } from './line.ts'
import { COURSE_WORDS, TERM_WORDS } from './words.ts'
import { CHARGE_WORDS } from '../words.ts'

export function courseHtml(clerk: Clerk, { entries }: Timeline): Html {
  return html`<h2>${clerk.say.course}</h2>
    <ol class="timeline">
      ${entries.map((entry) => html`<li class="${isOver(entry) ? 'done' : ''}">${entryHtml(clerk, entry)}</li>`)}
    </ol>`
}

const isOver = (entry: TimelineEntry): boolean =>
  entry.kind === 'step' || entry.kind === 'asked' ? entry.ended !== undefined : true

/** Ended after it was due, or not ended though it is. */
function isLate({ engine }: Clerk, entry: TimelineEntry): boolean {
  if (entry.kind !== 'step' && entry.kind !== 'asked') return false
  return entry.due !== undefined && (entry.ended?.at ?? engine.deps.clock.now()) > entry.due
}

function entryHtml(clerk: Clerk, entry: TimelineEntry): Html {
  const { language } = clerk
  return html`<p><strong>${saidOf(clerk, entry)}</strong>${isLate(clerk, entry) && html` <span class="tag tag-bad">${TERM_WORDS.late[language]}</span>`}</p>
    <p class="hint">
      ${moment(entry.at, language)}${'ended' in entry && entry.ended && html` – ${moment(entry.ended.at, language)}`}
      ${entry.kind === 'step' && html` · ${holderText(clerk, entry.holder)}`}
      ${(entry.kind === 'step' || entry.kind === 'asked') && entry.due !== undefined && html` · ${fill(clerk.say.dueAt, { day: moment(entry.due, language) })}`}
    </p>
    ${isOfTerm(entry) && html`<ul>${termEntry(entry, language).more.map((one) => html`<li>${one}</li>`)}</ul>`}
    ${entry.kind === 'asked' && entry.question !== undefined && html`<p dir="auto">${entry.question}</p>`}
    ${entry.kind === 'refused' && html`<ul>${entry.grounds.map(({ text, article }) => html`<li>${text[language]}${article && html` (${article[language]})`}</li>`)}</ul>`}`
}

const isOfTerm = (entry: TimelineEntry): entry is TermEntry =>
  entry.kind === 'termStopped' || entry.kind === 'termContinued' || entry.kind === 'termMoved'

function saidOf({ language }: Clerk, entry: TimelineEntry): Part {
  const word = (text: Text): string => text[language]
  switch (entry.kind) {
    case 'step':
    case 'asked':
    case 'reached':
      return word(entry.name)
    case 'fee':
      return html`${word(COURSE_WORDS[`fee_${entry.change}`])} ${bdi(`${entry.money.amount} ${entry.money.currency}`)}`
    case 'refund':
      return html`${word(COURSE_WORDS[`refund_${entry.change}`])} ${bdi(`${entry.money.amount} ${entry.money.currency}`)}`
    case 'paper':
      return html`${word(COURSE_WORDS.paper)} ${bdi(documentTitle(entry.name)[language])}`
    case 'termStopped':
    case 'termContinued':
    case 'termMoved':
      return termEntry(entry, language).says
    default:
      return word(COURSE_WORDS[entry.kind])
  }
}

function holderText({ language }: Clerk, holder: Holder): Part {
  if (holder.kind === 'role') return holder.titles.map((title) => title[language]).join(language === 'ar' ? '، ' : ', ')
  if (holder.kind === 'register') return html`${COURSE_WORDS.register[language]} ${bdi(holder.service)}`
  return COURSE_WORDS[`holder_${holder.kind}`][language]
}

export function paymentsHtml({ say, language }: Clerk, charges: readonly Charge[]): Html {
  if (charges.length === 0) return html``
  return html`<h2>${say.payments}</h2>
    <ul class="list">
      ${charges.map(
        ({ money, billNo, state, receiptNo, changedAt }) =>
          html`<li>
            <strong>${bdi(`${money.amount} ${money.currency}`)}</strong>
            <span class="tag ${state === 'committed' ? 'tag-good' : ''}">${CHARGE_WORDS[state][language]}</span>
            <p class="hint">
              ${fill(say.bill, { number: billNo })}${receiptNo !== undefined && html` · ${fill(say.receipt, { number: receiptNo })}`} · ${moment(changedAt, language)}
            </p>
          </li>`,
      )}
    </ul>`
}

const OUTCOME_WORDS = {
  answered: 'callAnswered',
  notFound: 'callNotFound',
  notDelivered: 'callNotDelivered',
  ambiguous: 'callAmbiguous',
  refused: 'callRefused',
} as const satisfies Readonly<Record<CallOutcome, string>>

const MOST_LEAVES = 100

/** What a register answered, as it came: for who has to judge it. */
function replyHtml({ say }: Clerk, reply: JsonValue | undefined): Html {
  const leaves = reply === undefined ? [] : leavesOf(reply, MOST_LEAVES)
  if (leaves.length === 0) return html``
  return html`<details>
    <summary>${say.reply}</summary>
    <dl class="summary">
      ${leaves.map(({ path, value }) => line(html`<bdi dir="ltr" class="code">${path}</bdi>`, html`<bdi>${value}</bdi>`))}
    </dl>
  </details>`
}

export function registersHtml(clerk: Clerk, calls: readonly BusCallRow[], replies: RegisterReplies): Html {
  const { say, language } = clerk
  if (calls.length === 0) return html``
  return html`<h2>${say.registers}</h2>
    <ul class="list">
      ${calls.map(
        ({ service, outcome, at, messageId, responseDigest }) =>
          html`<li>
            <bdi dir="ltr" class="code">${service}</bdi>
            <span class="tag ${outcome === 'answered' ? 'tag-good' : 'tag-warn'}">${say[OUTCOME_WORDS[outcome]]}</span>
            <p class="hint">
              ${moment(at, language)} · ${fill(say.callNumber, { number: messageId })}${
                responseDigest !== undefined && html`<br /><bdi dir="ltr" class="code">sha-256 ${responseDigest}</bdi>`
              }
            </p>
            ${outcome === 'answered' && replyHtml(clerk, replies.get(messageId))}
          </li>`,
      )}
    </ul>`
}
