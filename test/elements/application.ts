/** One application in a test: what it waits for, where it has been, and what people and machines do with it. */
import { eventsOf } from '../../engine/core/history.ts'
import { globalId, localEntries, type GlobalId, type InstanceId, type LocalId } from '../../engine/core/ids.ts'
import type { Event } from '../../engine/core/event.ts'
import type { InstanceState, Wait } from '../../engine/core/instance.ts'
import type { Instruction } from '../../engine/core/modification.ts'
import type { JobRow } from '../../engine/core/job.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { isProblem, type Problem } from '../../engine/core/problem.ts'
import type { IncidentRow } from '../../engine/core/instance-row.ts'
import type { TaskRow } from '../../engine/core/task.ts'
import type { Engine } from '../../engine/engine.ts'
import { STAFF, local, told } from './staff.ts'

/** What an application needs of the office it lies in. */
export interface House {
  readonly engine: Engine
  settle(): Promise<void>
}

const choices = (elements: readonly string[]) => elements.map((element) => ({ element }))

export class Application {
  readonly id: InstanceId
  readonly #office: House
  #state: InstanceState | undefined
  #events: readonly Event[] = []

  constructor(office: House, id: InstanceId) {
    this.#office = office
    this.id = id
  }

  /** Reads again what is stored; every act below does. */
  async read(): Promise<this> {
    const { instances } = this.#office.engine.deps.store
    const row = await instances.get(this.id)
    if (row === undefined) throw new Error(`Expected the application ${this.id}`)
    this.#state = JSON.parse(row.state) as InstanceState
    this.#events = (await instances.history(this.id)).flatMap((record) => [...eventsOf(record)])
    return this
  }

