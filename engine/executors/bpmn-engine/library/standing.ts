/** A token in one element of the library, as the case sees it: where it is, and how to let it go on. */
import { breakOff, leave } from './elements/crowd.ts'
import type { Activity, Content, Message, Outbound } from './package.ts'

export interface Standing {
  readonly activity: Activity
  readonly executionId: string
  /** Execution id of what it stands in: a process, a subprocess, or for an item the whole loop. */
  readonly scope: string
  readonly content: Content
  /** It is one item of a loop. */
  readonly isItem: boolean
  /** Its inside was open when the state was saved. */
  readonly wasOpen: boolean
  /** Begins what is inside: a subprocess, a called process, the items of a loop. */
  open(): void
  /** The token goes on along these flows. */
  finish(outbound?: readonly Outbound[]): void
  /** The token is gone, and what is inside with it. */
  discard(): void
}

/** What an element does in its own way. */
interface Ways {
  readonly wasOpen?: boolean
  readonly open?: () => void
  readonly finish?: (content: Content) => void
  /** Of one of several tokens: what is inside is broken off. */
  readonly close?: () => void
}

export function standing(activity: Activity, { content }: Message, ways: Ways = {}): Standing {
  const { open = () => {}, finish = (done) => complete(activity, done), wasOpen = false } = ways
  const { close = () => discarded(activity, content) } = ways
  const { isOfCrowd = false } = content
  return {
    activity,
    executionId: content.executionId,
    scope: scopeOf(activity, content),
    content,
    isItem: isItem(content),
    wasOpen,
    open,
    finish(outbound) {
      const done = { ...content, ...(outbound && { outbound }) }
      if (isOfCrowd) leave(activity, done, () => finish(done))
      else finish(done)
    },
    discard() {
      if (!isOfCrowd) return activity.discard()
      breakOff(activity, content)
      close()
    },
  }
}

/** What is saved and was not open yet is opened as if it had just come. */
export const afresh = ({ content, fields, properties, ack }: Message): Message => ({
  content: { ...content, isRecovered: false },
  fields: { ...fields, redelivered: false },
  properties,
  ack,
})

export function complete({ broker }: Activity, content: Content): void {
  broker.publish('execution', 'execute.completed', { ...content })
}

export function discarded({ broker }: Activity, content: Content): void {
  broker.publish('execution', 'execute.discard', { ...content })
}

/** The whole loop carries the mark of a loop as well as its items. */
const isItem = ({ isMultiInstance, isRootScope }: Content): boolean => isMultiInstance === true && isRootScope !== true

const scopeOf = (activity: Activity, content: Content): string =>
  isItem(content) ? (content.parent?.executionId ?? '') : scopeIn(activity)

/** Every inside carries its own execution id, a process that of its owner. */
export function scopeIn({ context, environment }: Pick<Activity, 'context' | 'environment'>): string {
  const inside = environment.options['inside']
  return typeof inside === 'string' ? inside : (context.owner?.executionId ?? '')
}
