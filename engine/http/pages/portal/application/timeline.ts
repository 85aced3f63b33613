/** What happened to an application, one line each: a table from kind of entry to its sentence. */
import { documentTitle } from '../../../../core/document.ts'
import type { TimelineEntry } from '../../../../core/timeline/timeline.ts'
import type { Language } from '../../../../core/text.ts'
import { termEntry } from '../../deadline/entry.ts'
import { moment, shortDay, shortLastDay } from '../../frame/dates.ts'
import { fill, html, type Html, type Part } from '../../frame/html.ts'
import { wordsIn } from '../../frame/language.ts'
import { holderIn } from './holder.ts'
import { moneyIn } from './money.ts'
import { TIMELINE_WORDS } from './words.ts'

type Kind = TimelineEntry['kind']
type EntryOf<K extends Kind> = Extract<TimelineEntry, { readonly kind: K }>
type Teller<K extends Kind> = (entry: EntryOf<K>, language: Language) => Line

interface Line {
  readonly says: Part
  readonly more?: readonly Part[]
  readonly isOpen?: boolean
}

const plain =
  (word: keyof typeof TIMELINE_WORDS) =>
  (_: TimelineEntry, language: Language): Line => ({ says: TIMELINE_WORDS[word][language] })

const TELLERS: { readonly [K in Kind]: Teller<K> } = {
  received: ({ consent }, language) => ({
    says: TIMELINE_WORDS.received[language],
    more: [consent && TIMELINE_WORDS[`consent_${consent}`][language]],
  }),
  held: plain('held'),
  goesOn: plain('goesOn'),
  over: plain('over'),
  calledOff: plain('calledOff'),
  refused: plain('refused'),
  reached: ({ name }, language) => ({ says: fill(TIMELINE_WORDS.reached[language], { name: name[language] }) }),
  paper: ({ name }, language) => ({
    says: fill(TIMELINE_WORDS.paper[language], { name: documentTitle(name)[language] }),
  }),
  termStopped: termEntry,
  termContinued: termEntry,
  termMoved: termEntry,
  step({ name, holder, due, ended }, language) {
    const say = wordsIn(TIMELINE_WORDS, language)
    const by = fill(say.stepBy, { holder: holderIn(holder, language) })
    const outcome = ended ? (ended.outcome === 'done' ? say.stepDone : say.stepCalledOff) : say.stepNow
    const until = due !== undefined && !ended && html` · ${fill(say.untilDay, { day: shortLastDay(due, language) })}`
    return { says: name[language], more: [html`${by} · ${outcome}${until}`], isOpen: !ended }
  },
  asked({ name, question, due, ended }, language) {
    const say = wordsIn(TIMELINE_WORDS, language)
    const answered =
      ended?.outcome === 'answered' ? fill(say.answered, { day: shortDay(ended.at, language) }) : ended && say.lapsed
    return {
      says: fill(say.asked, { name: name[language] }),
      more: [
        question !== undefined && fill(say.question, { question }),
        answered ?? (due !== undefined && fill(say.untilDay, { day: shortLastDay(due, language) })),
      ],
      isOpen: !ended,
    }
  },
  fee({ change, money, billNo, receiptNo = '' }, language) {
    const say = wordsIn(TIMELINE_WORDS, language)
    const word = { asked: say.feeAsked, paid: say.feePaid, notPaid: say.feeNotPaid, unknown: say.feeUnknown }[change]
    return {
      says: fill(word, { money: moneyIn(money, language), bill: billNo, receipt: receiptNo }),
      isOpen: change === 'unknown',
    }
  },
  refund({ change, money }, language) {
    const say = wordsIn(TIMELINE_WORDS, language)
    const word = { asked: say.refundAsked, given: say.refundGiven, notTaken: say.refundNotTaken }[change]
    return { says: fill(word, { money: moneyIn(money, language) }) }
  },
}

export function timelineHtml(entries: readonly TimelineEntry[], language: Language): Html {
  return html`<ol class="timeline">
    ${entries.map((entry) => {
      const teller = TELLERS[entry.kind] as Teller<Kind>
      const { says, more = [], isOpen = false } = teller(entry, language)
      return html`<li class="${isOpen ? 'open' : 'done'}">
        <p class="says">${says}</p>
        ${more.map((one) => one !== false && one !== undefined && html`<p class="hint">${one}</p>`)}
        <p class="hint">${moment(entry.at, language)}</p>
      </li>`
    })}
  </ol>`
}
