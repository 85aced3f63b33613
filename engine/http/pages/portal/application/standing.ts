/** How an application stands and what its applicant has to do now: a table from kind of standing to its words. */
import { bilingual } from '../../../../core/bilingual.ts'
import type { ClockView } from '../../../../commands/clocks.ts'
import type { Charge } from '../../../../core/charge.ts'
import { isJsonObject } from '../../../../core/json.ts'
import type {
  AskedEntry,
  FeeEntry,
  RefusedEntry,
  Standing,
  StepEntry,
  Term,
} from '../../../../core/timeline/timeline.ts'
import type { RunningTerm } from '../../../../core/timeline/terms.ts'
import type { Language } from '../../../../core/text.ts'
import { day, lastDay, moment, shortDay } from '../../frame/dates.ts'
import { fill, html, type Html, type Part } from '../../frame/html.ts'
import { accountHtml, articleIn, lawIn } from '../../deadline/account.ts'
import { wordsIn } from '../../frame/language.ts'
import { URLS } from '../../urls.ts'
import { counted, durationIn } from '../../../../core/counted.ts'
import { holderIn } from './holder.ts'
import { moneyIn } from './money.ts'
import { STANDING_WORDS } from './words.ts'

export interface Reader {
  readonly language: Language
  readonly now: number
  readonly charges: readonly Charge[]
  readonly terms: readonly RunningTerm[]
  /** How their clocks stand. */
  readonly clocks?: readonly ClockView[]
  /** The page of the switch on which this charge can be paid, where it has one. */
  payerPage(charge: string): string | undefined
}

type Kind = Standing['kind']
type Teller<K extends Kind> = (standing: Extract<Standing, { readonly kind: K }>, reader: Reader) => Html

const TELLERS: { readonly [K in Kind]: Teller<K> } = {
  answer: ({ asked }, reader) =>
    panel(
      'warn',
      STANDING_WORDS.answer[reader.language],
      asked.map((it) => question(it, reader)),
    ),
  pay: ({ fee }, reader) => panel('warn', STANDING_WORDS.pay[reader.language], payment(fee, reader)),
  verifying({ fee: { money, billNo } }, { language }) {
    const say = wordsIn(STANDING_WORDS, language)
    const says = fill(say.verifyingSays, { money: moneyIn(money, language), bill: billNo })
    return panel('warn', say.verifying, html`<p>${says}</p>`)
  },
  with: ({ steps }, reader) => html`${steps.map((step) => held(step, reader))}`,
  waiting({ for: names, since }, { language }) {
    const say = wordsIn(STANDING_WORDS, language)
    const what = names.map((name) => name[language]).join(language === 'ar' ? '، أو ' : ', or ')
    return panel(
      '',
      fill(say.waiting, { what }),
      html`<p>${fill(say.waitingSince, { since: shortDay(since, language) })} ${say.nothing}</p>`,
    )
  },
  held: (_, { language }) =>
    panel('warn', STANDING_WORDS.held[language], html`<p>${STANDING_WORDS.heldSays[language]}</p>`),
  fault({ since }, { language }) {
    const say = wordsIn(STANDING_WORDS, language)
    return panel('warn', say.fault, html`<p>${fill(say.faultSays, { since: moment(since, language) })}</p>`)
  },
  calledOff: (_, { language }) => panel('bad', STANDING_WORDS.calledOff[language], undefined),
  decided({ by, isOver }, { language }) {
    const say = wordsIn(STANDING_WORDS, language)
    if (by?.kind === 'refused') return refused(by, language)
    const heading = by ? fill(say.reached, { name: by.name[language] }) : isOver ? say.over : say.handled
    return panel('good', heading, html`<p>${say.nothing}</p>`)
  },
}

export function standingHtml(standing: Standing, reader: Reader): Html {
  const teller = TELLERS[standing.kind] as Teller<Kind>
  return teller(standing, reader)
}

/** The terms of law that run for it, each with its day or since when it stands still. */
export function termsHtml({ language, now, terms, clocks = [] }: Reader): Html | false {
  const say = wordsIn(STANDING_WORDS, language)
  const row = ({ clock: id, deadline: { title, duration }, legalBasis, due, stoppedSince }: RunningTerm): Html => {
    const clock = clocks.find((one) => one.id === id)
    const hand = clock?.stoppedByHand
    const isLate = due !== undefined && due < now
    const sentence = stoppedSince !== undefined ? say.standsStill : isLate ? say.runsLate : say.runs
    const until = stoppedSince === undefined ? due && lastDay(due, language) : day(stoppedSince, language)
    const gaps = { term: title[language], duration: durationIn(duration, language), day: until }
    const law = legalBasis && lawIn(legalBasis, language)
    const stopped =
      hand &&
      fill(say.standsByHand, {
        day: lastDay(hand.until, language),
        law: articleIn(clock.articles, hand.legalBasis, language),
        reason: html`<bdi>${hand.reason}</bdi>`,
      })
    return html`<li>
      ${fill(sentence, gaps)} ${stopped && html`<br />${stopped}`}
      ${law !== undefined && html`<br />${fill(say.article, { law })}`}
      ${clock && html`<details><summary>${say.why}</summary>${accountHtml(clock, language)}</details>`}
    </li>`
  }
  return terms.length > 0 && html`<ul class="terms">${terms.map(row)}</ul>`
}

