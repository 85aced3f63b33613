/** How a try begins: who applies, in which way and when, and with which answers. */
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks'
import type { Channel } from '../../engine/core/channel.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import type { Scenario } from '../../engine/core/trial/scenario.ts'
import type { Beginning } from '../../engine/trial/moment.ts'
import { Button } from '../frame/button.tsx'
import { Checkbox } from '../frame/checkbox.tsx'
import { BothLanguagesField } from '../frame/both-languages-field.tsx'
import { Select } from '../frame/select.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { DayField } from '../frame/day-field.tsx'
import { FormFill } from './form-fill.tsx'
import { blank, type Begin } from './scenario.ts'
import { startSamples, type KeptTest } from './samples.ts'
import type { Trial } from './use-trial.ts'
import { MADE_UP, madeUpFor, SampleSelect } from './sample-select.tsx'
import { TRIAL_WORDS } from './words.ts'

export const FIRST_DAY = '2026-01-04'
const APPLICANT = '900000001'

export const firstBegin = (today: string): Begin => ({
  channel: 'portal',
  applicant: APPLICANT,
  now: `${today}T08:00:00Z`,
  variables: {},
})

interface BeginProps {
  readonly trial: Trial
  readonly beginning: Beginning
  readonly tests: readonly KeptTest[]
}

export function BeginApplication({ trial, beginning, tests }: BeginProps) {
  const { say, language } = useLanguage()
  const [begin, setBegin] = useState<Begin>(() => ({ ...firstBegin(FIRST_DAY), channel: firstChannel(beginning) }))
  const [sample, setSample] = useState('')
  const way = beginning.ways.find(({ event }) => event === begin.event) ?? beginning.ways[0]
  const [answers, setAnswers] = useState<JsonObject>(way?.form?.opening ?? NO_ANSWERS)
  const samples = useMemo(() => startSamples(tests), [tests])
  const findings = trial.refused?.kind === 'step' ? trial.refused.findings : NONE
  const scenario = blank({ ...begin, ...(way?.event !== undefined && { event: way.event }) })

  // Who applies and how decides what the form knows and who it is for.
  const who = JSON.stringify([begin.channel, begin.applicant, begin.company, begin.now])
  useEffect(() => {
    if (isFit(begin)) void trial.ask(scenario)
  }, [who])

  useLayoutEffect(() => {
    const form = way?.form
    if (sample === MADE_UP && form) setAnswers(madeUpFor(form, language))
    else
      setAnswers((sample === '' ? undefined : samples[Number(sample)]?.value.variables) ?? form?.opening ?? NO_ANSWERS)
  }, [sample, way?.form?.source.id])

  const choose = (value: string): void => {
    setSample(value)
    const start = value === '' ? undefined : samples[Number(value)]?.value
    if (start) setBegin((before) => ({ ...before, ...startOf(start) }))
  }

  return (
    <section class="trial-begin" aria-labelledby="trial-begin">
      <h2 id="trial-begin">{say(TRIAL_WORDS.begin)}</h2>
      <p class="hint">{say(TRIAL_WORDS.intro)}</p>
      <div class="trial-fields">
        <SampleSelect samples={samples} value={sample} onChange={choose} />
        <Select
          label={say(TRIAL_WORDS.channel)}
          value={begin.channel}
          options={beginning.channels.map((channel) => ({ value: channel, label: say(TRIAL_WORDS[channel]) }))}
          onChange={(channel) => isChannel(channel) && setBegin((it) => ({ ...it, channel }))}
        />
        {beginning.ways.length > 1 && (
          <Select
            label={say(TRIAL_WORDS.way)}
            value={way?.event ?? ''}
            options={beginning.ways.map(({ event = '', name }) => ({ value: event, label: name?.[language] ?? event }))}
            onChange={(event) => setBegin((it) => ({ ...it, event }))}
          />
        )}
        <TextField
          label={say(TRIAL_WORDS.applicant)}
          hint={say(TRIAL_WORDS.applicantHint)}
          value={begin.applicant}
          dir="ltr"
          inputMode="numeric"
          onChange={(applicant) => setBegin((it) => ({ ...it, applicant }))}
        />
        <DayField
          label={say(TRIAL_WORDS.beginsAt)}
          value={begin.now.slice(0, 10)}
          onChange={(day) => setBegin((it) => ({ ...it, now: `${day}T08:00:00Z` }))}
        />
      </div>
      {beginning.companies && <CompanyFields begin={begin} onChange={setBegin} isFixed={!beginning.people} />}
      {way?.form ? (
        <FormFill
          key={way.form.source.id}
          form={way.form}
          answers={answers}
          findings={findings}
          done={say(TRIAL_WORDS.send)}
          disabled={trial.running}
          onDone={(variables) => void trial.attempt(blank({ ...begin, variables }))}
          onOffer={(typed) => void trial.ask(scenario, { answers: typed })}
        />
      ) : (
        <>
          <p>{say(TRIAL_WORDS.noForm)}</p>
          <Button
            kind="primary"
            disabled={trial.running}
            onClick={() => void trial.attempt({ ...scenario, start: { ...scenario.start, variables: answers } })}
          >
            {say(TRIAL_WORDS.send)}
          </Button>
        </>
      )}
    </section>
  )
}

const NONE = [] as const
const NO_ANSWERS: JsonObject = {}

const firstChannel = ({ channels }: Beginning): Channel =>
  channels.includes('portal') ? 'portal' : (channels[0] ?? 'portal')

const isChannel = (text: string): text is Channel => ['portal', 'counter', 'api', 'mission'].includes(text)

/** What a test says of its beginning; the day stays as it is. */
const startOf = ({ channel, applicant, company, event }: Scenario['start']): Partial<Begin> => ({
  ...(channel && { channel }),
  ...(applicant !== undefined && { applicant }),
  ...(company && { company }),
  ...(event !== undefined && { event }),
})

const isFit = ({ applicant, company }: Begin): boolean =>
  applicant.trim() !== '' &&
  (company === undefined || (company.number !== '' && company.name.ar !== '' && company.name.en !== ''))

const COMPANY = { number: '562400101', name: { ar: 'شركة مختلقة', en: 'An invented company' } }

function CompanyFields({
  begin,
  onChange,
  isFixed,
}: {
  readonly begin: Begin
  readonly onChange: (begin: Begin) => void
  readonly isFixed: boolean
}) {
  const { say } = useLanguage()
  const { company, ...rest } = begin
  useLayoutEffect(() => {
    if (isFixed && company === undefined) onChange({ ...rest, company: COMPANY })
  }, [isFixed])
  return (
    <>
      {!isFixed && (
        <Checkbox
          label={say(TRIAL_WORDS.forCompany)}
          checked={company !== undefined}
          onChange={(checked) => onChange(checked ? { ...rest, company: COMPANY } : rest)}
        />
      )}
      {company && (
        <div class="trial-fields">
          <TextField
            label={say(TRIAL_WORDS.companyNumber)}
            value={company.number}
            dir="ltr"
            onChange={(number) => onChange({ ...rest, company: { ...company, number } })}
          />
          <BothLanguagesField
            label={say(TRIAL_WORDS.companyName)}
            value={company.name}
            onChange={(name) => onChange({ ...rest, company: { ...company, name } })}
          />
        </div>
      )}
    </>
  )
}
