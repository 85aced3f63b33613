/** What can be done with the application now: every task, charge, register, message, job and deadline it waits for, and time itself. */
import { useState } from 'preact/hooks'
import type { Step } from '../../engine/core/trial/scenario.ts'
import { Button } from '../frame/button.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { ClocksNow } from './clocks-now.tsx'
import { Reason } from './reason.tsx'
import { RegistersNow } from './registers-now.tsx'
import { TasksNow } from './tasks-now.tsx'
import { TimeNow } from './time-now.tsx'
import { type NowProps, SUPERVISOR, Waiting } from './waiting.tsx'
import { ValueEditor } from './value-editor.tsx'
import { CAUSES, TRIAL_WORDS } from './words.ts'
import type { JsonObject } from '../../engine/core/json.ts'

export function Now(props: NowProps) {
  const { say } = useLanguage()
  const { moment } = props
  const isOver = moment.status === 'completed' || moment.status === 'terminated'
  const waits = moment.tasks.length + moment.charges.length + moment.messages.length + moment.signals.length
  const others = moment.jobs.length + moment.choices.length + moment.incidents.length + moment.timers.length
  return (
    <section aria-labelledby="trial-now">
      <h2 id="trial-now" class="hidden-label">
        {say(TRIAL_WORDS.now)}
      </h2>
      {isOver && <p>{say(TRIAL_WORDS.ended)}</p>}
      {!isOver && waits + others === 0 && <p>{say(TRIAL_WORDS.nothingNow)}</p>}
      <TasksNow {...props} />
      <RegistersNow {...props} />
      <ChargesNow {...props} />
      <NewsNow {...props} />
      <JobsNow {...props} />
      <ChoicesNow {...props} />
      <IncidentsNow {...props} />
      <ClocksNow {...props} />
      {!isOver && <TimeNow {...props} />}
    </section>
  )
}

function ChargesNow({ moment, take, trial }: NowProps) {
  const { say } = useLanguage()
  const [first] = moment.charges
  if (first === undefined) return null
  return (
    <Waiting title={say(TRIAL_WORDS.payments)}>
      <li>
        <bdi dir="ltr">
          {first.amount} {first.currency}
        </bdi>
        <div class="buttons">
          {(['approve', 'reject', 'expire'] as const).map((pay) => (
            <Button key={pay} disabled={trial.running} onClick={() => void take({ pay })}>
              {say(TRIAL_WORDS[pay])}
            </Button>
          ))}
        </div>
      </li>
    </Waiting>
  )
}

interface Sending {
  readonly title: string
  readonly label: string
  readonly step: (values: JsonObject) => Step
}

/** What is sent along, asked for before it is sent. */
export function SendDialog({
  sending,
  take,
  onClose,
}: {
  readonly sending: Sending
  readonly take: NowProps['take']
  readonly onClose: () => void
}) {
  const [values, setValues] = useState<JsonObject>({})
  return (
    <Dialog
      title={sending.title}
      onClose={onClose}
      onSubmit={() => {
        onClose()
        void take(sending.step(values))
      }}
      buttons={
        <Button kind="primary" type="submit">
          {sending.title}
        </Button>
      }
    >
      <ValueEditor label={sending.label} value={values} onChange={setValues} />
    </Dialog>
  )
}

const carried = (variables: JsonObject): { readonly variables?: JsonObject } =>
  Object.keys(variables).length === 0 ? {} : { variables }

function NewsNow({ moment, take, trial }: NowProps) {
  const { say, language } = useLanguage()
  const [sending, setSending] = useState<Sending>()
  if (moment.messages.length + moment.signals.length === 0) return null
  const signals = moment.signals.filter(
    (one, index, all) => all.findIndex(({ signal }) => signal === one.signal) === index,
  )
  return (
    <Waiting title={say(TRIAL_WORDS.waitingFor)}>
      {moment.messages.map(({ element, name, message, key }) => {
        const title = say(TRIAL_WORDS.sendMessage, { name: message })
        const said = key === moment.reference ? '{reference}' : key
        const step = (values: JsonObject): Step => ({ message, key: said, ...carried(values) })
        return (
          <li key={`${element} ${message} ${key}`}>
            <bdi>{name[language]}</bdi>
            <Button
              disabled={trial.running}
              onClick={() => setSending({ title, label: say(TRIAL_WORDS.brings), step })}
            >
              {title}
            </Button>
          </li>
        )
      })}
      {signals.map(({ name, signal }) => {
        const title = say(TRIAL_WORDS.sendSignal, { name: signal })
        const step = (values: JsonObject): Step => ({ signal, ...carried(values) })
        return (
          <li key={signal}>
            <bdi>{name[language]}</bdi>
            <Button
              disabled={trial.running}
              onClick={() => setSending({ title, label: say(TRIAL_WORDS.brings), step })}
            >
              {title}
            </Button>
          </li>
        )
      })}
      {sending && <SendDialog sending={sending} take={take} onClose={() => setSending(undefined)} />}
    </Waiting>
  )
}

