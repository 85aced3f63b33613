/**
 * A form of the draft, filled in as applicant or clerk would: drawn by the renderer of portal and desk in a place of its own, so
 * that neither styles nor ids mix with those of the designer. Nothing is kept or sent by it but the answers when it is done.
 */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Finding } from '../../engine/core/problem.ts'
import { officeDaysOf } from '../../engine/core/office-days.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { afterAction, actionOf } from '../../forms/actions.ts'
import { asksRegisters } from '../../forms/asking.ts'
import { changesFor } from '../../forms/browser/changes.ts'
import { bodyOf, showChanges } from '../../forms/browser/shown.ts'
import { searchLists } from '../../forms/browser/search-list.ts'
import { compileForm } from '../../forms/compile.ts'
import { decode } from '../../forms/decode.ts'
import { evaluate } from '../../forms/evaluate.ts'
import { putFiles } from '../../forms/files.ts'
import type { FormContext } from '../../forms/form.ts'
import { renderForm } from '../../forms/html/render.ts'
import { pageAfter, pageBefore, pageOf, pagesWith, unseenOn } from '../../forms/pages.ts'
import { viewOf } from '../../forms/view.ts'
import type { TriedForm } from '../../engine/trial/moment.ts'
import { Button } from '../frame/button.tsx'
import { useLanguage } from '../language/language.tsx'
import { formStyles } from './form-styles.ts'
import { digestFor } from './sample.ts'
import { findingsFaults, withSentences } from './form-faults.ts'
import { TRIAL_WORDS } from './words.ts'

interface FormFillProps {
  readonly form: TriedForm
  readonly answers: JsonObject
  readonly findings: readonly Finding[]
  /** What the button at its end says. */
  readonly done: string
  readonly disabled: boolean
  readonly onDone: (answers: JsonObject) => void
  /** Asks what registers offer with these answers; absent where none is asked. */
  readonly onOffer: (answers: JsonObject) => void
}

export function FormFill({ form: tried, answers: begun, findings, done, disabled, onDone, onOffer }: FormFillProps) {
  const { say, language, dir } = useLanguage()
  const form = useMemo(() => compileForm(tried.source), [tried.source])
  const context = useMemo<FormContext>(
    () => ({ ...tried.context, language, ...(tried.days && { days: officeDaysOf(tried.days) }) }),
    [tried, language],
  )
  const [answers, setAnswers] = useState(begun)
  const [page, setPage] = useState<string>()
  const [drawn, setDrawn] = useState(0)
  const host = useRef<HTMLDivElement>(null)
  const evaluation = evaluate(form, answers, context)
  const here = pageOf(form, page, evaluation)
  const faults = useMemo(() => findingsFaults(findings), [findings])
  const current = useRef(answers)
  current.current = answers

  // What it is begun with anew; what was typed since it was first shown stays.
  const shownWith = useRef(begun)
  useLayoutEffect(() => {
    if (shownWith.current === begun) return
    shownWith.current = begun
    setAnswers(begun)
    setPage(undefined)
    setDrawn((count) => count + 1)
  }, [begun])

  // Led to the first page with something wrong.
  useLayoutEffect(() => {
    const wrong = faults.flatMap(({ place }) => pagesWith(form, place)).find((id) => evaluation.pages.has(id))
    if (wrong !== undefined) setPage(wrong)
  }, [faults])

  useLayoutEffect(() => {
    const at = host.current
    if (at === null || here === undefined) return undefined
    const root = at.shadowRoot ?? at.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = formStyles()
    const shown = faults.filter(({ place }) => place === '' || pagesWith(form, place).includes(here.id))
    const view = withSentences(viewOf(form, current.current, shown, context, here.id), findings, language)
    const element = Object.assign(document.createElement('form'), { lang: language, dir, noValidate: true })
    element.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'page', value: here.id }))
    root.replaceChildren(element)
    element.insertAdjacentHTML('beforeend', renderForm(view))
    searchLists(element)
    const live = { source: tried.source, context: { ...tried.context, language }, page: here.id, patterns: true }
    const days = tried.days && { days: tried.days }
    const show = (): void => {
      for (let round = 0; round < 4; round++)
        if (!showChanges(element, changesFor({ ...live, ...days, answers: current.current }, bodyOf(element)))) break
    }
    const read = (): JsonObject => decode(form, bodyOf(element), context, current.current)
    const typed = (): void => {
      show()
      current.current = read()
      setAnswers(current.current)
    }
    const redraw = (next: JsonObject): void => {
      current.current = next
      setAnswers(next)
      setDrawn((count) => count + 1)
    }
    const chosen = (event: Event): void => {
      const input = event.target
      if (!(input instanceof HTMLInputElement) || input.type !== 'file') return typed()
      const given = [...(input.files ?? [])].map(({ name, size, type }) => ({
        place: input.name,
        attachment: { digest: digestFor(`${name}${String(size)}`), name, size, mediaType: type || 'application/pdf' },
      }))
      redraw(putFiles(form, read(), given, context).answers)
    }
    const pressed = (event: SubmitEvent): void => {
      event.preventDefault()
      const button = event.submitter
      const action = actionOf(button instanceof HTMLButtonElement ? button.value : undefined)
      if (action.kind === 'refresh') return onOffer(read())
      if (action.kind === 'go') setPage(action.page)
      redraw(afterAction(form, read(), action, context))
    }
    element.addEventListener('input', typed)
    element.addEventListener('change', chosen)
    element.addEventListener('submit', pressed)
    if (shown.length > 0) element.querySelector<HTMLElement>('[data-errors]')?.focus()
    return () => {
      element.removeEventListener('input', typed)
      element.removeEventListener('change', chosen)
      element.removeEventListener('submit', pressed)
    }
  }, [form, context, here?.id, drawn, findings, dir])

  if (here === undefined) return <p>{say(TRIAL_WORDS.noForm)}</p>
  const after = pageAfter(form, here.id, evaluation)
  const before = pageBefore(form, here.id, evaluation)
  const shownPages = form.pages.filter(({ id }) => evaluation.pages.has(id))

  const forward = (): void => {
    const element = host.current?.shadowRoot?.querySelector('form')
    const unseen = element ? unseenOn(form, here.id, bodyOf(element), evaluation) : []
    if (unseen.length > 0) return setDrawn((count) => count + 1)
    if (after) return setPage(after.id)
    onDone(evaluate(form, current.current, context).answers)
  }

  return (
    <div class="trial-form">
      {shownPages.length > 1 && (
        <p class="hint">
          {say(TRIAL_WORDS.pageOf, { number: shownPages.indexOf(here) + 1, count: shownPages.length })}
          {here.label && <> · {here.label[language]}</>}
        </p>
      )}
      <div class="trial-paper" ref={host} />
      <div class="buttons">
        <Button kind="primary" disabled={disabled} onClick={forward}>
          {after ? say(TRIAL_WORDS.next) : done}
        </Button>
        {before && <Button onClick={() => setPage(before.id)}>{say(TRIAL_WORDS.previous)}</Button>}
        {asksRegisters(form) && (
          <Button onClick={() => onOffer(current.current)}>{say(TRIAL_WORDS.askRegisters)}</Button>
        )}
      </div>
    </div>
  )
}
