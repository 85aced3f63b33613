/** What changed by an answer, shown in the page: questions that come and go, words beside them, what is offered to choose from. */
import type { Body } from '../decode.ts'
import type { Changes, QuestionView } from './changes.ts'

type Choices = NonNullable<QuestionView['choices']>

export function bodyOf(form: HTMLFormElement): Body {
  const body: Record<string, string[]> = {}
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') (body[name] ??= []).push(value)
  return body
}

/** @returns whether something came or went */
export function showChanges(form: HTMLFormElement, { hidden, questions }: Changes): boolean {
  let changed = false
  for (const element of form.querySelectorAll<HTMLFieldSetElement>('fieldset[data-key]')) {
    const now = hidden.get(element.dataset['key'] ?? '')
    if (now === undefined || (element.hidden === now && element.disabled === now)) continue
    element.hidden = now
    element.disabled = now
    changed = true
  }
  for (const element of form.querySelectorAll<HTMLElement>('[data-place]')) {
    const view = questions.get(element.dataset['place'] ?? '')
    if (view !== undefined) changed = show(element, view) || changed
  }
  return changed
}

/** @returns whether what was chosen is no longer offered */
function show(element: HTMLElement, view: QuestionView): boolean {
  const own = (selector: string): HTMLElement | undefined =>
    [...element.querySelectorAll<HTMLElement>(selector)].find((it) => it.closest('[data-place]') === element)
  const optional = own('[data-optional]')
  if (optional !== undefined) optional.hidden = !view.optional
  const shown = own('[data-shown]')
  if (shown !== undefined && view.shown !== undefined) shown.textContent = view.shown
  const hijri = own('[data-hijri]')
  if (hijri !== undefined) {
    hijri.hidden = view.hijri === undefined
    const day = hijri.querySelector('bdi')
    if (day !== null) day.textContent = view.hijri ?? ''
  }
  for (const input of element.querySelectorAll<HTMLInputElement>('input.input, textarea'))
    if (input.closest('[data-place]') === element) input.readOnly = view.readonly
  const says = own('[data-asking-says]')
  if (says !== undefined && view.asking !== undefined && says.textContent !== view.asking.says)
    says.textContent = view.asking.says
  if (view.choices === undefined) return false
  return offer(own, view.choices)
}

// By name, since the form may stand in another window than this script, with classes of its own: the preview of the designer.
const isHtml = (it: Element): it is HTMLElement => 'dataset' in it
const isSelect = (it: HTMLElement): it is HTMLSelectElement => it.localName === 'select'
const isDatalist = (it: HTMLElement): it is HTMLDataListElement => it.localName === 'datalist'

/** Other answers may change what is offered; what was chosen stays where it is still there. */
function offer(own: (selector: string) => HTMLElement | undefined, choices: Choices): boolean {
  const select = own('select')
  if (select !== undefined && isSelect(select)) return offerInSelect(select, choices)
  const datalist = own('datalist')
  if (datalist !== undefined && isDatalist(datalist)) return offerInSearch(datalist, choices)
  const group = own('.choices')
  return group !== undefined && offerInGroup(group, choices)
}

const isAlike = (now: readonly string[], choices: readonly string[]): boolean => now.join('\n') === choices.join('\n')

function offerInSelect(select: HTMLSelectElement, choices: Choices): boolean {
  const now = [...select.options].slice(1).map(({ value }) => value)
  if (isAlike(now, valuesOf(choices))) return false
  const chosen = select.value
  const [first] = select.options
  select.replaceChildren(
    ...(first === undefined ? [] : [first]),
    ...choices.map(({ value, label }) => new Option(label, value)),
  )
  select.value = choices.some(({ value }) => value === chosen) ? chosen : ''
  return select.value !== chosen
}

function offerInSearch(datalist: HTMLDataListElement, choices: Choices): boolean {
  const labels = choices.map(({ label }) => label)
  const now = [...datalist.options].map(({ value }) => value)
  if (isAlike(now, labels)) return false
  datalist.replaceChildren(
    ...labels.map((label) => {
      const option = document.createElement('option')
      option.value = label
      return option
    }),
  )
  return false
}

/** Radios, and boxes where several may be ticked: those that stay are kept as they are, with whatever stands on them. */
function offerInGroup(group: HTMLElement, choices: Choices): boolean {
  const rows = [...group.children].filter(isHtml)
  const inputs = rows.map((row) => row.querySelector('input'))
  if (
    isAlike(
      inputs.map((it) => it?.value ?? ''),
      valuesOf(choices),
    )
  )
    return false
  const chosen = inputs.flatMap((it) => (it?.checked === true ? [it.value] : []))
  const { name = '', type = '', id = '' } = group.dataset
  const fresh = choices.map(({ value, label }, index) => {
    const known = rows[inputs.findIndex((it) => it?.value === value)]
    const row = known ?? rowOf(name, type, value, label)
    number(row, `${id}-${String(index + 1)}`)
    return row
  })
  group.replaceChildren(...fresh)
  return chosen.some((value) => !choices.some((it) => it.value === value))
}

const valuesOf = (choices: Choices): readonly string[] => choices.map(({ value }) => value)

function rowOf(name: string, type: string, value: string, words: string): HTMLElement {
  const row = document.createElement('div')
  row.className = 'choice'
  const input = document.createElement('input')
  Object.assign(input, { type, name, value })
  const label = document.createElement('label')
  label.textContent = words
  row.append(input, label)
  return row
}

/** As the server counts them. */
function number(row: Element, id: string): void {
  const input = row.querySelector('input')
  const label = row.querySelector('label')
  if (input) input.id = id
  if (label) label.htmlFor = id
}
