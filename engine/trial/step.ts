/** One step of a scenario: somebody acts, time passes, news arrives, or something is looked at. One table, kind -> how. */
import { isProblem, type Problem } from '../core/problem.ts'
import type { Text } from '../core/text.ts'
import { globalId } from '../core/ids.ts'
import { visibleVariables } from '../core/scope.ts'
import type { Actor } from '../core/actor.ts'
import type { UserId } from '../core/ids.ts'
import { PROCESS, type InstanceState } from '../core/instance.ts'
import type { TaskRow } from '../core/task.ts'
import { announce, expectClock } from './calendar.ts'
import { contains } from './contains.ts'
import type { Step } from '../core/trial/scenario.ts'
import { giveFiles } from './files.ts'
import { doing, failure, standingAt } from './failure.ts'
import { advance, refuse, type Trial } from './running.ts'

type StepKind = Step extends infer S ? (S extends Step ? keyof S : never) : never
type Run = (trial: Trial, step: never) => Promise<void>

const STEPS: readonly { readonly key: StepKind; readonly run: Run }[] = [
  { key: 'complete', run: complete },
  { key: 'claim', run: claim },
  { key: 'activate', run: activate },
  { key: 'advance', run: (trial, step: Extract<Step, { advance: string }>) => advance(trial, step.advance) },
  { key: 'holiday', run: announce },
  { key: 'stopClock', run: stop },
  { key: 'continueClock', run: goOn },
  { key: 'clock', run: expectClock },
  { key: 'message', run: message },
  { key: 'signal', run: signal },
  { key: 'job', run: job },
  { key: 'pay', run: pay },
  { key: 'task', run: expectTask },
  { key: 'noTask', run: expectNoTask },
  { key: 'variables', run: expectVariables },
  { key: 'retryIncidents', run: retryIncidents },
]

export async function runStep(trial: Trial, step: Step): Promise<void> {
  const found = STEPS.find(({ key }) => key in step)
  if (found === undefined) {
    trial.failures.push(
      failure.unknownStep(
        STEPS.map(({ key }) => key),
        Object.keys(step),
      ),
    )
    return
  }
  await found.run(trial, step as never)
}

async function complete(trial: Trial, step: Extract<Step, { complete: string }>): Promise<void> {
  const task = await openTask(trial, step.complete, step.as)
  if (task === undefined) return
  const person = trial.person(step.as)
  const answers = step.answers ?? {}
  await giveFiles(trial.engine.deps, person, answers)
  const result = await trial.engine.completeTask(person, globalId(task.instance, task.id), answers)
  expectResult(trial, doing.complete(step.as, step.complete), result, step.refused)
}

async function claim(trial: Trial, step: Extract<Step, { claim: string }>): Promise<void> {
  const task = await openTask(trial, step.claim, step.as)
  if (task === undefined) return
  const result = await trial.engine.claimTask(trial.person(step.as), globalId(task.instance, task.id))
  expectResult(trial, doing.claim(step.as, step.claim), result, step.refused)
}

async function stop(trial: Trial, step: Extract<Step, { stopClock: string }>): Promise<void> {
  const { stopClock: deadline, as, article: legalBasis, refused } = step
  const asked = { deadline, legalBasis, reason: 'scenario' }
  expectResult(
    trial,
    doing.stop(as, deadline),
    await trial.engine.stopClock(trial.person(as), trial.instance, asked),
    refused,
  )
}

async function goOn(trial: Trial, { continueClock: deadline, as, refused }: Extract<Step, { continueClock: string }>) {
  const result = await trial.engine.continueClock(trial.person(as), trial.instance, { deadline, reason: 'scenario' })
  expectResult(trial, doing.goOn(as, deadline), result, refused)
}

async function activate(trial: Trial, step: Extract<Step, { activate: readonly string[] }>): Promise<void> {
  const result = await trial.engine.activateAdHoc(trial.person(step.as), trial.instance, {
    elements: step.activate.map((element) => ({ element })),
    ...(step.in === undefined ? {} : { in: step.in }),
  })
  expectResult(trial, doing.activate(step.as, step.activate), result, step.refused)
}

function expectResult(trial: Trial, wanted: Text, result: object | Problem, refused: string | undefined): void {
  if (isProblem(result)) {
    if (result.code !== refused) refuse(trial, wanted, result)
  } else if (refused !== undefined) trial.failures.push(failure.accepted(wanted, refused))
}

async function message(trial: Trial, step: Extract<Step, { message: string }>): Promise<void> {
  const row = await trial.engine.deps.store.instances.get(trial.instance)
  const result = await trial.engine.publishMessage(
    { kind: 'system', id: 'test', agency: trial.agency },
    {
      agency: trial.agency,
      name: step.message,
      correlationKey: (step.key ?? '').replaceAll('{reference}', row?.reference ?? ''),
      variables: step.variables ?? {},
      ...(step.id === undefined ? {} : { messageId: step.id }),
    },
  )
  if (isProblem(result)) refuse(trial, doing.message(step.message), result)
}

