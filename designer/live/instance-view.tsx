/** One application moved through from its first event to its last: what happened, where it stood, what it knew. */
import { useCallback, useMemo, useState } from 'preact/hooks'
import { ROUTES } from '../app/routes.ts'
import { Button } from '../frame/button.tsx'
import { useLanguage } from '../language/language.tsx'
import { LIVE, type Course, type LiveVersion, type Moment, type State } from './asked.ts'
import { useAsked } from './asking.ts'
import { Drawing } from './drawing.tsx'
import { happened } from './happened.ts'
import { Known } from './known.tsx'
import { Link } from './link.tsx'
import { Moments } from './moments.tsx'
import { Unanswered } from './unanswered.tsx'
import type { Shown } from './viewer.ts'
import { LIVE_WORDS as WORDS } from './words.ts'

export function InstanceView({ id }: { readonly id: string }) {
  const question = useCallback(() => LIVE.course(id), [id])
  const { answer } = useAsked(question)
  return answer?.kind === 'ok' ? <CourseView course={answer.value} /> : <Unanswered answer={answer} />
}

function CourseView({ course }: { readonly course: Course }) {
  const { say } = useLanguage()
  const moments = useMemo(() => course.moments.filter((it) => happened(it) !== undefined), [course])
  const [at, setAt] = useState(moments.length - 1)
  const event = moments[at]?.event ?? 1
  const question = useCallback(() => LIVE.moment(course.id, event), [course, event])
  const { answer } = useAsked(question)
  const to = (place: number): void => setAt(Math.max(0, Math.min(moments.length - 1, place)))
  return (
    <>
      <p>
        <Link to={ROUTES.live(course.packageId, course.version)}>{say(WORDS.back)}</Link>
      </p>
      <div class="bar">
        <h1>{say(WORDS.application, { reference: course.reference })}</h1>
        <p>{say(WORDS[course.status])}</p>
        <Steps at={at} last={moments.length - 1} event={event} events={course.moments.length} onMove={to} />
      </div>
      <MomentDrawing course={course} state={answer?.kind === 'ok' ? answer.value : undefined} event={event} />
      <div class="live-panes">
        <Moments moments={moments} at={at} onChoose={to} />
        {answer?.kind === 'ok' ? <Stood course={course} state={answer.value} /> : <Unanswered answer={answer} />}
      </div>
    </>
  )
}

interface StepsProps {
  readonly at: number
  readonly last: number
  readonly event: number
  readonly events: number
  readonly onMove: (place: number) => void
}

function Steps({ at, last, event, events, onMove }: StepsProps) {
  const { say } = useLanguage()
  return (
    <div class="buttons">
      <Button disabled={at <= 0} onClick={() => onMove(0)}>
        {say(WORDS.first)}
      </Button>
      <Button icon="out" disabled={at <= 0} onClick={() => onMove(at - 1)}>
        {say(WORDS.earlier)}
      </Button>
      <Button icon="into" disabled={at >= last} onClick={() => onMove(at + 1)}>
        {say(WORDS.later)}
      </Button>
      <Button disabled={at >= last} onClick={() => onMove(last)}>
        {say(WORDS.last)}
      </Button>
      <p role="status">{say(WORDS.place, { event, events })}</p>
    </div>
  )
}

interface MomentDrawingProps {
  readonly course: Course
  readonly state: State | undefined
  readonly event: number
}

function MomentDrawing({ course, state, event }: MomentDrawingProps) {
  const { say } = useLanguage()
  const packageId = state?.packageId ?? course.packageId
  const version = state?.version ?? course.version
  const question = useCallback(() => LIVE.version(packageId, version), [packageId, version])
  const { answer } = useAsked(question)
  const shown = useMemo(() => marksOf(course.moments, state, event), [course, state, event])
  const xml = answer?.kind === 'ok' ? drawingOf(answer.value, state?.processId ?? course.processId) : undefined
  if (xml === undefined) return null
  return <Drawing xml={xml} label={say(WORDS.drawing, { name: course.reference })} shown={shown} />
}

const drawingOf = ({ drawings }: LiveVersion, process: string): string | undefined =>
  Object.values(drawings).find((text) => text.includes(`id="${process}"`))

/** Without the procedure itself, which stands around them all. */
const stepsIn = (state: State | undefined): State['standing'] =>
  state?.standing.filter(({ element, program }) => !program.endsWith(`/${element}`)) ?? []

function marksOf(moments: readonly Moment[], state: State | undefined, event: number): Shown {
  const marks = new Map<string, 'here' | 'done' | 'fault'>()
  for (const one of moments)
    if (one.event <= event && one.kind === 'elementCompleted' && one.element !== undefined)
      marks.set(one.element, 'done')
  for (const { element } of state?.waiting ?? []) marks.set(element, 'here')
  for (const { element, incident } of stepsIn(state)) marks.set(element, incident ? 'fault' : 'here')
  return { marks, badges: new Map() }
}

function Stood({ course, state }: { readonly course: Course; readonly state: State }) {
  const { say, language } = useLanguage()
  const names = useMemo(
    () => new Map(course.moments.flatMap(({ element, name }) => (element && name ? [[element, name] as const] : []))),
    [course],
  )
  const called = (element: string): string => names.get(element)?.[language] || element
  const steps = stepsIn(state)
  return (
    <div>
      <h2>{say(WORDS.stood)}</h2>
      {steps.length + state.waiting.length === 0 ? (
        <p>{say(WORDS.stoodNowhere)}</p>
      ) : (
        <ul>
          {steps.map(({ element, program, incident }, index) => (
            <li key={`${program} ${element} ${index}`}>
              {called(element)} {incident && <strong class="live-fault-count">{say(WORDS.fault)}</strong>}
            </li>
          ))}
          {state.waiting.map(({ element, name, flow }) => (
            <li key={flow}>{say(WORDS.beforeJoin, { name: name[language] || called(element) })}</li>
          ))}
        </ul>
      )}
      <h2>{say(WORDS.knew)}</h2>
      <Known label={say(WORDS.knew)} variables={state.variables} />
      {state.inner
        .filter(({ variables }) => Object.keys(variables).length > 0)
        .map(({ element, variables }, index) => (
          <section key={`${element} ${index}`}>
            <h3>{say(WORDS.knewAt, { name: called(element) })}</h3>
            <Known label={say(WORDS.knewAt, { name: called(element) })} variables={variables} />
          </section>
        ))}
    </div>
  )
}
