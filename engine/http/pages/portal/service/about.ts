/** What a package says of its service, in the order in which a citizen asks. */
import { applicantsOf } from '../../../../core/applicant.ts'
import { compiledForm, startForm } from '../../../../commands/services.ts'
import type { FeePrice } from '../../../../core/package/fee-example.ts'
import type { CheckedPackage } from '../../../../core/package/package.ts'
import { isProblem } from '../../../../core/problem.ts'
import type { ServiceFigures } from '../../../../core/service-figures.ts'
import type { Language } from '../../../../core/text.ts'
import type { CompiledForm } from '../../../../../forms/form.ts'
import type { Deadline, Workflow } from '../../../../core/workflow.ts'
import { isZero, type Money } from '../../../../core/money.ts'
import { fill, html, type Html, type Part } from '../../frame/html.ts'
import { wordsIn } from '../../frame/language.ts'
import { moneyIn } from '../application/money.ts'
import { durationIn, elapsed } from '../../../../core/counted.ts'
import { papers } from './papers.ts'
import { SERVICE_WORDS } from './words.ts'

export interface Known {
  readonly figures: ServiceFigures | undefined
  /** What the examples of a fee cost today, by its id. */
  readonly prices: ReadonlyMap<string, readonly FeePrice[]>
}

export function aboutService(service: CheckedPackage, known: Known, language: Language): readonly Html[] {
  const say = wordsIn(SERVICE_WORDS, language)
  const { workflow } = service
  const { fees = [], deadlines = [], dataAgreements = [], legalBasis = [], retention = [] } = workflow
  const forms = formsOf(service)
  const section = (title: string, content: Part): Html => html`<section><h2>${title}</h2>${content}</section>`
  const where = (there: readonly unknown[], title: string, content: () => Part): readonly Html[] =>
    there.length === 0 ? [] : [section(title, content())]
  const applicants = applicantsOf(workflow)
  const who = [
    ...(applicants.includes('person') ? [say.whoPerson] : []),
    ...(applicants.includes('company') ? [say.whoCompany] : []),
  ]
  return [
    section(say.who, items(who)),
    section(say.steps, html`<ol>${stepsOf(service, forms, language).map((one) => html`<li>${one}</li>`)}</ol>`),
    section(say.papers, papers(service, forms, language)),
    section(say.fees, fees.length === 0 ? html`<p>${say.noFees}</p>` : costs(fees, known.prices, language)),
    section(say.real, html`<p>${real(known.figures, language)}</p>`),
    ...where(deadlines, say.times, () => times(deadlines, language)),
    ...where(dataAgreements, say.data, () => asked(workflow, language)),
    ...where(legalBasis, say.law, () => law(legalBasis, language)),
    ...where(retention, say.kept, () => kept(retention, language)),
  ]
}

/** Said once where it holds for all, else beside each. */
interface Confirmed {
  readonly once: Part
  readonly of: (entry: { readonly verified: boolean }) => Part
}

function confirmedIn(entries: readonly { readonly verified: boolean }[], language: Language): Confirmed {
  const { unverified, unverifiedAll } = wordsIn(SERVICE_WORDS, language)
  if (entries.length > 1 && entries.every(({ verified }) => !verified))
    return { once: html`<p><span class="tag">${unverifiedAll}</span></p>`, of: () => false }
  return { once: false, of: ({ verified }) => !verified && html` <span class="tag">${unverified}</span>` }
}

const items = (all: readonly Part[]): Html => html`<ul>${all.map((one) => html`<li>${one}</li>`)}</ul>`

function costs(fees: NonNullable<Workflow['fees']>, prices: Known['prices'], language: Language): Html {
  const { once, of } = confirmedIn(fees, language)
  return html`${once}${fees.map((fee) => {
    const examples = prices.get(fee.id) ?? []
    const title = html`${fee.title[language]}${of(fee)}`
    return examples.length === 0
      ? html`<p>${title}</p>`
      : html`<h3>${title}</h3>
          <dl class="summary">
            ${examples.map(
              (one) => html`<div><dt>${one.title[language]}</dt><dd>${priceIn(one.price, language)}</dd></div>`,
            )}
          </dl>`
  })}`
}

