/** Beginning an application: the answers are judged against the form, a reference number is given, the first steps run. */
import { isDeepStrictEqual } from 'node:util'
import { actorName, hasRole, type Actor } from '../core/actor.ts'
import type { Assistance } from '../core/assistance.ts'
import {
  isPackageId,
  programKey,
  programParts,
  userId,
  type AgencyId,
  type DraftId,
  type InstanceId,
  type ProgramKey,
  type Reference,
  type UserId,
} from '../core/ids.ts'
import { eventsOf } from '../core/history.ts'
import type { JsonObject } from '../core/json.ts'
import { mayActFor } from '../core/policy/access.ts'
import { conflict, forbidden, invalid, isProblem, notFound, unavailable, type Problem } from '../core/problem.ts'
import type { Change } from '../core/store.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import type { Continuation } from '../core/command.ts'
import type { EngineDeps } from '../deps.ts'
import { decide, writeOf } from '../transition.ts'
import { gather, gatheringFor } from './gather-start.ts'
import { judgeAnswers, startContext } from './answers.ts'
import { attachmentsNamed } from './attachments-named.ts'
import { startVariables } from './start-variables.ts'
import { wayOf } from './start-way.ts'

export interface StartRequest {
  readonly packageId: string
  /** The highest deployed version when absent. */
  readonly version?: string
  /** Which of several start events without a trigger; only where there is a choice. */
  readonly startEvent?: string
  readonly variables: JsonObject
  readonly channel: 'portal' | 'counter' | 'api' | 'mission'
  /** Whom it is about, when staff apply for somebody; a citizen is always their own applicant. */
  readonly applicant?: UserId
  /** Sending the same key again finds the application of the first time. */
  readonly idempotencyKey?: string
  /** What it was filled in as; the draft is sent with the same write, or nothing is. */
  readonly draft?: { readonly id: DraftId; readonly rev: number }
  /** How the applicant agreed that somebody at the agency applies for them. */
  readonly assistance?: Omit<Assistance, 'instance' | 'agency' | 'at'>
}

export interface Started {
  readonly id: InstanceId
  readonly reference: Reference
  /** false: this key had been used, the application was there already. */
  readonly created: boolean
}

/** How a start that no person asked for came about. */
export interface EventStart {
  readonly program: ProgramKey
  readonly element: string
  /** Which trigger of its start event came: "message NAME", "signal NAME", "timer" or "conditional". */
  readonly part: string
  readonly variables: JsonObject
  readonly messageId?: string
  /** The name of the signal. */
  readonly signal?: string
  /** The family of applications it belongs to, when an application's message or signal started it. */
  readonly origin?: InstanceId
  /** Process and correlation key, where one application of them runs at a time. */
  readonly conversation?: string
  /** Why it may not go on by itself. */
  readonly held?: string
  /** Asking again under the same key finds the application of the first time. */
  readonly idempotencyKey?: string
  readonly changes: readonly Change[]
}

const REFERENCE_ATTEMPTS = 5
const STARTED_BEFORE = 'duplicate.occasion'
const KEY_RUNNING = 'duplicate.conversation'
/** Why nothing of a service that is held begins. */
export const SERVICE_SUSPENDED = 'service.suspended'

export async function startInstance(deps: EngineDeps, actor: Actor, request: StartRequest): Promise<Started | Problem> {
  const found = await packageToStart(deps, request)
  if (isProblem(found)) return found
  const refused = mayStart(actor, found, request)
  if (refused) return refused
  const { start } = found.workflow
  if (!start)
    return invalid(
      'start.shared',
      `Expected a service that can be applied for, but ${request.packageId} only holds procedures others call`,
    )
  const way = wayOf(start, request)
  if (isProblem(way)) return way
  const by = appliesForSelf(actor, request) ? 'applicant' : 'staff'
  const variables = judgeAnswers(found, way.form, request.variables, startContext(deps, found, by, actor))
  if (isProblem(variables)) return variables
  const applicant = applicantOf(actor, request)
  if (isProblem(applicant)) return applicant
  return create(deps, actor, found, {
    program: programKey(found.workflow.id, found.workflow.version, start.process),
    variables,
    channel: request.channel,
    attached: () =>
      attachmentsNamed(deps, actor, {
        form: way.form === undefined ? undefined : found.forms.get(way.form),
        answers: variables,
        agency: found.workflow.agency,
        source: 'start',
      }),
    changes: [
      ...(request.draft ? [{ kind: 'sendDraft', draft: request.draft.id, rev: request.draft.rev } as const] : []),
      ...(request.assistance ? [{ kind: 'recordAssistance', assistance: request.assistance } as const] : []),
    ],
    ...(way.event === undefined ? {} : { element: way.event }),
    ...(applicant === undefined ? {} : { applicant }),
    ...(request.idempotencyKey === undefined
      ? {}
      : { idempotencyKey: `${actorName(actor)} ${request.idempotencyKey}` }),
  })
}

