/** Tasks the application waits for: each answered by its form, as one of the people it may be done by. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { JsonObject } from '../../engine/core/json.ts'
import type { TriedTask } from '../../engine/trial/moment.ts'
import { Button } from '../frame/button.tsx'
import { Select } from '../frame/select.tsx'
import { useLanguage, type Reader } from '../language/language.tsx'
import { FormFill } from './form-fill.tsx'
import { namesIn } from './moments.tsx'
import { momentSaid } from './moment-time.ts'
import { type NowProps, SUPERVISOR, Waiting } from './waiting.tsx'
import { taskSamples } from './samples.ts'
import type { Person } from './scenario.ts'
import { MADE_UP, madeUpFor, SampleSelect } from './sample-select.tsx'
import { TRIAL_WORDS } from './words.ts'

export function TasksNow(props: NowProps) {
  const { say, language } = useLanguage()
  const { moment } = props
  const [open, setOpen] = useState<string>()
  if (moment.tasks.length === 0) return null
  const keyOf = ({ element, assignee = '', openedAt }: TriedTask, index: number): string =>
    `${element} ${assignee} ${String(openedAt)} ${String(index)}`
  const chosen = moment.tasks.length === 1 && moment.tasks[0] ? keyOf(moment.tasks[0], 0) : open
  return (
    <Waiting title={say(TRIAL_WORDS.tasks)}>
      {moment.tasks.map((task, index) => {
        const key = keyOf(task, index)
        return (
          <li key={key}>
            <strong>
              <bdi>{task.name[language]}</bdi>
            </strong>
            <p class="hint">{detailsOf(task, props, say, language)}</p>
            {chosen === key ? (
              <TaskForm {...props} task={task} />
            ) : (
              <Button onClick={() => setOpen(key)}>{say(TRIAL_WORDS.openOf, { name: task.name[language] })}</Button>
            )}
          </li>
        )
      })}
    </Waiting>
  )
}

function detailsOf(
  task: TriedTask,
  { moment, trial }: NowProps,
  say: Reader['say'],
  language: Reader['language'],
): string {
  const roles = trial.tried?.beginning.roles ?? {}
  const nameOf = namesIn(trial.tried ?? { moments: [] })
  return [
    task.assignee !== undefined && say(TRIAL_WORDS.assignedTo, { person: task.assignee }),
    task.groups.length > 0 &&
      say(TRIAL_WORDS.offeredTo, { groups: task.groups.map((group) => roles[group]?.[language] ?? group).join('، ') }),
    task.due !== undefined && say(TRIAL_WORDS.due, { time: momentSaid(task.due, moment.calendar, language) }),
    task.fourEyes.length > 0 &&
      say(TRIAL_WORDS.fourEyes, { steps: task.fourEyes.map((it) => nameOf(it)[language]).join('، ') }),
  ]
    .filter((it) => it !== false)
    .join(' · ')
}

export interface Candidate {
  readonly name: string
  readonly label: string
  /** Made known when they act first. */
  readonly person?: Person
}

/** Who may do it: whom it is assigned to, who is known and has the role, and two invented clerks of each role. */
function candidatesFor(
  task: TriedTask,
  { trial, moment }: NowProps,
  say: Reader['say'],
  language: Reader['language'],
): readonly Candidate[] {
  const { scenario } = trial
  const roles = trial.tried?.beginning.roles ?? {}
  const applicant = scenario?.start.applicant ?? 'applicant'
  const party = applicantParty(moment.variables) ?? applicant
  if (task.assignee !== undefined)
    return task.assignee === party
      ? [{ name: 'applicant', label: say(TRIAL_WORDS.theApplicant) }]
      : [{ name: task.assignee, label: task.assignee, person: { groups: task.groups } }]
  const known = Object.entries(scenario?.people ?? {})
    .filter(([, { groups }]) => groups.some((group) => task.groups.includes(group)))
    .map(([name]) => ({ name, label: name }))
  const users = task.users.map((name) =>
    name === party
      ? { name: 'applicant', label: say(TRIAL_WORDS.theApplicant) }
      : { name, label: name, person: { groups: task.groups } },
  )
  const invented = task.groups.flatMap((group): readonly Candidate[] => {
    const role = roles[group]?.[language] ?? group
    return ['1', '2'].map((number) => ({
      name: `${group}.${number}`,
      label: say(number === '1' ? TRIAL_WORDS.firstOf : TRIAL_WORDS.secondOf, { role }),
      person: { groups: [group] },
    }))
  })
  const others =
    task.groups.length + users.length > 0
      ? []
      : [{ name: SUPERVISOR, label: say(TRIAL_WORDS.supervisorOf), person: { groups: [], roles: ['supervisor'] } }]
  const all = [...users, ...known, ...invented, ...others]
  return all.filter(({ name }, index) => all.findIndex((other) => other.name === name) === index)
}

/** Whose application it is: themselves, or the company. */
function applicantParty({ application }: JsonObject): string | undefined {
  const applicant = isObject(application) ? application['applicant'] : undefined
  const id = isObject(applicant) ? applicant['id'] : undefined
  return typeof id === 'string' ? id : undefined
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function TaskForm(props: NowProps & { readonly task: TriedTask }) {
  const { task, trial, tests, take } = props
  const { say, language } = useLanguage()
  const candidates = candidatesFor(task, props, say, language)
  const [name, setName] = useState(candidates[0]?.name ?? 'applicant')
  const [sample, setSample] = useState('')
  const samples = useMemo(() => taskSamples(tests, task.element), [tests, task.element])
  const [answers, setAnswers] = useState<JsonObject>(task.form?.opening ?? {})
  const findings = trial.refused?.kind === 'step' ? trial.refused.findings : NONE
  useEffect(() => {
    const { form } = task
    if (sample === MADE_UP && form) setAnswers(madeUpFor(form, language))
    else setAnswers(samples[Number(sample || 'none')]?.value ?? form?.opening ?? {})
  }, [sample])

  const complete = (given: JsonObject): void => {
    const candidate = candidates.find((it) => it.name === name)
    const isKnown = trial.scenario?.people?.[name] !== undefined
    void take(
      { complete: task.element, as: name, ...(Object.keys(given).length > 0 && { answers: given }) },
      candidate?.person && !isKnown ? [name, candidate.person] : undefined,
    )
  }
  return (
    <div class="trial-task">
      <div class="trial-fields">
        <Select
          label={say(TRIAL_WORDS.as)}
          value={name}
          options={candidates.map((it) => ({ value: it.name, label: it.label }))}
          onChange={setName}
        />
        {task.form && <SampleSelect samples={samples} value={sample} onChange={setSample} />}
      </div>
      {task.form ? (
        <FormFill
          form={task.form}
          answers={answers}
          findings={findings}
          done={say(TRIAL_WORDS.answerTask)}
          disabled={trial.running}
          onDone={complete}
          onOffer={(typed) => void trial.offer({ element: task.element, answers: typed })}
        />
      ) : (
        <Button kind="primary" disabled={trial.running} onClick={() => complete({})}>
          {say(TRIAL_WORDS.answerTask)}
        </Button>
      )}
    </div>
  )
}

const NONE = [] as const
