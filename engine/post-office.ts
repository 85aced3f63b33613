/**
 * Bringing news and applications together, whichever comes first.
 *
 * A message is stored before anybody is told, a subscription before messages are looked for; so the later of the two
 * always sees the earlier, and what a crash parts between the two writes the worker's sweep brings together.
 */
import type { Committed } from './core/wakeup.ts'
import {
  localEntries,
  versionlessProcess,
  type AgencyId,
  type InstanceId,
  type LocalId,
  type ProgramKey,
} from './core/ids.ts'
import type { InstanceState } from './core/instance.ts'
import type { MessageRow, StartSubscriptionRow, SubscriptionRow } from './core/message.ts'
import { conflict, isProblem } from './core/problem.ts'
import type { Change } from './core/change.ts'
import { startByEvent } from './commands/start-by-event.ts'
import type { EngineDeps } from './deps.ts'
import { withinFamily } from './family.ts'
import { transition } from './transition.ts'

/** To every subscription that fits, and to the services this message starts. Returns the applications it reached. */
export async function deliver(deps: EngineDeps, message: MessageRow): Promise<InstanceId[]> {
  const reached: InstanceId[] = []
  const served = new Set<string>()
  for (const subscription of await deps.store.messages.subscribers(
    message.agency,
    message.name,
    message.key,
    message.messageId,
  )) {
    if (served.has(versionlessProcess(subscription.program))) continue
    if (!(await correlate(deps, message, subscription))) continue
    served.add(versionlessProcess(subscription.program))
    reached.push(subscription.instance)
  }
  for (const start of await deps.store.messages.starts(message.agency, message.name)) {
    if (served.has(versionlessProcess(start.program))) continue
    const started = await begin(deps, message, start)
    if (started !== undefined) reached.push(started)
  }
  return reached
}

/** Begins the application this message asks for, as far as its family may grow. */
export const begin = (
  deps: EngineDeps,
  message: MessageRow,
  start: StartSubscriptionRow,
): Promise<InstanceId | undefined> =>
  withinFamily<InstanceId | undefined>(
    deps,
    message.origin,
    (held) => beginOne(deps, message, start, held),
    (origin) => ignore(deps, message, start, origin),
  )

async function beginOne(
  deps: EngineDeps,
  message: MessageRow,
  start: StartSubscriptionRow,
  held?: string,
): Promise<InstanceId | undefined> {
  const { agency, variables, messageId, origin, key } = message
  const started = await startByEvent(
    deps,
    { kind: 'system', id: 'message', agency },
    {
      program: start.program,
      element: start.element,
      part: `message ${message.name}`,
      variables,
      messageId,
      ...(origin === undefined ? {} : { origin }),
      ...(start.keyed && key !== '' ? { conversation: `${versionlessProcess(start.program)} ${key}` } : {}),
      ...(held === undefined ? {} : { held }),
      changes: [taken(message, start.program, '' as InstanceId)],
    },
  )
  return started === undefined || isProblem(started) ? undefined : started.id
}

/** So that nobody looks at it again. */
async function ignore(
  deps: EngineDeps,
  message: MessageRow,
  start: StartSubscriptionRow,
  origin: InstanceId,
): Promise<undefined> {
  await deps.store.commit({
    agency: message.agency,
    at: deps.clock.now(),
    changes: [taken(message, start.program, origin)],
  })
}

function taken(message: MessageRow, program: ProgramKey, instance: InstanceId): Change {
  return {
    kind: 'takeMessage',
    name: message.name,
    message: message.messageId,
    process: versionlessProcess(program),
    instance,
  }
}

/** false: the subscription or the message was gone already. */
export async function correlate(
  deps: EngineDeps,
  message: MessageRow,
  subscription: SubscriptionRow,
): Promise<boolean> {
  const moved = await transition(deps, {
    instance: subscription.instance,
    actor: { kind: 'system', id: 'message', agency: message.agency },
    command: () => ({
      kind: 'correlateMessage',
      id: subscription.id,
      messageId: message.messageId,
      variables: message.variables,
    }),
    changes: [taken(message, subscription.program, subscription.instance)],
  })
  return !isProblem(moved)
}

/** What a step leaves to be delivered: by name and id only, for what is large waits in the store. */
export type News =
  | {
      readonly kind: 'message'
      readonly agency: AgencyId
      readonly instance: InstanceId
      readonly name: string
      readonly messageId: string
      readonly at: number
    }
  | { readonly kind: 'subscription'; readonly instance: InstanceId; readonly subscription: SubscriptionRow }
  /** The application goes on and has answers of workers left that came while it was suspended. */
  | { readonly kind: 'answers'; readonly agency: AgencyId; readonly instance: InstanceId }

export function newsOf({ state, events, at }: Committed): News[] {
  const { agency, program, id: instance } = state
  const answers: News[] = state.answers && state.status === 'active' ? [{ kind: 'answers', agency, instance }] : []
  const rest = events.flatMap((event): readonly News[] => {
    if (event.kind === 'messagePublished')
      return [{ kind: 'message', agency, instance, name: event.name, messageId: event.messageId, at }]
    const opened =
      event.kind === 'instanceResumed' ? subscriptionsOf(state) : event.kind === 'subscriptionOpened' ? [event] : []
    return opened.map(({ id, name, key }) => ({
      kind: 'subscription',
      instance,
      subscription: { instance, id, agency, program, name, key },
    }))
  })
  return [...answers, ...rest]
}

/** The oldest answer that was kept while it was suspended. false: there is none any more, or it is suspended again. */
export async function takeAnswer(
  deps: EngineDeps,
  { agency, instance }: { readonly agency: AgencyId; readonly instance: InstanceId },
): Promise<boolean> {
  const moved = await transition(deps, {
    instance,
    actor: { kind: 'system', id: 'suspension', agency },
    command: (_row, { answers: [first] = [] }) => (first ? { kind: 'takeAnswer', id: first.id } : NOTHING_KEPT),
  })
  return !isProblem(moved)
}

const NOTHING_KEPT = conflict(
  'job.not-answered',
  'Expected answers that were kept while it was suspended, but none is left',
)

/** What a resumed application waits for; messages may have come meanwhile. */
function subscriptionsOf({ waits }: InstanceState): { id: LocalId; name: string; key: string }[] {
  return localEntries(waits).flatMap(([id, wait]) =>
    wait.kind === 'message' ? [{ id, name: wait.name, key: wait.key }] : [],
  )
}

/**
 * Takers for what was published, and a message already there for what was subscribed. One that was published before
 * under the same id has had its time.
 */
export async function meet(deps: EngineDeps, news: News): Promise<void> {
  if (news.kind === 'answers') return void (await takeAnswer(deps, news))
  if (news.kind === 'message') {
    const message = await deps.store.messages.get(news.agency, news.name, news.messageId)
    if (message !== undefined && message.publishedAt === news.at) await deliver(deps, message)
    return
  }
  const { agency, name, key, program } = news.subscription
  const process = versionlessProcess(program)
  const now = deps.clock.now()
  const query = { agency, name, key, process, instance: news.subscription.instance, now, limit: 1 }
  const [message] = await deps.store.messages.buffered(query)
  if (message !== undefined) await correlate(deps, message, news.subscription)
}
