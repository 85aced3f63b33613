/** Tasks the application waits for: each answered by its form, as one of the people it may be done by. */
import { useLayoutEffect, useMemo, useState } from 'preact/hooks'
import type { JsonObject } from '../../engine/core/json.ts'
import type { Language } from '../../engine/core/text.ts'
import type { Scenario } from '../../engine/core/trial/scenario.ts'
import type { Moment, Tried, TriedTask } from '../../engine/trial/moment.ts'
import { Button } from '../frame/button.tsx'
import { Select } from '../frame/select.tsx'
import { useLanguage, type Reader } from '../language/language.tsx'
import { FormFill } from './form-fill.tsx'
import { namesIn } from './moments.tsx'
import { momentSaid } from './moment-time.ts'
import { APPLICANT, applicantsIn, inventedOf, peopleCalled, type PersonOf } from './people-called.ts'
import { type NowProps, SUPERVISOR, Waiting } from './waiting.tsx'
import { taskSamples } from './samples.ts'
import type { Person } from './scenario.ts'
import { MADE_UP, madeUpFor, SampleSelect } from './sample-select.tsx'
import { TRIAL_WORDS } from './words.ts'

export function TasksNow(props: NowProps) {
  const { say, language } = useLanguage()
  const { moment, trial } = props
  const { scenario, tried } = trial
  const [open, setOpen] = useState<string>()
  if (moment.tasks.length === 0 || scenario === undefined || tried === undefined) return null
  const called = peopleCalled(scenario, tried)
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
            <p class="hint">{detailsOf(task, moment, tried, called, { say, language })}</p>
            {chosen === key ? (
              <TaskForm {...props} task={task} candidates={candidatesFor(task, scenario, tried, language)} />
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
  { calendar }: Moment,
  tried: Tried,
  called: PersonOf,
  { say, language }: Pick<Reader, 'say' | 'language'>,
): string {
  const { roles } = tried.beginning
  const nameOf = namesIn(tried)
  return [
    task.assignee !== undefined && say(TRIAL_WORDS.assignedTo, { person: called(task.assignee)[language] }),
    task.groups.length > 0 &&
      say(TRIAL_WORDS.offeredTo, { groups: task.groups.map((group) => roles[group]?.[language] ?? group).join('، ') }),
    task.due !== undefined && say(TRIAL_WORDS.due, { time: momentSaid(task.due, calendar, language) }),
    task.fourEyes.length > 0 &&
      say(TRIAL_WORDS.fourEyes, { steps: task.fourEyes.map((it) => nameOf(it)[language]).join('، ') }),
  ]
    .filter((it) => it !== false)
    .join(' · ')
}

interface Candidate {
  readonly name: string
  readonly label: string
  /** Made known when they act first. */
  readonly person?: Person
}

/** Who may do it: whom it is assigned to, who is known and has the role, and two invented clerks of each role. */
function candidatesFor(
  { assignee, users, groups }: TriedTask,
  scenario: Scenario,
  tried: Tried,
  language: Language,
): readonly Candidate[] {
  const called = peopleCalled(scenario, tried)
  const applicants = applicantsIn(scenario, tried)
  const candidate = (name: string, person: Person): Candidate =>
    applicants.has(name)
      ? { name: APPLICANT, label: called(name)[language] }
      : { name, label: called(name)[language], person }
  if (assignee !== undefined) return [candidate(assignee, { groups })]
  const known = Object.entries(scenario.people ?? {}).filter(([, person]) =>
    person.groups.some((group) => groups.includes(group)),
  )
  const all = [
    ...users.map((name) => candidate(name, { groups })),
    ...known.map(([name, person]) => candidate(name, person)),
    ...groups.flatMap((group) => inventedOf(group).map((name) => candidate(name, { groups: [group] }))),
    ...(groups.length + users.length > 0 ? [] : [candidate(SUPERVISOR, { groups: [], roles: ['supervisor'] })]),
  ]
  return all.filter(({ name }, index) => all.findIndex((other) => other.name === name) === index)
}

interface TaskFormProps extends NowProps {
  readonly task: TriedTask
  readonly candidates: readonly Candidate[]
}

function TaskForm({ task, candidates, trial, tests, take }: TaskFormProps) {
  const { say, language } = useLanguage()
  const [name, setName] = useState(candidates[0]?.name ?? APPLICANT)
  const [sample, setSample] = useState('')
  const samples = useMemo(() => taskSamples(tests, task.element), [tests, task.element])
  const [answers, setAnswers] = useState<JsonObject>(task.form?.opening ?? {})
  const findings = trial.refused?.kind === 'step' ? trial.refused.findings : NONE
  useLayoutEffect(() => {
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
