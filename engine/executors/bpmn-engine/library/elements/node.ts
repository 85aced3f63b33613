/**
 * An element where a token stands until the case lets it go on: tasks, events and gateways alike. What the element does
 * is for the case; the library brings the token here, holds it, and takes it along the flows.
 */
import { deskOf } from '../desk.ts'
import { Activity, type Context, type Drawn, type Loop, type Message } from '../package.ts'
import { afresh, standing } from '../standing.ts'
import { isCrowd, stay } from './crowd.ts'

export function Node(drawn: Drawn, context: Context): Activity {
  return new Activity(NodeBehaviour, drawn, context)
}

/** Waits for a token of every element that leads to it. */
export function Join(drawn: Drawn, context: Context): Activity {
  return new Activity(NodeBehaviour, { ...drawn, isParallelGateway: true }, context)
}

class NodeBehaviour {
  readonly id: string
  readonly type: string
  readonly #activity: Activity
  readonly #loop: Loop | undefined

  constructor(activity: Activity) {
    this.id = activity.id
    this.type = activity.type
    this.#activity = activity
    this.#loop = loopOf(activity)
  }

  execute(message: Message): void {
    if (gathers(this.#activity, this.#loop, message)) return
    const body = bodyOf(this.#loop, message)
    deskOf(this.#activity.environment).arrived(standing(this.#activity, message, body))
  }
}

export function loopOf(activity: Activity): Loop | undefined {
  const { loopCharacteristics } = activity.behaviour
  return loopCharacteristics && new loopCharacteristics.Behaviour(activity, loopCharacteristics)
}

/** Where several tokens may be in an element together: whether this is the run that stands for all of them. */
export function gathers(activity: Activity, loop: Loop | undefined, message: Message): boolean {
  if (!isCrowd(loop)) return false
  if (message.content.isRootScope) loop.execute(message)
  else stay(activity, message.content)
  return message.content.isRootScope === true
}

/** The loop as a whole opens by starting its items; undefined where the message is for one item, or there is no loop. */
export function bodyOf(loop: Loop | undefined, message: Message) {
  if (!loop || isCrowd(loop) || !message.content.isRootScope) return undefined
  const wasOpen = message.fields.routingKey.startsWith('execute.iteration')
  return { open: () => loop.execute(wasOpen ? message : afresh(message)), wasOpen }
}
