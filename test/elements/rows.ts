/** The rows beside an application against its state: what people and workers are shown is what it really waits for. */
import assert from 'node:assert/strict'
import { eventsOf } from '../../engine/core/history.ts'
import { localEntries, type InstanceId, type LocalId } from '../../engine/core/ids.ts'
import type { InstanceState, Wait } from '../../engine/core/instance.ts'
import type { InstanceRow } from '../../engine/core/instance-row.ts'
import type { Store } from '../../engine/core/store.ts'

type Listed = Readonly<
  Record<'elements' | 'tasks' | 'jobs' | 'timers' | 'subscriptions' | 'signals' | 'incidents', readonly string[]>
>

const END_OF_TIME = Date.parse('9999-12-31T23:59:59Z')

export async function judgeRows(store: Store, ids: readonly InstanceId[]): Promise<void> {
  const timers = await store.timers.due(END_OF_TIME, 10_000)
  for (const id of ids) {
    const row = await store.instances.get(id)
    if (row === undefined) throw new Error(`Expected the application ${id}`)
    const own = timers.filter((timer) => timer.instance === id).map((timer) => `${timer.id} ${timer.due}`)
    assert.deepEqual(await rowsOf(store, row, own), waitsOf(JSON.parse(row.state) as InstanceState))
  }
}

/** Nothing finds a suspended application by a time or a message. */
const isListed = ({ status }: InstanceState, { kind }: Wait): boolean =>
  status !== 'suspended' || (kind !== 'timer' && kind !== 'message')

function waitsOf(state: InstanceState): Listed {
  const waits = localEntries(state.waits).filter(([, wait]) => isListed(state, wait))
  const list = <K extends Wait['kind']>(kind: K, text: (id: LocalId, wait: Extract<Wait, { kind: K }>) => string) =>
    waits.flatMap(([id, wait]) => (wait.kind === kind ? [text(id, wait as Extract<Wait, { kind: K }>)] : [])).sort()
  const incidents = Object.entries(state.incidents)
  return {
    elements: elementsOf(state),
    tasks: list('task', (id, wait) => `${id} ${wait.assignee ?? 'free'}`),
    jobs: list('job', (id, wait) => `${id} ${wait.type} ${wait.retries}`),
    timers: list('timer', (id, wait) => `${id} ${wait.due}`),
    subscriptions: list('message', (id, wait) => `${id} ${wait.name} ${wait.key}`),
    signals: list('signal', (id, wait) => `${id} ${wait.name}`),
    incidents: incidents.map(([id, { owner, cause, element }]) => `${id} ${owner} ${cause} ${element}`).sort(),
  }
}

/** Of an application that is over nothing stands anywhere. */
function elementsOf({ status, elements, program }: InstanceState): readonly string[] {
  if (status === 'completed' || status === 'terminated') return []
  const programOf = (id: LocalId): string => {
    const { program: own, scope } = elements[id] ?? {}
    return own ?? (scope === undefined ? program : programOf(scope))
  }
  return localEntries(elements)
    .map(([id, { element }]) => `${id} ${element} ${programOf(id)}`)
    .sort()
}

async function rowsOf(store: Store, { id, agency }: InstanceRow, timers: readonly string[]): Promise<Listed> {
  const tasks = await store.tasks.list({ agency, instance: id, status: 'open', limit: 200 })
  const jobs = await store.jobs.list({ instance: id, limit: 1_000 })
  const incidents = await store.instances.incidents({ instance: id, limit: 200 })
  const elements = await store.elementInstances.of(id)
  return {
    elements: elements.map((it) => `${it.id} ${it.element} ${it.program}`).sort(),
    tasks: tasks.items.map((task) => `${task.id} ${task.assignee ?? 'free'}`).sort(),
    jobs: jobs.map((job) => `${job.id} ${job.type} ${job.retries}`).sort(),
    timers: timers.toSorted(),
    subscriptions: await subscriptionsOf(store, id, agency),
    signals: await signalsOf(store, id, agency),
    incidents: incidents.items.map((it) => `${it.id} ${it.owner} ${it.cause} ${it.element}`).sort(),
  }
}

/** Looked for under every name the application ever listened to. */
async function signalsOf(store: Store, id: InstanceId, agency: InstanceRow['agency']): Promise<string[]> {
  const listened = new Set<string>()
  for (const record of await store.instances.history(id))
    for (const event of eventsOf(record)) if (event.kind === 'signalSubscriptionOpened') listened.add(event.name)
  const found: string[] = []
  for (const name of listened)
    for (const row of await store.signals.waiting(agency, name))
      if (row.instance === id) found.push(`${row.id} ${name}`)
  return found.sort()
}

/** Looked for under every name and key the application ever listened to. */
async function subscriptionsOf(store: Store, id: InstanceId, agency: InstanceRow['agency']): Promise<string[]> {
  const listened = new Map<string, readonly [name: string, key: string]>()
  for (const record of await store.instances.history(id))
    for (const event of eventsOf(record))
      if (event.kind === 'subscriptionOpened') listened.set(`${event.name} ${event.key}`, [event.name, event.key])
  const found: string[] = []
  for (const [name, key] of listened.values())
    for (const row of await store.messages.subscribers(agency, name, key, 'nobody sent this'))
      if (row.instance === id) found.push(`${row.id} ${row.name} ${row.key}`)
  return found.sort()
}
