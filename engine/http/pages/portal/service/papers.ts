/** What a citizen needs at hand: documents to begin with, documents a later step may ask for, and what is asked in words. */
import { compiledForm } from '../../../../commands/services.ts'
import type { CheckedPackage } from '../../../../core/package/package.ts'
import type { Language } from '../../../../core/text.ts'
import type { CompiledForm, Field } from '../../../../../forms/form.ts'
import { html, type Html, type Part } from '../../frame/html.ts'
import { wordsIn } from '../../frame/language.ts'
import { SERVICE_WORDS } from './words.ts'

export function papers(service: CheckedPackage, beginnings: readonly CompiledForm[], language: Language): Html {
  const say = wordsIn(SERVICE_WORDS, language)
  const optional = ({ required }: Field): Part => !required && html` <span class="hint">(${say.optional})</span>`
  const row = (it: Field): Html => html`<li>${it.text.label[language]}${optional(it)}</li>`
  const list = (all: readonly Field[]): Html =>
    html`<ul>
      ${all.map(row)}
    </ul>`
  const first = filesIn(beginnings)
  const named = new Set(first.map(labelOf))
  const later = filesIn(laterForms(service, beginnings)).filter((it) => !named.has(labelOf(it)))
  const others = beginnings.flatMap(({ top }) => top).filter(({ kind }) => !FILES.has(kind) && kind !== 'declaration')
  return html`${first.length > 0 ? list(first) : html`<p>${later.length > 0 ? say.papersLater : say.papersNone}</p>`}
    ${later.length > 0 && first.length > 0 && html`<p>${say.papersAlso}</p>`} ${later.length > 0 && list(later)}
    <details>
      <summary>${say.questions}</summary>
      ${list(others)}
    </details>`
}

const FILES: ReadonlySet<string> = new Set(['file', 'files'])

const labelOf = ({ text }: Field): string => text.label.ar

/** Those inside groups and rows too, each paper once. */
function filesIn(forms: readonly CompiledForm[]): readonly Field[] {
  const files = forms.flatMap(({ fields }) => [...fields.values()]).filter(({ kind }) => FILES.has(kind))
  return [...new Map(files.map((it) => [labelOf(it), it])).values()]
}

/** The forms of steps that go to one person by name: the applicant's own, where the office's go to groups. */
function laterForms({ programs, forms }: CheckedPackage, beginnings: readonly CompiledForm[]): readonly CompiledForm[] {
  const begun = new Set(beginnings.map(({ source }) => source.id))
  const names = [...programs.values()].flatMap(({ elements }) =>
    elements.flatMap((it) =>
      it.kind === 'userTask' && it.task.assignee !== undefined && it.task.form !== undefined ? [it.task.form] : [],
    ),
  )
  return [...new Set(names)].flatMap((name) => {
    const form = begun.has(name) ? undefined : forms.get(name)
    return form === undefined ? [] : [compiledForm(form)]
  })
}
