/** Answers to begin a form with: none, made up, or those of a test that was kept. */
import type { JsonObject } from '../../engine/core/json.ts'
import type { Language } from '../../engine/core/text.ts'
import { officeDaysOf } from '../../engine/core/office-days.ts'
import type { TriedForm } from '../../engine/trial/moment.ts'
import { compileForm } from '../../forms/compile.ts'
import { Select } from '../frame/select.tsx'
import { useLanguage } from '../language/language.tsx'
import { sampleAnswers } from './sample.ts'
import type { Sample } from './samples.ts'
import { TRIAL_WORDS } from './words.ts'

/** What is chosen where nobody's answers are. */
export const MADE_UP = 'made-up'

export const madeUpFor = (form: TriedForm, language: Language): JsonObject =>
  sampleAnswers(compileForm(form.source), form.opening, {
    ...form.context,
    language,
    ...(form.days && { days: officeDaysOf(form.days) }),
  })

interface SampleSelectProps {
  readonly samples: readonly Sample<unknown>[]
  /** The place of one of them, MADE_UP, or nothing. */
  readonly value: string
  readonly onChange: (value: string) => void
}

export function SampleSelect({ samples, value, onChange }: SampleSelectProps) {
  const { say, language } = useLanguage()
  return (
    <Select
      label={say(TRIAL_WORDS.samples)}
      value={value}
      options={[
        { value: '', label: say(TRIAL_WORDS.noSample) },
        { value: MADE_UP, label: say(TRIAL_WORDS.madeUp) },
        ...samples.map(({ title }, index) => ({
          value: String(index),
          label: say(TRIAL_WORDS.ofTest, { title: title[language] }),
        })),
      ]}
      onChange={onChange}
    />
  )
}
