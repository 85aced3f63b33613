/**
 * A page of the form in a frame of its own where no script may run. What somebody types there stays while the form around it is changed; what is chosen in the outline is in sight, and
 * what is touched in the page is chosen in the outline.
 */
import { useEffect, useRef, useState } from 'preact/hooks'
import frameSheet from '../../../engine/http/pages/frame/frame.css?url'
import formSheet from '../../../forms/html/forms.css?url'
import type { JsonObject } from '../../../engine/core/json.ts'
import type { Language } from '../../../engine/core/text.ts'
import { changesFor } from '../../../forms/browser/changes.ts'
import { liveData } from '../../../forms/browser/live-data.ts'
import { bodyOf, showChanges } from '../../../forms/browser/shown.ts'
import { decode } from '../../../forms/decode.ts'
import type { FormContext } from '../../../forms/form.ts'
import { fieldAt, type Pattern, type Place } from '../../../forms/place.ts'
import { withSamples } from './known-there.ts'
import type { ShownPage } from './shown-page.ts'

export interface GivenFiles {
  readonly place: Place
  readonly files: readonly File[]
}

interface PageProps {
  readonly title: string
  readonly shown: Extract<ShownPage, { kind: 'page' }>
  readonly language: Language
  readonly width: string
  readonly script: boolean
  readonly context: FormContext
  readonly answers: JsonObject
  readonly buttons: { readonly next: string; readonly back: string }
  /** The field that is chosen in the outline. */
  readonly chosen: Pattern | undefined
  /** What was said last of a file, at its question. */
  readonly said: { readonly place: Place; readonly sentence: string } | undefined
  readonly press: (answers: JsonObject, action: string, given?: GivenFiles) => void
  /** What was typed, before it is drawn anew. */
  readonly keep: (answers: JsonObject) => void
  readonly look: (place: Pattern) => void
}

const EMPTY = (language: Language): string =>
  `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><title>-</title><link rel="stylesheet" href="${frameSheet}"><link rel="stylesheet" href="${formSheet}"></head><body><main><form></form></main></body></html>`

export function PageFrame(props: PageProps) {
  const { title, shown, language, width, script, answers, buttons, chosen, said } = props
  const frame = useRef<HTMLIFrameElement>(null)
  const [ready, setReady] = useState(0)
  const { html, page, number, count } = shown
  const now = useRef(props)
  const drawn = useRef<PageProps>()
  now.current = props
  useEffect(() => {
    const holder = formIn(frame.current)
    if (!holder) return
    const before = drawn.current
    drawn.current = now.current
    // The form was changed, and neither the answers nor the page: what is typed meanwhile is taken over first.
    if (before && before.answers === answers && before.shown.page === page && holder.elements.length > 0) {
      const kept = typed(holder, before)
      if (JSON.stringify(kept) !== JSON.stringify(answers)) props.keep(kept)
    }
    const button = (action: string, words: string): string =>
      `<button class="button" type="submit" name="action" value="${action}">${words}</button>`
    const chosenFiles = filesIn(holder)
    // The first button is the one that Enter presses.
    const enter = '<button type="submit" name="action" value="next" hidden></button>'
    holder.innerHTML = `${enter}<div data-drawn>${html}</div>${number > 1 ? button('back', buttons.back) : ''}${number < count ? button('next', buttons.next) : ''}`
    for (const input of fileInputs(holder)) input.files = chosenFiles.get(input.name) ?? input.files
    holder.dataset['script'] = String(script)
    if (script) follow(holder, now.current)
  }, [html, ready, script, number, count])
  useEffect(() => {
    const holder = formIn(frame.current)
    if (holder) mark(holder, props)
  }, [html, ready, chosen, number])
  useEffect(() => {
    const holder = formIn(frame.current)
    if (holder && said) tell(holder, said)
  }, [html, ready, said])
  useEffect(() => listen(formIn(frame.current), () => now.current), [ready])
  return (
    <iframe
      key={language}
      ref={frame}
      title={title}
      class={`fb-frame fb-${width}`}
      sandbox="allow-same-origin"
      srcdoc={EMPTY(language)}
      onLoad={() => {
        drawn.current = undefined
        setReady((it) => it + 1)
      }}
    />
  )
}

