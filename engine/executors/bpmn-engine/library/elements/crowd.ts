/**
 * Several tokens in one element at a time. An activity of the library has one run, and lets a further token wait until it
 * is over; BPMN begins one more instance for each. Where the drawing says that this can happen, the run stands for all of
 * them, as it does for the items of a loop: each token is one, comes when it comes, and leaves by itself.
 */
import { nextId } from '../chance.ts'
import type { Activity, Content, Message, Parent } from '../package.ts'

interface Members {
  readonly root: Content
  readonly tokens: Set<string>
}

/** Runs that stand for several tokens; one goes with its activity. */
const crowds = new WeakMap<Activity, Members>()

/** What is said of the token that began the run, or of a loop. */
const OF_ONE: ReadonlySet<string> = new Set([
  'note',
  'adopt',
  'leaving',
  'inbound',
  'isMultiInstance',
  'preventComplete',
])

/** Takes the place of a loop in the drawing. */
export class Crowd {
  readonly #activity: Activity

  constructor(activity: Activity) {
    this.#activity = activity
  }

  /** The run begins, with its first token, or is recovered. */
  execute({ content, fields }: Message): void {
    const root = Object.fromEntries(Object.entries(content).filter(([key]) => !OF_ONE.has(key))) as unknown as Content
    crowds.set(this.#activity, { root, tokens: new Set() })
    if (fields.redelivered) return
    const { adopt, leaving, inbound, note = inbound?.[0]?.note } = content
    this.#activity.broker.publish('execution', 'execute.update', { ...root, preventComplete: true })
    come(this.#activity, {
      ...(note !== undefined && { note }),
      ...(adopt !== undefined && { adopt }),
      ...(leaving !== undefined && { leaving }),
    })
  }
}

export const isCrowd = (loop: unknown): loop is Crowd => loop instanceof Crowd

/** Whether a token can come to those that are there. */
export const hasCrowd = (activity: Activity): boolean => activity.isRunning && crowds.has(activity)

/** A token comes to those that are there. */
export function come(activity: Activity, given: Pick<Content, 'note' | 'adopt' | 'leaving'>): void {
  const { root, tokens } = membersOf(activity)
  const executionId = nextId(root.executionId)
  tokens.add(executionId)
  const token = { ...root, ...given, executionId, isRootScope: undefined, isOfCrowd: true, parent: within(root) }
  activity.broker.publish('execution', 'execute.start', token)
}

/**
 * A token lies inside the run that stands for all, as an item does in its loop. As its neighbour, what it tells of itself
 * would be kept as a run of its own, which nothing ends and which cannot be recovered.
 */
function within({ id, type, executionId, parent }: Content): Parent {
  if (!parent) return { id, type, executionId }
  const { path = [], ...around } = parent
  return { id, type, executionId, path: [around, ...path] }
}

/** A token is there, also when it was there before the state was saved. */
export const stay = (activity: Activity, { executionId }: Content): void =>
  void crowds.get(activity)?.tokens.add(executionId)

/** A token goes on along its flows; the last one ends the run. */
export function leave(activity: Activity, content: Content, done: () => void): void {
  const { root, tokens } = membersOf(activity)
  tokens.delete(content.executionId)
  const ways = new Map((content.outbound ?? []).map((way) => [way.id, way]))
  for (const flow of activity.outbound) {
    const way = ways.get(flow.id)
    if (way?.action === 'take') flow.take({ ...way, sequenceId: nextId(`${flow.id}_take`) })
  }
  done()
  if (tokens.size > 0) return
  crowds.delete(activity)
  activity.broker.publish('execution', 'execute.completed', { ...root, ignoreOutbound: true })
}

/** A token is broken off; with the last one the library discards the run. */
export function breakOff(activity: Activity, { executionId }: Content): void {
  const { tokens } = membersOf(activity)
  tokens.delete(executionId)
  if (tokens.size === 0) crowds.delete(activity)
}

function membersOf(activity: Activity): Members {
  const members = crowds.get(activity)
  if (!members) throw new Error(`Expected ${activity.id} to be there for several tokens`)
  return members
}
