/** The first write of an application: a reference number nobody has, the first steps, and everything that is kept with it; once under one key. */
import { isDeepStrictEqual } from 'node:util'
import { actorName, type Actor } from '../core/actor.ts'
import type { Assisted } from '../core/assistance.ts'
import type { Channel } from '../core/channel.ts'
import type { Change } from '../core/change.ts'
import type { Continuation } from '../core/command.ts'
import { eventsOf } from '../core/history.ts'
import {
  programParts,
  type AgencyId,
  type InstanceId,
  type ProgramKey,
  type Reference,
  type UserId,
} from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import { conflict, invalid, isProblem, unavailable, type Problem } from '../core/problem.ts'
import type { EngineDeps } from '../deps.ts'
import { decide, writeOf } from '../transition.ts'
import { applying, startVariables } from './start-variables.ts'

export interface Started {
  readonly id: InstanceId
  readonly reference: Reference
  /** false: this key had been used, the application was there already. */
  readonly created: boolean
}

const REFERENCE_ATTEMPTS = 5
export const STARTED_BEFORE = 'duplicate.occasion'
export const KEY_RUNNING = 'duplicate.conversation'
/** Why nothing of a service that is held begins. */
export const SERVICE_SUSPENDED = 'service.suspended'

interface Creation {
  readonly program: ProgramKey
  readonly element?: string
  readonly variables: JsonObject
  readonly payload?: JsonObject
  readonly channel: Channel
  readonly applicant?: UserId
  /** Who acted for the company that applied, where it is not who asks now. */
  readonly actedFor?: UserId
  /** With the name of whoever sent it: nobody finds an application by another person's key. */
  readonly idempotencyKey?: string
  readonly messageId?: string
  readonly signal?: string
  readonly origin?: InstanceId
  readonly conversation?: string
  readonly held?: string
  readonly restart?: Continuation
  readonly assistance?: Assisted
  /** Asked once it is known that this begins a new application: the files its answers name. */
  readonly attached?: () => Promise<readonly Change[] | Problem>
  readonly changes: readonly Change[]
}

export async function create(
  deps: EngineDeps,
  actor: Actor,
  found: CheckedPackage,
  creation: Creation,
): Promise<Started | Problem> {
  const before = await startedBefore(deps, found.workflow.agency, creation)
  if (before) return before
  const attached = (await creation.attached?.()) ?? []
  if (isProblem(attached)) return attached
  const whole = { ...creation, changes: [...creation.changes, ...attached] }
  for (let attempt = 0; attempt < REFERENCE_ATTEMPTS; attempt++) {
    const started = await createOnce(deps, actor, found, whole)
    if (started !== 'again') return started
  }
  return unavailable('reference.exhausted', 'Expected a free reference number, but none was found; try again')
}

async function createOnce(
  deps: EngineDeps,
  actor: Actor,
  found: CheckedPackage,
  creation: Creation,
): Promise<Started | Problem | 'again'> {
  const now = deps.clock.now()
  const id = deps.ids.instance(now)
  const reference = deps.ids.reference(now)
  const { agency } = found.workflow
  const command = {
    kind: 'start',
    id,
    agency,
    reference,
    program: creation.program,
    variables: startVariables(found, creation, reference, now, await applying(deps, actor, creation)),
    ...(creation.payload === undefined ? {} : { payload: creation.payload }),
    ...(creation.element === undefined ? {} : { startElement: creation.element }),
    ...(creation.messageId === undefined ? {} : { messageId: creation.messageId }),
    ...(creation.signal === undefined ? {} : { signal: creation.signal }),
    ...(creation.held === undefined ? {} : { held: creation.held }),
    ...(creation.restart === undefined ? {} : { restart: creation.restart }),
    ...(creation.assistance && { assistance: creation.assistance }),
  } as const
  const decided = await decide(deps, undefined, command, now)
  if (isProblem(decided)) return decided
  deps.failpoint('engine.decided')
  const created = {
    program: creation.program,
    reference,
    startedBy: actorName(actor),
    ...(creation.applicant === undefined ? {} : { applicant: creation.applicant }),
    ...(creation.idempotencyKey === undefined ? {} : { idempotencyKey: creation.idempotencyKey }),
    ...(creation.origin === undefined ? {} : { origin: creation.origin }),
    ...(creation.conversation === undefined ? {} : { conversation: creation.conversation }),
  }
  const write = writeOf(actor, command, decided, now, { id, expectedRev: 0, created })
  const result = await deps.store.commit({
    ...write,
    changes: [...write.changes, ...creation.changes.map(forInstance(id))],
  })
  deps.failpoint('engine.committed')
  if (result.kind === 'committed') {
    deps.wakeup.tell({ state: decided.state, events: decided.events, actor: actorName(actor), at: now })
    return { id, reference, created: true }
  }
  if (result.kind === 'suspended')
    return conflict(
      SERVICE_SUSPENDED,
      `Expected a service that is in force, but ${found.workflow.id} is suspended (${result.reason}); try again when it is resumed`,
    )
  if (result.kind === 'duplicate' && result.of === 'idempotencyKey')
    return (await startedBefore(deps, agency, creation)) ?? 'again'
  if (result.kind === 'duplicate' && (result.of === 'message' || result.of === 'signal'))
    return invalid(STARTED_BEFORE, `This ${result.of} started the service before`)
  if (result.kind === 'duplicate' && result.of === 'conversation')
    return conflict(KEY_RUNNING, 'Expected one application of this key at a time, but one is running')
  return 'again'
}

/** The application this key began, if it was begun with the same words. undefined: the key is new. */
async function startedBefore(
  deps: EngineDeps,
  agency: AgencyId,
  creation: Creation,
): Promise<Started | Problem | undefined> {
  if (creation.idempotencyKey === undefined) return undefined
  const before = await deps.store.instances.byIdempotencyKey(agency, creation.idempotencyKey)
  if (before === undefined) return undefined
  const [first] = await deps.store.instances.history(before.id)
  const events = first ? eventsOf(first) : []
  const begun = events.find((event) => event.kind === 'elementActivated')
  const given = Object.entries(begun?.variables ?? {}).filter(([name]) => Object.hasOwn(creation.variables, name))
  const same =
    packageOf(before.program) === packageOf(creation.program) &&
    before.applicant === creation.applicant &&
    (creation.element === undefined ||
      events.some((event) => event.kind === 'elementActivated' && event.element === creation.element)) &&
    isDeepStrictEqual(Object.fromEntries(given), JSON.parse(JSON.stringify(creation.variables)))
  if (same) return { id: before.id, reference: before.reference, created: false }
  return conflict(
    'start.key-reused',
    'Expected a new Idempotency-Key for a new application, but it was used for another one; choose a fresh key',
  )
}

const packageOf = (program: ProgramKey): string => programParts(program).packageId

/** What is written with a new application before its id is known. */
const forInstance =
  (id: InstanceId) =>
  (change: Change): Change => {
    if (change.kind === 'attachDocument') return { ...change, document: { ...change.document, instance: id } }
    return change.kind === 'takeMessage' ? { ...change, instance: id } : change
  }