async function signal(trial: Trial, step: Extract<Step, { signal: string }>): Promise<void> {
  const result = await trial.engine.broadcastSignal(
    { kind: 'system', id: 'test', agency: trial.agency },
    { agency: trial.agency, name: step.signal, variables: step.variables ?? {} },
  )
  if (isProblem(result)) refuse(trial, doing.signal(step.signal), result)
}

const LEASE = 60_000

async function job(trial: Trial, step: Extract<Step, { job: string }>): Promise<void> {
  const worker: Actor = {
    kind: 'user',
    id: 'trial.worker' as UserId,
    agency: trial.agency,
    roles: ['worker'],
    groups: [],
  }
  const { engine } = trial
  const request = { types: [step.job], worker: 'trial', limit: 1, leaseTime: LEASE }
  const leased = await engine.activateJobs(worker, request)
  if (isProblem(leased)) {
    refuse(trial, doing.lease(step.job), leased)
    return
  }
  const [found] = leased
  if (found === undefined) {
    trial.failures.push(failure.noJob(step.job, await standing(trial)))
    return
  }
  const id = globalId(found.instance, found.id)
  const result = await report()
  if (isProblem(result)) refuse(trial, doing.report(step.job), result)

  function report(): ReturnType<typeof engine.completeJob> {
    if (step.error !== undefined)
      return engine.throwJobError(worker, id, { code: step.error, message: 'The test says so' }, found?.token)
    if (step.fails !== undefined) return engine.failJob(worker, id, { reason: step.fails }, found?.token)
    return engine.completeJob(worker, id, step.gives ?? {}, found?.token)
  }
}

async function pay(trial: Trial, step: Extract<Step, { pay: string }>): Promise<void> {
  const charge = trial.world.charges.find((one) => one.answer === 'wait')
  if (charge === undefined) {
    trial.failures.push(failure.noCharge)
    return
  }
  charge.answer = step.pay
  await advance(trial, 'PT2M')
}

async function expectTask(trial: Trial, step: Extract<Step, { task: string }>): Promise<void> {
  const task = await openTask(trial, step.task, step.assignee)
  if (task === undefined) return
  const due = task.due === undefined ? 'none' : new Date(task.due).toISOString()
  if (step.due !== undefined && Date.parse(step.due) !== task.due)
    trial.failures.push(failure.due(step.task, step.due, due))
  if (step.groups !== undefined && !contains([...task.candidateGroups], [...step.groups]))
    trial.failures.push(failure.offered(step.task, step.groups, task.candidateGroups))
  if (step.assignee !== undefined && step.assignee !== task.assignee)
    trial.failures.push(failure.assigned(step.task, step.assignee, task.assignee))
}

async function expectNoTask(trial: Trial, step: Extract<Step, { noTask: string }>): Promise<void> {
  const open = await openTasks(trial)
  if (open.some((task) => task.element === step.noTask)) trial.failures.push(failure.openTask(step.noTask))
}

async function expectVariables(trial: Trial, step: Extract<Step, { variables: object }>): Promise<void> {
  const row = await trial.engine.deps.store.instances.get(trial.instance)
  const variables = row ? visibleVariables(JSON.parse(row.state) as InstanceState, PROCESS) : {}
  if (!contains(variables, step.variables as never)) trial.failures.push(failure.variables(step.variables, variables))
}

async function retryIncidents(trial: Trial): Promise<void> {
  const open = await trial.engine.deps.store.instances.incidents({ instance: trial.instance, limit: 100 })
  for (const incident of open.items) {
    const operator = { kind: 'system', id: 'test', agency: trial.agency } as const
    const result = await trial.engine.resolveIncident(operator, globalId(incident.instance, incident.id))
    if (isProblem(result)) refuse(trial, doing.retry(incident.element), result)
  }
}

/** Where one step waits for several people, each finds their own task. */
async function openTask(trial: Trial, element: string, person?: string): Promise<TaskRow | undefined> {
  const open = await openTasks(trial)
  const here = open.filter((task) => task.element === element)
  const found = here.find((task) => task.assignee === person) ?? here[0]
  if (found === undefined)
    trial.failures.push(
      failure.noTask(
        element,
        open.map((task) => task.element),
        await standing(trial),
      ),
    )
  return found
}

export async function openTasks(trial: Trial): Promise<readonly TaskRow[]> {
  const page = await trial.engine.deps.store.tasks.list({
    agency: trial.agency,
    instance: trial.instance,
    status: 'open',
    limit: 100,
  })
  return page.items
}

async function standing(trial: Trial): Promise<Text> {
  const open = await trial.engine.deps.store.instances.incidents({ instance: trial.instance, limit: 10 })
  return standingAt(open.items)
}
