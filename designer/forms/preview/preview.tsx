/**
 * The form as it will be, in a frame of its own where no script may run: what a citizen or a clerk sees, on a telephone or at a desk, in either language. With JavaScript the code of the
 * page's script shows what an answer changes at once; without it every button is a post that is read, judged and drawn again.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import frameSheet from '../../../engine/http/pages/frame/frame.css?url'
import formSheet from '../../../forms/html/forms.css?url'
import { actionOf, afterAction } from '../../../forms/actions.ts'
import { changesFor } from '../../../forms/browser/changes.ts'
import { liveData } from '../../../forms/browser/live-data.ts'
import { bodyOf, showChanges } from '../../../forms/browser/shown.ts'
import { decode } from '../../../forms/decode.ts'
import { evaluate } from '../../../forms/evaluate.ts'
import type { FormContext } from '../../../forms/form.ts'
import { pageAfter, pageBefore } from '../../../forms/pages.ts'
import type { JsonObject } from '../../../engine/core/json.ts'
import type { Language } from '../../../engine/core/text.ts'
import { Checkbox } from '../../frame/checkbox.tsx'
import { Notice } from '../../frame/notice.tsx'
import { Select } from '../../frame/select.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { FormJson } from '../model/form-file.ts'
import { FORMS_WORDS as WORDS } from '../words.ts'
import { samplesOf } from './samples.ts'
import { type ShownPage, shownPage } from './shown-page.ts'

interface PreviewProps {
  readonly id: string
  readonly form: FormJson
}

/** As long as the preview is open it is one and the same moment. */
const NOW = Date.now()

export function Preview({ id, form: json }: PreviewProps) {
  const { say, language: own } = useLanguage()
  const [language, setLanguage] = useState<Language>(own)
  const [by, setBy] = useState<FormContext['by']>('applicant')
  const [width, setWidth] = useState('phone')
  const [script, setScript] = useState(true)
  const [errors, setErrors] = useState(false)
  const [answers, setAnswers] = useState<JsonObject>({})
  const [page, setPage] = useState<string>()
  const context = useMemo<FormContext>(
    () => ({ language, by, variables: {}, now: NOW, timeZone: 'Asia/Hebron', person: 'preview' }),
    [language, by],
  )
  const shown = shownPage(id, json, { answers, context, errors, ...(page === undefined ? {} : { page }) })
  const press = (body: JsonObject, action: string): void => {
    if (shown.kind !== 'page') return
    const pressed = actionOf(action)
    const next = afterAction(shown.form, body, pressed, context)
    setAnswers(next)
    const evaluation = evaluate(shown.form, next, context)
    if (pressed.kind === 'next') setPage(pageAfter(shown.form, shown.page, evaluation)?.id ?? shown.page)
    if (pressed.kind === 'back') setPage(pageBefore(shown.form, shown.page, evaluation)?.id ?? shown.page)
  }
  return (
    <section class="fb-preview" aria-label={say(WORDS.preview)}>
      <h2>{say(WORDS.preview)}</h2>
      <div class="fb-switches">
        <Select
          label={say(WORDS.language)}
          value={language}
          options={[
            { value: 'ar', label: say(WORDS.arabic) },
            { value: 'en', label: say(WORDS.english) },
          ]}
          onChange={(it) => setLanguage(it === 'en' ? 'en' : 'ar')}
        />
        <Select
          label={say(WORDS.who)}
          value={by}
          options={[
            { value: 'applicant', label: say(WORDS.citizen) },
            { value: 'staff', label: say(WORDS.clerk) },
          ]}
          onChange={(it) => setBy(it === 'staff' ? 'staff' : 'applicant')}
        />
        <Select
          label={say(WORDS.width)}
          value={width}
          options={[
            { value: 'phone', label: say(WORDS.phone) },
            { value: 'desk', label: say(WORDS.desk) },
          ]}
          onChange={setWidth}
        />
        <Checkbox label={say(WORDS.script)} checked={script} onChange={setScript} />
        <Checkbox label={say(WORDS.errors)} checked={errors} onChange={setErrors} />
        <Checkbox
          label={say(WORDS.samples)}
          checked={Object.keys(answers).length > 0}
          onChange={(on) => setAnswers(on && shown.kind === 'page' ? samplesOf(shown.form) : {})}
        />
      </div>
      {shown.kind === 'broken' ? (
        <Notice kind="warn">{say(WORDS.broken, { reason: shown.reason })}</Notice>
      ) : (
        <Page
          title={say(WORDS.previewOf, { form: id })}
          {...{ shown, language, width, script, context, answers, press }}
          buttons={{ next: WORDS.next[language], back: WORDS.back[language] }}
        />
      )}
    </section>
  )
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
  readonly press: (answers: JsonObject, action: string) => void
}

const EMPTY = (language: Language): string =>
  `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><title>-</title><link rel="stylesheet" href="${frameSheet}"><link rel="stylesheet" href="${formSheet}"></head><body><main><form></form></main></body></html>`

function Page({ title, shown, language, width, script, context, answers, buttons, press }: PageProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [ready, setReady] = useState(0)
  const { html, form, page, number, count } = shown
  const now = useRef({ form, page, context, answers, press, script })
  now.current = { form, page, context, answers, press, script }
  useEffect(() => {
    const document = frame.current?.contentDocument
    const holder = document?.querySelector('form')
    if (!document || !holder) return
    const button = (action: string, words: string): string =>
      `<button class="button" type="submit" name="action" value="${action}">${words}</button>`
    holder.innerHTML = `<div data-drawn>${html}</div>${number > 1 ? button('back', buttons.back) : ''}${number < count ? button('next', buttons.next) : ''}`
    if (script) follow(holder, now.current)
  }, [html, ready, script, number, count])
  useEffect(() => {
    const holder = frame.current?.contentDocument?.querySelector('form')
    if (!holder) return undefined
    const click = (event: Event): void => {
      const target = event.target
      const pressed = isElement(target) ? target.closest('button') : null
      if (pressed === null) return
      event.preventDefault()
      now.current.press(typed(holder, now.current), pressed.value)
    }
    const change = (): void => {
      if (now.current.script) follow(holder, now.current)
    }
    holder.addEventListener('click', click)
    holder.addEventListener('input', change)
    holder.addEventListener('change', change)
    return () => {
      holder.removeEventListener('click', click)
      holder.removeEventListener('input', change)
      holder.removeEventListener('change', change)
    }
  }, [ready])
  return (
    <iframe
      key={language}
      ref={frame}
      title={title}
      class={`fb-frame fb-${width}`}
      sandbox="allow-same-origin"
      srcdoc={EMPTY(language)}
      onLoad={() => setReady((it) => it + 1)}
    />
  )
}

type Now = Pick<PageProps, 'context' | 'answers' | 'press' | 'script'> &
  Pick<Extract<ShownPage, { kind: 'page' }>, 'form' | 'page'>

/** Its elements are of another window, so no class of ours. */
const isElement = (target: EventTarget | null): target is Element => target !== null && 'closest' in target

const typed = (holder: HTMLFormElement, { form, context, answers }: Now): JsonObject =>
  decode(form, bodyOf(holder), context, answers)

function follow(holder: HTMLFormElement, { form, context, answers, page }: Now): void {
  const live = liveData(form, answers, context, page)
  if (live !== undefined) showChanges(holder, changesFor(live, bodyOf(holder)))
}
