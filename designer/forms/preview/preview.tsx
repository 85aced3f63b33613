/**
 * The form as it will be: what a citizen or a clerk sees, on a telephone or at a desk, in either language. With JavaScript the code of the page's script shows what an answer changes at
 * once; without it every button is a post that is read, judged and drawn again. Files are looked at as the server looks at them, and kept nowhere.
 */
import { useLayoutEffect, useMemo, useState } from 'preact/hooks'
import { actionOf, afterAction } from '../../../forms/actions.ts'
import { evaluate } from '../../../forms/evaluate.ts'
import type { Fault } from '../../../forms/fault.ts'
import { faultsAt, putFiles } from '../../../forms/files.ts'
import type { CompiledForm, FormContext, KnownFile } from '../../../forms/form.ts'
import { pageAfter, pageBefore, pagesWith } from '../../../forms/pages.ts'
import { WORDS as FORM_WORDS } from '../../../forms/texts/texts.ts'
import type { JsonObject } from '../../../engine/core/json.ts'
import type { Language } from '../../../engine/core/text.ts'
import type { DraftSession } from '../../draft/session.ts'
import { Checkbox } from '../../frame/checkbox.tsx'
import { Notice } from '../../frame/notice.tsx'
import { Select } from '../../frame/select.tsx'
import { useLanguage } from '../../language/language.tsx'
import { TITLE_PAGE } from '../../policy/title-page.ts'
import type { Building } from '../building.ts'
import { FORMS_WORDS as WORDS } from '../words.ts'
import { constantsIn, withSamples } from './known-there.ts'
import { type GivenFiles, PageFrame } from './page-frame.tsx'
import { samplesOf } from './samples.ts'
import type { Shown } from './shown.ts'
import { shownPage } from './shown-page.ts'
import { takeFile } from './take-file.ts'

interface PreviewProps {
  readonly id: string
  readonly building: Building
  readonly session: DraftSession
  readonly width: Exclude<Shown, 'none'>
  readonly setWidth: (width: Shown) => void
}

/** As long as the preview is open it is one and the same moment. */
const NOW = Date.now()
const NO_FAULTS: readonly Fault[] = []

export function Preview({ id, building, session, width, setWidth }: PreviewProps) {
  const { say, language: own } = useLanguage()
  const [language, setLanguage] = useState<Language>(own)
  const [by, setBy] = useState<FormContext['by']>('applicant')
  const [script, setScript] = useState(true)
  const [errors, setErrors] = useState(false)
  const [answers, setAnswers] = useState<JsonObject>({})
  const [samples, setSamples] = useState(false)
  const [page, setPage] = useState<string>()
  const [files, setFiles] = useState<readonly KnownFile[]>([])
  const [faults, setFaults] = useState(NO_FAULTS)
  const [said, setSaid] = useState<{ readonly place: string; readonly sentence: string }>()
  const { form: json, lines, chosen } = building
  const workflow = session.files.get(TITLE_PAGE)
  const context = useMemo<FormContext>(
    () => ({
      language,
      by,
      variables: constantsIn(workflow),
      now: NOW,
      timeZone: 'Asia/Hebron',
      person: 'preview',
      files,
    }),
    [language, by, workflow, files],
  )
  const shown = shownPage(id, json, { answers, context, errors, faults, ...(page === undefined ? {} : { page }) })
  const place = lines.find((it) => it.key === chosen)?.place
  const there = shown.kind === 'page' ? pageOfChosen(shown.form, chosen, place) : undefined
  // What is chosen in the outline comes into sight, on whatever page it stands.
  useLayoutEffect(() => {
    if (there !== undefined) setPage(there)
  }, [chosen, there])
  const press = (body: JsonObject, action: string, given?: GivenFiles): void => {
    if (shown.kind !== 'page') return
    const pressed = actionOf(action)
    setFaults(NO_FAULTS)
    setSaid(undefined)
    if (given) return void take(shown.form, body, given)
    const next = afterAction(shown.form, body, pressed, context)
    setAnswers(next)
    const evaluation = evaluate(shown.form, next, context)
    if (pressed.kind === 'next') setPage(pageAfter(shown.form, shown.page, evaluation)?.id ?? shown.page)
    if (pressed.kind === 'back') setPage(pageBefore(shown.form, shown.page, evaluation)?.id ?? shown.page)
  }
  const take = async (form: CompiledForm, body: JsonObject, given: GivenFiles): Promise<void> => {
    const all = await Promise.all(given.files.map((file) => takeFile(form, given.place, file)))
    const taken = all.flatMap((it) => (it.kind === 'taken' ? [it] : []))
    const refused = all.flatMap((it) => (it.kind === 'refused' ? [it.fault] : []))
    const nothing = all.length === 0 ? [{ place: given.place, code: 'file', params: {} }] : []
    const filed = putFiles(form, body, taken, context)
    setFiles((before) => [...before, ...taken.map((it) => it.attachment)])
    setAnswers(filed.answers)
    setFaults([...refused, ...nothing, ...filed.faults, ...faultsAt(form, filed.answers, taken, context)])
    const [last] = taken.slice(-1)
    if (script && last)
      setSaid({
        place: given.place,
        sentence: FORM_WORDS[language].uploadTaken.replace('{name}', () => `\u2068${last.attachment.name}\u2069`),
      })
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
          onChange={(it) => setWidth(it === 'desk' ? 'desk' : 'phone')}
        />
        <Checkbox label={say(WORDS.script)} checked={script} onChange={setScript} />
        <Checkbox label={say(WORDS.errors)} checked={errors} onChange={setErrors} />
        <Checkbox
          label={say(WORDS.samples)}
          checked={samples}
          onChange={(on) => {
            setSamples(on)
            setAnswers(on && shown.kind === 'page' ? samplesOf(shown.form) : {})
          }}
        />
      </div>
      {shown.kind === 'broken' ? (
        <Notice kind="warn">{say(WORDS.broken, { reason: shown.reason })}</Notice>
      ) : (
        <PageFrame
          title={say(WORDS.previewOf, { form: id })}
          {...{ shown, language, width, script, answers, press, said }}
          context={withSamples(shown.form, answers, context)}
          buttons={{ next: WORDS.next[language], back: WORDS.back[language] }}
          chosen={place}
          keep={setAnswers}
          look={(field) => {
            const line = lines.find((it) => it.place === field)
            if (line && line.key !== chosen) building.choose(line.key)
          }}
        />
      )}
    </section>
  )
}

/** Of a page, a section, a text by where it stands; of a question by its name. */
function pageOfChosen(form: CompiledForm, chosen: string | undefined, place: string | undefined): string | undefined {
  if (chosen === undefined) return undefined
  const index = /^\/ui\/elements\/(\d+)/.exec(chosen)?.[1]
  if (form.source.ui?.['type'] === 'Categorization' && index !== undefined) return form.pages[Number(index)]?.id
  return place === undefined ? undefined : pagesWith(form, place)[0]
}
