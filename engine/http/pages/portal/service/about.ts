/** What a package says of its service, in the order in which a citizen asks. */
import { compiledForm, startForm } from '../../../../commands/services.ts'
import type { CheckedPackage } from '../../../../core/package/package.ts'
import { isProblem } from '../../../../core/problem.ts'
import type { ServiceFigures } from '../../../../core/service-figures.ts'
import type { Language, Text } from '../../../../core/text.ts'
import type { CompiledForm, Field } from '../../../../../forms/form.ts'
import { fill, html, type Html, type Part } from '../../frame/html.ts'
import { wordsIn } from '../../frame/language.ts'
import { durationIn, elapsed } from '../counted.ts'
import { SERVICE_WORDS } from './words.ts'

export function aboutService(
  service: CheckedPackage,
  figures: ServiceFigures | undefined,
  language: Language,
): readonly Html[] {
  const say = wordsIn(SERVICE_WORDS, language)
  const { workflow } = service
  const forms = formsOf(service)
  const confirmed = (verified: boolean): Part => !verified && html` <span class="tag">${say.unverified}</span>`
  const section = (title: string, content: Part): Html => html`<section><h2>${title}</h2>${content}</section>`
  const items = (all: readonly Part[]): Html => html`<ul>${all.map((one) => html`<li>${one}</li>`)}</ul>`
  const law = (id: string | undefined): Text | undefined => workflow.legalBasis?.find((one) => one.id === id)?.title
  const agreements = workflow.dataAgreements ?? []
  const fees = workflow.fees ?? []
  return [
    section(say.steps, html`<ol>${stepsOf(service, forms, language).map((one) => html`<li>${one}</li>`)}</ol>`),
    section(say.papers, papers(forms, language)),
    section(
      say.fees,
      fees.length === 0
        ? html`<p>${say.noFees}</p>`
        : items(fees.map(({ title, verified }) => [title[language], confirmed(verified)])),
    ),
    section(say.real, html`<p>${real(figures, language)}</p>`),
    ...((workflow.deadlines ?? []).length > 0
      ? [
          section(
            say.times,
            html`<dl class="summary">
              ${workflow.deadlines?.map(
                ({ title, duration, verified }) =>
                  html`<div>
                    <dt>${title[language]}</dt>
                    <dd>${durationIn(duration, language)}${confirmed(verified)}</dd>
                  </div>`,
              )}
            </dl>`,
          ),
        ]
      : []),
    ...(agreements.length > 0
      ? [
          section(
            say.data,
            items(
              agreements.map(({ purpose, legalBasis }) => {
                const basis = law(legalBasis)
                return [
                  purpose[language],
                  basis && html`<br /><span class="hint">${fill(say.dataUnder, { law: basis[language] })}</span>`,
                ]
              }),
            ),
          ),
        ]
      : []),
    ...((workflow.legalBasis ?? []).length > 0
      ? [
          section(
            say.law,
            items(
              (workflow.legalBasis ?? []).map(({ title, article, verified }) => [
                title[language],
                article && html`: ${article[language]}`,
                confirmed(verified),
              ]),
            ),
          ),
        ]
      : []),
    ...((workflow.retention ?? []).length > 0
      ? [
          section(
            say.kept,
            html`<dl class="summary">
              ${workflow.retention?.map(
                ({ what, duration }) =>
                  html`<div><dt>${what[language]}</dt><dd>${durationIn(duration, language)}</dd></div>`,
              )}
            </dl>`,
          ),
        ]
      : []),
  ]
}

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

function papers(forms: readonly CompiledForm[], language: Language): Html {
  const say = wordsIn(SERVICE_WORDS, language)
  const asked = forms.flatMap(({ top }) => top)
  const optional = (it: Field): Part => !it.required && html` <span class="hint">(${say.optional})</span>`
  const files = asked.filter(({ kind }) => FILES.has(kind))
  const others = asked.filter(({ kind }) => !FILES.has(kind) && kind !== 'declaration')
  const row = (it: Field): Html => html`<li>${it.text.label[language]}${optional(it)}</li>`
  return html`${files.length === 0 ? html`<p>${say.papersNone}</p>` : html`<ul>${files.map(row)}</ul>`}
    <details>
      <summary>${say.questions}</summary>
      <ul>
        ${others.map(row)}
      </ul>
    </details>`
}

/** Kinds of fields that hold a file. */
const FILES: ReadonlySet<string> = new Set(['file', 'files'])

function real(figures: ServiceFigures | undefined, language: Language): Html {
  const say = wordsIn(SERVICE_WORDS, language)
  if (figures?.median === undefined || figures.slow === undefined) return html`${say.realNone}`
  return fill(say.realSays, { median: elapsed(figures.median, language), slow: elapsed(figures.slow, language) })
}