/** In the portal a citizen applies for themselves, also one who works for an agency by day. */
const appliesForSelf = (actor: Actor, { channel }: StartRequest): boolean =>
  hasRole(actor, 'citizen') && channel === 'portal'

/** Staff name the person, if there is one to name. */
function applicantOf(actor: Actor, request: StartRequest): UserId | Problem | undefined {
  if (actor.kind === 'user' && appliesForSelf(actor, request))
    return request.applicant === undefined || request.applicant === actor.id
      ? actor.id
      : forbidden(
          'start.applicant',
          'Expected yourself as the applicant, but found somebody else; staff apply for others at the counter',
        )
  return request.applicant === undefined ? undefined : userId(request.applicant)
}

/** Start by a message, a signal, a timer or a condition. undefined: it was for this occasion before, one of its key is running, or it needs more. */
export async function startByEvent(
  deps: EngineDeps,
  actor: Actor,
  start: EventStart,
): Promise<Started | Problem | undefined> {
  const found = await deps.definitions.packageOf(start.program)
  if (found === undefined) throw new Error(`Expected the package of ${start.program} to be deployed`)
  const { variables, part: _part, ...rest } = start
  const begin = (payload: JsonObject, changes: readonly Change[]) =>
    create(deps, actor, found, {
      ...rest,
      variables: {},
      payload,
      channel: 'api',
      changes: [...start.changes, ...changes],
    })
  const gathering = gatheringFor(found, start)
  const started = await (gathering ? gather(deps, gathering, begin) : begin(variables, []))
  if (started === undefined) return undefined
  return isProblem(started) && (started.code === STARTED_BEFORE || started.code === KEY_RUNNING) ? undefined : started
}

interface Creation {
  readonly program: ProgramKey
  readonly element?: string
  readonly variables: JsonObject
  readonly payload?: JsonObject
  readonly channel: StartRequest['channel']
  readonly applicant?: UserId
  /** With the name of whoever sent it: nobody finds an application by another person's key. */
  readonly idempotencyKey?: string
  readonly messageId?: string
  readonly signal?: string
  readonly origin?: InstanceId
  readonly conversation?: string
  readonly held?: string
  readonly restart?: Continuation
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
    variables: startVariables(found, creation, reference, now),
    ...(creation.payload === undefined ? {} : { payload: creation.payload }),
    ...(creation.element === undefined ? {} : { startElement: creation.element }),
    ...(creation.messageId === undefined ? {} : { messageId: creation.messageId }),
    ...(creation.signal === undefined ? {} : { signal: creation.signal }),
    ...(creation.held === undefined ? {} : { held: creation.held }),
    ...(creation.restart === undefined ? {} : { restart: creation.restart }),
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

async function packageToStart(deps: EngineDeps, request: StartRequest): Promise<CheckedPackage | Problem> {
  const name = request.version === undefined ? request.packageId : `${request.packageId} ${request.version}`
  const missing = notFound(
    'package.not-found',
    `Expected a deployed service, but there is none called "${name.slice(0, 120)}"`,
  )
  if (!isPackageId(request.packageId)) return missing
  const version = request.version ?? (await deps.store.deployments.latest(request.packageId))?.version
  return (version === undefined ? undefined : await deps.definitions.package(request.packageId, version)) ?? missing
}

function mayStart(actor: Actor, found: CheckedPackage, request: StartRequest): Problem | undefined {
  const channels = found.workflow.start?.channels ?? []
  if (!channels.includes(request.channel))
    return invalid(
      'start.channel',
      `Expected one of the service's channels (${channels.join(', ')}), but found "${request.channel}"`,
    )
  if (hasRole(actor, 'citizen') && request.channel === 'portal') return undefined
  if (!mayActFor(actor, found.workflow.agency) || (actor.kind === 'user' && !staffMayStart(actor)))
    return forbidden(
      'start.agency',
      `Expected staff of ${found.workflow.agency} to apply for somebody at the ${request.channel}`,
    )
  return undefined
}

const staffMayStart = (actor: Actor): boolean =>
  (['clerk', 'supervisor', 'operator', 'worker', 'analyst'] as const).some((role) => hasRole(actor, role))