const formIn = (frame: HTMLIFrameElement | null): HTMLFormElement | undefined =>
  frame?.contentDocument?.querySelector('form') ?? undefined

/** Its elements are of another window, so no class of ours. */
const isElement = (target: EventTarget | null): target is HTMLElement => target !== null && 'closest' in target
const isInput = (element: Element): element is HTMLInputElement => element.localName === 'input'

function listen(holder: HTMLFormElement | undefined, now: () => PageProps): (() => void) | undefined {
  if (!holder) return undefined
  const press = (action: string, given?: GivenFiles): void => now().press(typed(holder, now()), action, given)
  const click = (event: Event): void => {
    const pressed = isElement(event.target) ? event.target.closest('button') : null
    if (pressed === null) return
    event.preventDefault()
    press(pressed.value, filesFor(holder, pressed.value))
  }
  const change = (event: Event): void => {
    const { target } = event
    if (!now().script) return
    // With the script of the page a file goes as soon as it is chosen.
    if (event.type === 'change' && isElement(target) && isInput(target) && target.type === 'file')
      return press(`upload:${target.name}`, filesFor(holder, `upload:${target.name}`))
    follow(holder, now())
  }
  const look = ({ target }: Event): void => {
    const place = isElement(target) ? target.closest<HTMLElement>('[data-place]')?.dataset['place'] : undefined
    const field = place === undefined ? undefined : fieldAt(now().shown.form, place)
    if (field) now().look(field.place)
  }
  const heard = { click, input: change, change, focusin: look } as const
  for (const [name, hear] of Object.entries(heard)) holder.addEventListener(name, hear)
  return () => {
    for (const [name, hear] of Object.entries(heard)) holder.removeEventListener(name, hear)
  }
}

const fileInputs = (holder: HTMLFormElement): readonly HTMLInputElement[] =>
  [...holder.querySelectorAll('input')].filter((it) => it.type === 'file')

/** Chosen, and not uploaded yet. */
const filesIn = (holder: HTMLFormElement): ReadonlyMap<string, FileList> =>
  new Map(fileInputs(holder).flatMap(({ name, files }) => (files && files.length > 0 ? [[name, files] as const] : [])))

/** What is uploaded is no longer chosen. */
function filesFor(holder: HTMLFormElement, action: string): GivenFiles | undefined {
  const place = action.startsWith('upload:') ? action.slice('upload:'.length) : undefined
  const input = fileInputs(holder).find(({ name }) => name === place)
  if (place === undefined || input === undefined) return undefined
  const files = [...(input.files ?? [])]
  input.value = ''
  return { place, files }
}

const typed = (holder: HTMLFormElement, { shown, context, answers }: PageProps): JsonObject =>
  decode(shown.form, bodyOf(holder), context, answers)

function follow(holder: HTMLFormElement, { shown: { form, page }, context, answers }: PageProps): void {
  const asked = withSamples(form, decode(form, bodyOf(holder), context, answers), context)
  const live = liveData(form, answers, asked, page)
  if (live !== undefined) showChanges(holder, changesFor(live, bodyOf(holder)))
}

/** No style of the page itself: what is chosen is only marked here. */
function mark(holder: HTMLFormElement, { chosen, shown: { form } }: PageProps): void {
  for (const it of holder.querySelectorAll<HTMLElement>('[data-place]')) {
    const isChosen = chosen !== undefined && fieldAt(form, it.dataset['place'] ?? '')?.place === chosen
    it.style.outline = isChosen ? '2px dashed #0b5563' : ''
    it.style.outlineOffset = isChosen ? '6px' : ''
    if (isChosen && !it.contains(it.ownerDocument.activeElement)) it.scrollIntoView({ block: 'nearest' })
  }
}

/** As the script of the page says it, behind the question. */
function tell(holder: HTMLFormElement, { place, sentence }: NonNullable<PageProps['said']>): void {
  const question = [...holder.querySelectorAll<HTMLElement>('[data-place]')].find((it) => it.dataset['place'] === place)
  if (!question) return
  const status = holder.ownerDocument.createElement('p')
  status.className = 'hint'
  status.setAttribute('role', 'status')
  status.textContent = sentence
  question.after(status)
}