function JobsNow({ moment, take, trial }: NowProps) {
  const { say, language } = useLanguage()
  const [sending, setSending] = useState<Sending>()
  const [wrong, setWrong] = useState<{ readonly type: string; readonly kind: 'fails' | 'error' }>()
  if (moment.jobs.length === 0) return null
  return (
    <Waiting title={say(TRIAL_WORDS.workers)}>
      {moment.jobs.map(({ element, name, type }, index) => (
        <li key={`${element} ${String(index)}`}>
          <span>
            <bdi>{name[language]}</bdi> <code>{type}</code>
          </span>
          <div class="buttons">
            <Button
              disabled={trial.running}
              onClick={() =>
                setSending({
                  title: say(TRIAL_WORDS.jobGives),
                  label: say(TRIAL_WORDS.result),
                  step: (gives) => ({ job: type, gives }),
                })
              }
            >
              {say(TRIAL_WORDS.jobGives)}
            </Button>
            <Button disabled={trial.running} onClick={() => setWrong({ type, kind: 'fails' })}>
              {say(TRIAL_WORDS.jobFails)}
            </Button>
            <Button disabled={trial.running} onClick={() => setWrong({ type, kind: 'error' })}>
              {say(TRIAL_WORDS.jobError)}
            </Button>
          </div>
        </li>
      ))}
      {sending && <SendDialog sending={sending} take={take} onClose={() => setSending(undefined)} />}
      {wrong && <WrongDialog wrong={wrong} take={take} onClose={() => setWrong(undefined)} />}
    </Waiting>
  )
}

function WrongDialog({
  wrong: { type, kind },
  take,
  onClose,
}: {
  readonly wrong: { readonly type: string; readonly kind: 'fails' | 'error' }
  readonly take: NowProps['take']
  readonly onClose: () => void
}) {
  const { say } = useLanguage()
  const [text, setText] = useState('')
  const title = say(kind === 'fails' ? TRIAL_WORDS.jobFails : TRIAL_WORDS.jobError)
  const send = (): void => {
    if (text.trim() === '') return
    onClose()
    void take(kind === 'fails' ? { job: type, fails: text.trim() } : { job: type, error: text.trim() })
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={send}
      buttons={
        <Button kind="primary" type="submit" disabled={text.trim() === ''}>
          {title}
        </Button>
      }
    >
      <TextField
        label={say(kind === 'fails' ? TRIAL_WORDS.reason : TRIAL_WORDS.errorCode)}
        value={text}
        dir={kind === 'fails' ? 'auto' : 'ltr'}
        onChange={setText}
      />
    </Dialog>
  )
}

function ChoicesNow({ moment, take, trial }: NowProps) {
  const { say, language } = useLanguage()
  const steps = moment.choices.flatMap(({ element: inside, steps: open }) => open.map((step) => ({ ...step, inside })))
  if (steps.length === 0) return null
  return (
    <Waiting title={say(TRIAL_WORDS.choices)}>
      {steps.map(({ element, name, inside }) => (
        <li key={`${inside} ${element}`}>
          <Button
            disabled={trial.running}
            onClick={() =>
              void take({ activate: [element], in: inside, as: SUPERVISOR }, [
                SUPERVISOR,
                { groups: [], roles: ['supervisor'] },
              ])
            }
          >
            {say(TRIAL_WORDS.beginStep, { name: name[language] })}
          </Button>
        </li>
      ))}
    </Waiting>
  )
}

function IncidentsNow({ moment, take, trial }: NowProps) {
  const { say, language } = useLanguage()
  // A register that waits for an answer is asked for above.
  const incidents = moment.incidents.filter(({ unanswered }) => !unanswered)
  if (incidents.length === 0) return null
  return (
    <Waiting title={say(TRIAL_WORDS.incidents)}>
      {incidents.map(({ element, name, cause, message }, index) => (
        <li key={`${element} ${String(index)}`}>
          <strong>
            <bdi>{name[language]}</bdi>
          </strong>
          <p>{say(CAUSES[cause])}</p>
          <details>
            <summary>{say(TRIAL_WORDS.inDetail)}</summary>
            <Reason message={message} />
          </details>
        </li>
      ))}
      <li>
        <Button disabled={trial.running} onClick={() => void take({ retryIncidents: true })}>
          {say(TRIAL_WORDS.retry)}
        </Button>
      </li>
    </Waiting>
  )
}