const panel = (tone: '' | 'good' | 'warn' | 'bad', heading: Part, content: Part): Html =>
  html`<div class="notice${tone === '' ? '' : ` notice-${tone}`} standing"><h3>${heading}</h3>${content}</div>`

function question({ task, name, question: asked, due }: AskedEntry, { language }: Reader): Html {
  const say = wordsIn(STANDING_WORDS, language)
  return html`<p>${name[language]}</p>
    ${asked !== undefined && html`<blockquote dir="auto">${asked}</blockquote>`}
    ${due !== undefined && html`<p>${fill(say.answerUntil, { day: lastDay(due, language) })}</p>`}
    <p><a class="button" href="${URLS.myTask(task)}">${say.answerNow}</a></p>`
}

function payment({ charge, money, billNo, expires }: FeeEntry, reader: Reader): Html {
  const { language } = reader
  const say = wordsIn(STANDING_WORDS, language)
  const page = reader.payerPage(charge)
  const known = reader.charges.find(({ id }) => id === charge)
  const to = payerOf(known)
  const what = bilingual(known?.note ?? '')[language]
  return html`${what !== '' && html`<p><strong>${what}</strong></p>`}<p>${fill(say.payHow, { money: moneyIn(money, language), day: lastDay(expires, language) })}</p>
    <ul>
      ${to !== undefined && html`<li>${fill(say.payRequest, { to: html`<span dir="ltr">${to}</span>` })}</li>`}
      <li>${fill(say.payCash, { bill: billNo })}</li>
    </ul>
    ${page !== undefined && html`<p><a class="button" href="${page}">${say.payPage}</a></p>`}
    <p class="hint">${say.payOnce}</p>`
}

/** As the switch knows the payer: the last digits of a telephone, identity or account number. */
function payerOf(charge: Charge | undefined): string | undefined {
  const party: unknown = charge && JSON.parse(charge.payer)
  const id = isJsonObject(party) ? party['partyIdentifier'] : undefined
  return typeof id === 'string' && id.length > 4 ? `…${id.slice(-4)}` : undefined
}

function held({ name, holder, at, due, term }: StepEntry, { language, now, terms }: Reader): Html {
  const isToldBelow = terms.some(({ deadline }) => deadline.id === term?.deadline.id)
  const say = wordsIn(STANDING_WORDS, language)
  return panel(
    '',
    fill(say.with, { holder: holderIn(holder, language) }),
    html`<p>${fill(say.withStep, { step: name[language], since: shortDay(at, language) })} ${say.nothing}</p>
      ${due !== undefined && html`<p>${fill(due < now ? say.overdue : say.due, { day: lastDay(due, language) })}</p>`}
      ${term && !isToldBelow && termHtml(term, language)}`,
  )
}

function termHtml({ deadline: { title, duration }, legalBasis }: Term, language: Language): Html {
  const say = wordsIn(STANDING_WORDS, language)
  const law = legalBasis && lawIn(legalBasis, language)
  return html`<p class="hint">
    ${fill(say.term, { term: title[language], duration: durationIn(duration, language) })}
    ${law !== undefined && fill(say.article, { law })}
  </p>`
}

function refused({ grounds, appeal, feeStatement }: RefusedEntry, language: Language): Html {
  const say = wordsIn(STANDING_WORDS, language)
  return panel(
    'bad',
    say.refused,
    html`<h4>${say.grounds}</h4>
      <ul>
        ${grounds.map(
          ({ text, article, detail }) =>
            html`<li>
              ${text[language]} ${detail?.[language]}
              ${article && html`<br />${fill(say.article, { law: article[language] })}`}
            </li>`,
        )}
      </ul>
      ${feeStatement && html`<p>${feeStatement[language]}</p>`}
      ${
        appeal &&
        html`<h4>${say.appeal}</h4>
          <p>
            ${fill(say.appealSays, {
              days: counted(appeal.days, 'day', language),
              day: lastDay(appeal.until, language),
              to: appeal.to[language],
            })}
          </p>
          <p>${say.appealKeep}</p>`
      }`,
  )
}
