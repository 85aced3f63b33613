/** What the server found wrong with answers, told at the questions of the form in the reader's language. */
import type { Finding } from '../../engine/core/problem.ts'
import type { Language } from '../../engine/core/text.ts'
import type { Fault } from '../../forms/fault.ts'
import type { ElementView, FormView } from '../../forms/view.ts'

const ANSWERS = 'answers/'

const placeOf = ({ place = '' }: Finding): string => (place === '/' ? '' : place)

export const findingsFaults = (findings: readonly Finding[]): readonly Fault[] =>
  findings
    .filter(({ rule }) => rule.startsWith(ANSWERS))
    .map((finding) => ({ place: placeOf(finding), code: finding.rule.slice(ANSWERS.length), params: {} }))

/** The server's own sentences, which know what each rule asks. */
export function withSentences(view: FormView, findings: readonly Finding[], language: Language): FormView {
  const said = new Map(
    findings.map((it) => [placeOf(it), language === 'ar' ? (it.messageAr ?? it.message) : it.message] as const),
  )
  if (said.size === 0) return view
  return {
    ...view,
    errors: view.errors.map((error) => ({ ...error, text: said.get(error.place) ?? error.text })),
    elements: view.elements.map((element) => toldAt(element, said)),
  }
}

function toldAt(element: ElementView, said: ReadonlyMap<string, string>): ElementView {
  const { name, error, elements, entries } = element
  const inner = (list: unknown): readonly ElementView[] =>
    (list as readonly ElementView[]).map((it) => toldAt(it, said))
  return {
    ...element,
    ...(error !== undefined && typeof name === 'string' && said.has(name) ? { error: said.get(name) } : {}),
    ...(Array.isArray(elements) ? { elements: inner(elements) } : {}),
    ...(Array.isArray(entries)
      ? {
          entries: entries.map((it: { readonly elements: unknown }) => ({ ...it, elements: inner(it.elements) })),
        }
      : {}),
  }
}