  get state(): InstanceState {
    if (!this.#state) throw new Error('The application was not read')
    return this.#state
  }

  get events(): readonly Event[] {
    return this.#events
  }

  get status(): string {
    return this.state.status
  }

  /** "task Review", "timer Late": what it waits for, in order of opening. */
  get waits(): readonly string[] {
    return Object.values(this.state.waits).map((wait) => `${wait.kind} ${this.#elementOf(wait)}`)
  }

  /** "condition Gate": cause and element of each open incident. */
  get trouble(): readonly string[] {
    return Object.values(this.state.incidents).map(({ cause, element }) => `${cause} ${element}`)
  }

  /** Elements completed, in order; the process itself left out. */
  get path(): readonly string[] {
    return this.#ended('elementCompleted')
  }

  get terminated(): readonly string[] {
    return this.#ended('elementTerminated')
  }

  /** How often the element was entered. */
  entered(element: string): number {
    return this.#events.filter((event) => event.kind === 'elementActivated' && event.element === element).length
  }

  /** Variables of the whole application as they were last, also after its end. */
  get variables(): JsonObject {
    const { application: _application, ...rest } = this.scope('1')
    return rest
  }

  /** Variables last set in one scope. */
  scope(id: string): JsonObject {
    return this.#events.reduce<JsonObject>((seen, event) => {
      if (event.kind === 'elementActivated' && event.id === id) return { ...event.variables }
      return event.kind === 'variablesSet' && event.scope === id ? { ...seen, ...event.values } : seen
    }, {})
  }

  /** Variables of the nth instance (from 1) of an element, as they were last. */
  inside(element: string, nth = 1): JsonObject {
    const made = this.#events.filter((event) => event.kind === 'elementActivated' && event.element === element)
    const event = made[nth - 1]
    if (event?.kind !== 'elementActivated') throw new Error(`${element} was entered only ${made.length} times`)
    return this.scope(event.id)
  }

  /** Local time at which the timer of this element is due. */
  due(element: string): string {
    const [, wait] = this.#wait('timer', element)
    return wait.kind === 'timer' ? local(wait.due) : ''
  }

  async task(element: string, answers: JsonObject = {}, nth = 1): Promise<this> {
    return this.#done(await this.tryTask(element, answers, nth))
  }

  async tryTask(element: string, answers: JsonObject = {}, nth = 1): Promise<Problem | undefined> {
    const done = await this.#office.engine.completeTask(STAFF, this.#global('task', element, nth), answers)
    await this.#after()
    return isProblem(done) ? done : undefined
  }

  /** The open task as the desk shows it. */
  async desk(element: string): Promise<TaskRow> {
    const [id] = this.#wait('task', element)
    const task = await this.#office.engine.deps.store.tasks.get(this.id, id)
    if (task === undefined) throw new Error(`Expected a row for the task ${element}`)
    return task
  }

  /** The job as a worker gets it. */
  async work(element: string, nth = 1): Promise<JobRow> {
    const [id] = this.#wait('job', element, nth)
    const job = await this.#office.engine.deps.store.jobs.get(this.id, id)
    if (job === undefined) throw new Error(`Expected a row for the job ${element}`)
    return job
  }

  /** A worker takes the job and completes it. */
  async job(element: string, result: JsonObject = {}, nth = 1): Promise<this> {
    const [id, token] = await this.#lease(element, nth)
    return this.#done(await this.#office.engine.completeJob(STAFF, id, result, token))
  }

  async fail(element: string, reason = 'no answer', retries?: number): Promise<this> {
    const [id, token] = await this.#lease(element)
    const failure = { reason, backoff: 0, ...(retries === undefined ? {} : { retries }) }
    return this.#done(await this.#office.engine.failJob(STAFF, id, failure, token))
  }

  async error(element: string, code: string, variables: JsonObject = {}, nth = 1): Promise<this> {
    const [id, token] = await this.#lease(element, nth)
    const thrown = { code, message: `because of ${code}`, variables }
    return this.#done(await this.#office.engine.throwJobError(STAFF, id, thrown, token))
  }

  /** The one open incident at this element. */
  async incident(element: string): Promise<IncidentRow> {
    const { items } = await this.#office.engine.deps.store.instances.incidents({ instance: this.id, limit: 50 })
    const found = items.filter((one) => one.element === element)
    const [only] = found
    if (only === undefined || found.length > 1)
      throw new Error(`Expected one incident at ${element}, but ${items.map((it) => it.element).join(', ')}`)
    return only
  }

  /** An operator corrects variables and tries the element again. */
  async mend(element: string, variables: JsonObject = {}, retries?: number): Promise<this> {
    const { id } = await this.incident(element)
    if (Object.keys(variables).length > 0) await this.set(variables)
    return this.#done(await this.#office.engine.resolveIncident(STAFF, globalId(this.id, id), retries))
  }

  /** @param scope local id of an element instance; the whole application where absent */
  async set(variables: JsonObject, scope?: string): Promise<this> {
    return this.#done(await this.#office.engine.setVariables(STAFF, this.id, variables, scope))
  }

  /** An operator's instructions, all of them or none. */
  async modify(...instructions: readonly Instruction[]): Promise<this> {
    return this.#done(await this.tryModify(...instructions))
  }

  async tryModify(...instructions: readonly Instruction[]): Promise<Problem | undefined> {
    const done = await this.#office.engine.modifyInstance(STAFF, this.id, { reason: 'put right', instructions })
    await this.#after()
    return isProblem(done) ? done : undefined
  }

  /** Local id of the nth live instance of an element. */
  at(element: string, nth = 1): LocalId {
    const id = this.live(element)[nth - 1]
    if (id === undefined) throw new Error(`Expected ${element} to be at work, but ${this.waits.join(', ')}`)
    return id as LocalId
  }

  /** A new application continues this one at these elements. */
  async restart(at: readonly string[], variables: JsonObject = {}): Promise<Application> {
    const started = await this.#office.engine.restartInstance(STAFF, this.id, { reason: 'reopened', at, variables })
    if (isProblem(started)) throw new Error(told(started))
    await this.#office.settle()
    return new Application(this.#office, started.id).read()
  }

  async suspend(reason = 'under review'): Promise<this> {
    return this.#done(await this.#office.engine.suspendInstance(STAFF, this.id, reason))
  }

  async resume(reason = 'reviewed'): Promise<this> {
    return this.#done(await this.#office.engine.resumeInstance(STAFF, this.id, reason))
  }

  /** Somebody chooses steps of an ad-hoc subprocess. */
  async activate(...elements: readonly string[]): Promise<this> {
    return this.#done(await this.#office.engine.activateAdHoc(STAFF, this.id, { elements: choices(elements) }))
  }

  async tryActivate(...elements: readonly string[]): Promise<string | undefined> {
    const done = await this.#office.engine.activateAdHoc(STAFF, this.id, { elements: choices(elements) })
    await this.#after()
    return isProblem(done) ? done.code : undefined
  }

  async cancel(): Promise<this> {
    return this.#done(await this.#office.engine.cancelInstance(STAFF, this.id, 'withdrawn'))
  }

  /** Local ids of the live instances of an element. */
  live(element: string): readonly string[] {
    return Object.entries(this.state.elements).flatMap(([id, record]) => (record.element === element ? [id] : []))
  }

  async #lease(element: string, nth = 1): Promise<readonly [GlobalId, number]> {
    const { type, instance, id } = await this.work(element, nth)
    const request = { types: [type], worker: 'worker', limit: 100, leaseTime: 1 }
    const leased = await this.#office.engine.activateJobs(STAFF, request)
    if (isProblem(leased)) throw new Error(told(leased))
    const job = leased.find((one) => one.instance === instance && one.id === id)
    if (job === undefined) throw new Error(`Expected the job ${element} to be free for a worker`)
    for (const other of leased)
      if (other !== job)
        await this.#office.engine.deps.store.jobs.putBack(other.instance, other.id, other.token, other.due)
    return [globalId(instance, id), job.token]
  }

  async #done(result: unknown): Promise<this> {
    if (isProblem(result)) throw new Error(told(result))
    return this.#after()
  }

  async #after(): Promise<this> {
    await this.#office.settle()
    return this.read()
  }

  #global(kind: Wait['kind'], element: string, nth: number): GlobalId {
    return globalId(this.id, this.#wait(kind, element, nth)[0])
  }

  #wait(kind: Wait['kind'], element: string, nth = 1): readonly [LocalId, Wait] {
    const waits = localEntries(this.state.waits)
    const found = waits.filter(([, wait]) => wait.kind === kind && this.#elementOf(wait) === element)[nth - 1]
    if (!found) throw new Error(`No ${kind} ${nth} at ${element}, but ${this.waits.join(', ')}; ${this.#told}`)
    return found
  }

  get #told(): string {
    return Object.values(this.state.incidents)
      .map((one) => one.message)
      .join('; ')
  }

  #elementOf(wait: Wait): string {
    return 'element' in wait ? wait.element : (this.state.elements[wait.owner]?.element ?? '?')
  }

  #ended(kind: 'elementCompleted' | 'elementTerminated'): readonly string[] {
    const names = new Map<string, string>()
    for (const event of this.#events)
      if (event.kind === 'elementActivated' || event.kind === 'compensationStarted') names.set(event.id, event.element)
    return this.#events.flatMap((event) =>
      event.kind === kind && event.id !== '1' ? [names.get(event.id) ?? '?'] : [],
    )
  }
}
