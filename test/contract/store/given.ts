/** What the store's tests begin with: applications, tasks, jobs and messages of a made-up agency. */
import type { InstanceStatus } from '../../../engine/core/instance.ts'
import type { Failpoint } from '../../../engine/core/failpoint.ts'
import type { AgencyId, Digest, InstanceId, LocalId, ProgramKey, Reference, UserId } from '../../../engine/core/ids.ts'
import type { Change } from '../../../engine/core/change.ts'
import type { Store, Write } from '../../../engine/core/store.ts'

export interface Opened {
  readonly store: Store
  close(): Promise<void>
}

/** A fresh, empty store; `failpoint` is told as in engine/core/failpoint.ts. */
export type Open = (failpoint?: Failpoint) => Promise<Opened>

export const MOJ = 'moj' as AgencyId
export const MOH = 'moh' as AgencyId
export const PROGRAM = 'moj.record@1.0.0/main' as ProgramKey
export const AT = Date.UTC(2026, 10, 23, 9)

/** The n-th application; ids sort by n. */
export const instance = (n: number): InstanceId => `01JD${String(n).padStart(22, '0')}` as InstanceId
export const reference = (n: number): Reference => `2026-${String(n).padStart(9, '0')}` as Reference
export const local = (n: number): LocalId => String(n) as LocalId
export const user = (name: string): UserId => name as UserId
export const digest = (letter: string): Digest => letter.repeat(64) as Digest

type Created = NonNullable<NonNullable<Write['instance']>['created']>
export interface Start {
  readonly agency?: AgencyId
  readonly at?: number
  readonly created?: Partial<Created>
  readonly changes?: readonly Change[]
}

export function start(n: number, { agency = MOJ, at = AT + n, created = {}, changes = [] }: Start = {}): Write {
  return {
    agency,
    at,
    instance: {
      id: instance(n),
      expectedRev: 0,
      status: 'active',
      state: `{"n":${n},"rev":1}`,
      created: { program: PROGRAM, reference: reference(n), startedBy: 'user:citizen.one', ...created },
    },
    history: { instance: instance(n), seq: 1, at, actor: 'user:citizen.one', command: 'start', events: '[]' },
    changes,
  }
}

export interface Step {
  readonly restated?: true
  readonly agency?: AgencyId
  readonly status?: InstanceStatus
  readonly at?: number
  readonly changes?: readonly Change[]
  readonly fence?: NonNullable<Write['fence']>
}

/** The step of application n from `rev` to the next one. */
export function step(n: number, rev: number, options: Step = {}): Write {
  const { agency = MOJ, status = 'active', at = AT + 1_000 + n, changes = [], fence, restated } = options
  return {
    agency,
    at,
    instance: {
      id: instance(n),
      expectedRev: rev,
      status,
      state: `{"n":${n},"rev":${rev + 1}}`,
      ...(restated ? { restated } : {}),
    },
    history: { instance: instance(n), seq: rev + 1, at, actor: 'system:test', command: 'completeTask', events: '[]' },
    changes,
    ...(fence ? { fence } : {}),
  }
}

export const alone = (changes: readonly Change[], at = AT, agency = MOJ): Write => ({ agency, at, changes })

/** All of them, sent at once; throws when one is refused. */
export async function committed(store: Store, ...writes: readonly Write[]): Promise<void> {
  const results = await Promise.all(writes.map((write) => store.commit(write)))
  const refused = results.find(({ kind }) => kind !== 'committed')
  if (refused) throw new Error(`Expected every write to be committed, but found ${JSON.stringify(refused)}`)
}

type OpenTask = Extract<Change, { kind: 'openTask' }>
export function openTask(n: number, id: number, task: Partial<OpenTask['task']> = {}): OpenTask {
  return {
    kind: 'openTask',
    instance: instance(n),
    id: local(id),
    reference: reference(n),
    task: {
      element: 'Task_Review',
      name: 'Review',
      program: PROGRAM,
      candidateGroups: ['clerks'],
      candidateUsers: [],
      priority: 50,
      fourEyes: [],
      ...task,
    },
  }
}

type OpenJob = Extract<Change, { kind: 'openJob' }>
export function openJob(n: number, id: number, job: Partial<OpenJob['job']> = {}, due = AT): OpenJob {
  return {
    kind: 'openJob',
    instance: instance(n),
    id: local(id),
    reference: reference(n),
    program: PROGRAM,
    job: { element: 'Task_Call', type: 'masar:databus', retries: 3, headers: {}, variables: {}, ...job },
    due,
  }
}

export const publish = (messageId: string, more: { name?: string; key?: string; expires?: number } = {}): Change => ({
  kind: 'publishMessage',
  message: { messageId, name: 'judgment', key: '77', variables: { ok: true }, expires: AT + 60_000, ...more },
})

export const subscribe = (
  n: number,
  id: number,
  more: { name?: string; key?: string; program?: ProgramKey } = {},
): Change => ({
  kind: 'openSubscription',
  instance: instance(n),
  id: local(id),
  program: PROGRAM,
  name: 'judgment',
  key: '77',
  ...more,
})

export const hold = (n: number): Change => ({ kind: 'holdInstance', instance: instance(n) })
export const release = (n: number): Change => ({ kind: 'releaseInstance', instance: instance(n) })

export const take = (message: string, n: number, process = 'moj.record/main', name = 'judgment'): Change => ({
  kind: 'takeMessage',
  message,
  name,
  process,
  instance: instance(n),
})
