/** What a register answers: one of its outcomes, and where it answers, with what; begun with an answer of another test or of its own description. */
import { useState } from 'preact/hooks'
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'
import type { BusReply } from '../../engine/core/trial/scenario.ts'
import { Button } from '../frame/button.tsx'
import { Checkbox } from '../frame/checkbox.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { Select } from '../frame/select.tsx'
import { useLanguage } from '../language/language.tsx'
import { Told } from './knowledge.tsx'
import { replySamples, type KeptTest } from './samples.ts'
import { useDescribedReply } from './described-reply.ts'
import { Register } from './registers.tsx'
import { ValueEditor } from './value-editor.tsx'
import { TRIAL_WORDS } from './words.ts'

const OUTCOMES = ['reply', 'notFound', 'unavailable', 'refused', 'ambiguous'] as const
type Outcome = (typeof OUTCOMES)[number]

interface ReplyDialogProps {
  readonly service: string
  readonly question: JsonObject
  readonly tests: readonly KeptTest[]
  /** One that was chosen before. */
  readonly chosen?: BusReply
  readonly onChoose: (reply: BusReply) => void
  readonly onClose: () => void
}

export function ReplyDialog({ service, question, tests, chosen, onChoose, onClose }: ReplyDialogProps) {
  const { say, language } = useLanguage()
  const samples = replySamples(tests, service, question)
  const described = useDescribedReply(service, question)
  const [outcome, setOutcome] = useState<Outcome>(chosen?.fault ?? 'reply')
  const [sample, setSample] = useState(chosen ? 'chosen' : samples.length > 0 ? '0' : 'empty')
  const [value, setValue] = useState<JsonValue>(chosen?.reply ?? samples[0]?.value ?? {})
  const [only, setOnly] = useState(chosen ? chosen.when !== undefined : true)
  const [once, setOnce] = useState(chosen?.times !== undefined)
  const isAsked = Object.keys(question).length > 0
  const choose = (id: string): void => {
    setSample(id)
    if (id === 'empty') setValue({})
    else if (id === 'described') setValue(described ?? {})
    else setValue(samples[Number(id)]?.value ?? {})
  }
  const send = (): void =>
    onChoose({
      service,
      ...(only && isAsked && { when: chosen?.when ?? question }),
      ...(once && { times: chosen?.times ?? 1 }),
      ...(outcome === 'reply' ? { reply: value } : { fault: outcome }),
    })
  return (
    <Dialog
      wide
      title={say(TRIAL_WORDS.giveReply)}
      onClose={onClose}
      onSubmit={send}
      buttons={
        <Button kind="primary" type="submit">
          {say(TRIAL_WORDS.giveReply)}
        </Button>
      }
    >
      <p>
        <Register service={service} />
      </p>
      {isAsked && <Told value={question} />}
      <Select
        label={say(TRIAL_WORDS.outcome)}
        value={outcome}
        options={OUTCOMES.map((one) => ({ value: one, label: say(TRIAL_WORDS[one]) }))}
        onChange={(next) => setOutcome(OUTCOMES.find((one) => one === next) ?? 'reply')}
      />
      {outcome === 'reply' && (
        <>
          <Select
            label={say(TRIAL_WORDS.replyLike)}
            value={sample}
            options={[
              ...(chosen ? [{ value: 'chosen', label: say(TRIAL_WORDS.theReply) }] : []),
              ...samples.map(({ title }, index) => ({
                value: String(index),
                label: say(TRIAL_WORDS.ofTest, { title: title[language] }),
              })),
              ...(described ? [{ value: 'described', label: say(TRIAL_WORDS.ofCatalogue) }] : []),
              { value: 'empty', label: say(TRIAL_WORDS.emptyReply) },
            ]}
            onChange={choose}
          />
          <Reply value={value} onChange={setValue} />
        </>
      )}
      {isAsked && <Checkbox label={say(TRIAL_WORDS.onlyThese)} checked={only} onChange={setOnly} />}
      <Checkbox label={say(TRIAL_WORDS.onlyOnce)} checked={once} onChange={setOnce} />
    </Dialog>
  )
}

/** Registers answer with groups; one that answers with a list is shown as one value. */
function Reply({ value, onChange }: { readonly value: JsonValue; readonly onChange: (value: JsonValue) => void }) {
  const { say } = useLanguage()
  const label = say(TRIAL_WORDS.theReply)
  if (isJsonObject(value)) return <ValueEditor label={label} value={value} onChange={onChange} />
  return (
    <ValueEditor
      label={label}
      value={{ [label]: value }}
      onChange={(next) => onChange(Object.hasOwn(next, label) ? (next[label] ?? null) : next)}
    />
  )
}
