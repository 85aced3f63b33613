/**
 * Bringing news and applications together, whichever comes first.
 *
 * A message is stored before anybody is told, a subscription before messages are looked for; so the later of the two
 * always sees the earlier, and what a crash parts between the two writes the worker's sweep brings together.
 */
import type { Committed } from './core/wakeup.ts'
import { programParts, type InstanceId, type ProgramKey } from './core/ids.ts'
import type { MessageRow, SubscriptionRow } from './core/message.ts'
import { isProblem } from './core/problem.ts'
import { startByEvent } from './commands/start-instance.ts'
import type { EngineDeps } from './deps.ts'
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
    if (served.has(processOf(subscription.program))) continue
    if (!(await correlate(deps, message, subscription))) continue
    served.add(processOf(subscription.program))
    reached.push(subscription.instance)
  }
  for (const start of await deps.store.messages.starts(message.agency, message.name)) {
    const process = processOf(start.program)
    if (served.has(process)) continue
    const started = await startByEvent(
      deps,
      { kind: 'system', id: 'message', agency: message.agency },
      {
        program: start.program,
        element: start.element,
        variables: message.variables,
        messageId: message.messageId,
        changes: [
          { kind: 'takeMessage', name: message.name, message: message.messageId, process, instance: '' as InstanceId },
        ],
      },
    )
    if (started !== undefined && !isProblem(started)) reached.push(started.id)
  }
  return reached
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
    changes: [
      {
        kind: 'takeMessage',
        name: message.name,
        message: message.messageId,
        process: processOf(subscription.program),
        instance: subscription.instance,
      },
    ],
  })
  if (isProblem(moved)) return false
  return true
}

/** After a step: messages already there for what was subscribed, and takers for what was published in it. */
export async function meet(deps: EngineDeps, committed: Committed): Promise<void> {
  const { agency, program, id: instance } = committed.state
  for (const event of committed.events) {
    if (event.kind === 'messagePublished')
      await deliver(deps, {
        agency,
        name: event.name,
        key: event.key,
        messageId: event.messageId,
        variables: event.variables,
        publishedAt: deps.clock.now(),
        expires: event.expires,
      })
    if (event.kind === 'subscriptionOpened') {
      const subscription = { instance, id: event.id, agency, program, name: event.name, key: event.key }
      const [message] = await deps.store.messages.buffered(
        agency,
        event.name,
        event.key,
        processOf(program),
        deps.clock.now(),
      )
      if (message && (await correlate(deps, message, subscription))) return
    }
  }
}

/** Package and process over all versions: what a message is taken by at most once. */
export function processOf(program: ProgramKey): string {
  const { packageId, processId } = programParts(program)
  return `${packageId}/${processId}`
}
