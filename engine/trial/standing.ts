/** How the application of a trial stands now, read from the store as desk and portal would. */
import { clocksOf } from '../commands/clocks.ts'
import { localEntries, type LocalId } from '../core/ids.ts'
import { PROCESS, type InstanceState, type Wait } from '../core/instance.ts'
import { joiningIn } from '../core/joining.ts'
import { isReservedJobType, type JobRow } from '../core/job.ts'
import type { JsonObject } from '../core/json.ts'
import type { Event } from '../core/event.ts'
import { officeDaysData } from '../core/office-days.ts'
import { isProblem } from '../core/problem.ts'
import { programAround, visibleVariables } from '../core/scope.ts'
import type { Moment, Place, Token, TriedClock } from './moment.ts'
import type { Trial } from './running.ts'
import { taskStanding } from './task-standing.ts'
import { openTasks } from './step.ts'
import { calendarFor } from '../transition.ts'
import type { Filling } from './tried-form.ts'
import { placeIn, type FindProgram } from './trace.ts'
import { isUnanswered } from './unanswered.ts'
import { rootVariables } from './verdict.ts'

type Standing = Omit<Moment, 'step' | 'at' | 'refused' | 'failures' | 'trace' | 'documents' | 'notices' | 'calls'>

/** @param told everything that happened so far */
export async function standingOf(
  trial: Trial,
  find: FindProgram,
  told: readonly Event[],
  filling?: Filling,
): Promise<Standing> {
  const { store } = trial.engine.deps
  const row = await store.instances.get(trial.instance)
  if (row === undefined) throw new Error('Expected the application of the trial to be kept')
  const state = JSON.parse(row.state) as InstanceState
  const tasks = await openTasks(trial)
  const calendar = await calendarFor(trial.engine.deps, row.program, row.agency)
  const jobs = await store.jobs.list({ agency: trial.agency, instance: trial.instance, limit: 100 })
  return {
    calendar: { timeZone: calendar.timeZone, days: officeDaysData(calendar) },
    reference: row.reference,
    status: row.status,
    tokens: [...tokensIn(state, find), ...tokensBeforeJoins(state, find)],
    tasks: await Promise.all(
      tasks.map((task) => taskStanding(trial, row, task, placeAt(state, find, task.id), filling)),
    ),
    charges: trial.world.charges.filter(({ answer }) => answer === 'wait').map(({ money }) => money),
    paid: trial.world.charges.filter(({ answer }) => answer === 'approve').map(({ money }) => money),
    charged: trial.world.charges.length,
    ...waitsIn(state, find),
    jobs: jobs.filter(({ type }) => !isReservedJobType(type)).map((job) => jobStanding(job, find)),
    choices: await choicesOf(trial, state, find),
    incidents: Object.values(state.incidents).map(({ owner, element, cause, message }) => ({
      ...placeIn(find, programAround(state, owner), element),
      cause,
      message,
      unanswered: isUnanswered(message),
    })),
    clocks: await clocksIn(trial, state),
    refunds: [...trial.world.refunds.values()],
    revoked: trial.world.revoked.length,
    variables: knownIn(state, told),
  }
}

function placeAt(state: InstanceState, find: FindProgram, id: LocalId): Place {
  return placeIn(find, programAround(state, id), state.elements[id]?.element ?? '')
}

/** An element stands once, with how many tokens are in it; scopes are where their insides are. */
function tokensIn(state: InstanceState, find: FindProgram): readonly Token[] {
  const counted = new Map<string, Token>()
  for (const [id, { program }] of localEntries(state.elements)) {
    if (program !== undefined) continue
    const place = placeAt(state, find, id)
    const key = `${place.packageId}/${place.process}/${place.element}`
    counted.set(key, { ...place, count: (counted.get(key)?.count ?? 0) + 1 })
  }
  return [...counted.values()]
}

/** All that wait before a join together, by whichever flow they came. */
function tokensBeforeJoins(state: InstanceState, find: FindProgram): readonly Token[] {
  const joining = Map.groupBy(joiningIn(state, { program: find }), ({ program, join }) => `${program} ${join.id}`)
  return [...joining.values()].flatMap(([first, ...others]): readonly Token[] => {
    if (first === undefined) return []
    const count = others.reduce((sum, one) => sum + one.count, first.count)
    return [{ ...placeIn(find, first.program, first.join.id), count, waiting: true }]
  })
}

function waitsIn(state: InstanceState, find: FindProgram): Pick<Standing, 'timers' | 'messages' | 'signals'> {
  const waits = Object.values(state.waits)
  const at = (owner: LocalId, element: string): Place => placeIn(find, programAround(state, owner), element)
  const only = <K extends Wait['kind']>(kind: K): readonly Extract<Wait, { kind: K }>[] =>
    waits.filter((wait): wait is Extract<Wait, { kind: K }> => wait.kind === kind)
  return {
    timers: only('timer')
      .map(({ owner, element, due }) => ({ ...at(owner, element), due }))
      .toSorted((one, other) => one.due - other.due),
    messages: only('message').map(({ owner, element, name, key }) => ({ ...at(owner, element), message: name, key })),
    signals: only('signal').map(({ owner, element, name }) => ({ ...at(owner, element), signal: name })),
  }
}

const jobStanding = (
  { program, element, type, due, variables }: JobRow,
  find: FindProgram,
): Standing['jobs'][number] => ({
  ...placeIn(find, program, element),
  type,
  due,
  given: variables,
})

async function choicesOf(trial: Trial, state: InstanceState, find: FindProgram): Promise<Standing['choices']> {
  const supervisor = { kind: 'system', id: 'test', agency: trial.agency } as const
  const open = await trial.engine.listAdHoc(supervisor, trial.instance)
  if (isProblem(open)) return []
  return open.map(({ id, choices }) => ({
    ...placeAt(state, find, id),
    steps: choices.map(({ element }) => placeIn(find, programAround(state, id), element)),
  }))
}

async function clocksIn(trial: Trial, state: InstanceState): Promise<readonly TriedClock[]> {
  const views = await clocksOf(trial.engine.deps, state, trial.clock.now())
  return views.map((view) => ({
    deadline: view.deadline,
    title: view.title,
    unit: view.unit,
    ...(view.due === undefined ? {} : { due: view.due }),
    left: view.left,
    overdue: view.overdue,
    stopped: view.stoppedSince !== undefined,
    byHand: view.stoppedByHand !== undefined,
    articles: view.articles
      .filter(({ id }) => view.stop?.legalBasis.includes(id) === true)
      .map(({ id, title }) => ({ id, title })),
  }))
}

/** An application that has ended knows what it knew last. */
function knownIn(state: InstanceState, told: readonly Event[]): JsonObject {
  return state.elements[PROCESS] === undefined ? rootVariables(told) : visibleVariables(state, PROCESS)
}