const priceIn = (price: Money, language: Language): string =>
  isZero(price) ? wordsIn(SERVICE_WORDS, language).free : moneyIn(price, language)

/** What the law promises comes first; steps on the way are there for whoever asks. */
function times(deadlines: readonly Deadline[], language: Language): Html {
  const say = wordsIn(SERVICE_WORDS, language)
  const { once, of } = confirmedIn(deadlines, language)
  const promised = deadlines.filter(({ statutory }) => statutory)
  const others = deadlines.filter(({ statutory }) => !statutory)
  const list = (all: readonly Deadline[]): Html =>
    html`<dl class="summary">
      ${all.map(
        (one) =>
          html`<div>
            <dt>${one.title[language]}</dt>
            <dd>${durationIn(one.duration, language)}${of(one)}</dd>
          </div>`,
      )}
    </dl>`
  if (promised.length === 0 || others.length === 0) return html`${once}${list(deadlines)}`
  return html`${once}${list(promised)}
    <details>
      <summary>${say.timesMore}</summary>
      ${list(others)}
    </details>`
}

function asked({ dataAgreements = [], legalBasis = [] }: Workflow, language: Language): Html {
  const say = wordsIn(SERVICE_WORDS, language)
  return items(
    dataAgreements.map(({ purpose, legalBasis: id }) => {
      const basis = legalBasis.find((one) => one.id === id)?.title
      return [
        purpose[language],
        basis && html`<br /><span class="hint">${fill(say.dataUnder, { law: basis[language] })}</span>`,
      ]
    }),
  )
}

function law(all: NonNullable<Workflow['legalBasis']>, language: Language): Html {
  const { once, of } = confirmedIn(all, language)
  return html`${once}${items(all.map((one) => [one.title[language], one.article && html`: ${one.article[language]}`, of(one)]))}`
}

function kept(all: NonNullable<Workflow['retention']>, language: Language): Html {
  const { once, of } = confirmedIn(all, language)
  return html`${once}<dl class="summary">
      ${all.map(
        (one) => html`<div><dt>${one.what[language]}</dt><dd>${keptFor(one.duration, language)}${of(one)}</dd></div>`,
      )}
    </dl>`
}

/** Nothing of it stays here: "P0D". */
const NOTHING = /^P0+[YMWD]$/

const keptFor = (duration: string, language: Language): string =>
  NOTHING.test(duration) ? wordsIn(SERVICE_WORDS, language).keptNot : durationIn(duration, language)

/** Every form an application may begin with. */
function formsOf(service: CheckedPackage): readonly CompiledForm[] {
  const events = service.workflow.start?.choices?.map(({ event }) => event) ?? [undefined]
  return events.flatMap((event) => {
    const form = startForm(service, event)
    return form === undefined || isProblem(form) ? [] : [compiledForm(form)]
  })
}

function stepsOf({ workflow }: CheckedPackage, forms: readonly CompiledForm[], language: Language): readonly Html[] {
  const say = wordsIn(SERVICE_WORDS, language)
  const comma = language === 'ar' ? '، ' : ', '
  const pages = [...new Set(forms.flatMap((form) => form.pages.flatMap(({ label }) => label?.[language] ?? [])))]
  const purposes = (workflow.dataAgreements ?? []).map(({ purpose }) => purpose[language])
  const holders = Object.values(workflow.roles ?? {}).map((title) => title[language])
  return [
    pages.length === 0 ? html`${say.stepFillBare}` : fill(say.stepFill, { pages: pages.join(comma) }),
    ...(purposes.length === 0 ? [] : [fill(say.stepAsked, { purposes: purposes.join(comma) })]),
    ...((workflow.fees ?? []).length === 0 ? [] : [html`${say.stepPay}`]),
    ...(holders.length === 0 ? [] : [fill(say.stepHandled, { roles: holders.join(comma) })]),
    html`${say.stepFollow}`,
  ]
}

function real(figures: ServiceFigures | undefined, language: Language): Html {
  const say = wordsIn(SERVICE_WORDS, language)
  if (figures?.median === undefined || figures.slow === undefined) return html`${say.realNone}`
  return fill(say.realSays, { median: elapsed(figures.median, language), slow: elapsed(figures.slow, language) })
}
