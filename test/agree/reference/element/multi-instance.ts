/**
 * 13.3.7: "a number of instances is created ... executed in parallel or sequentially", each with the runtime attribute
 * loopCounter. "The completionCondition ... is evaluated every time an instance completes. When ... true, the remaining
 * instances are cancelled and a token is produced for the outgoing Sequence Flows." The outer instance counts them
 * (Table 10.30: numberOfInstances, numberOfActiveInstances, numberOfCompletedInstances, numberOfTerminatedInstances).
 */
import type { MultiInstance } from '../../drawing/drawing.ts'
import { evaluate } from '../data.ts'
import type { Instance, Loop, Variables } from '../marking.ts'
import { ended, type Play } from '../play.ts'
import { emptied } from './interruption.ts'

export function multiInstance(play: Play, body: Instance, { sequential, collection }: MultiInstance): void {
  const items = evaluate(play, body, collection)
  if (!Array.isArray(items)) throw new Error(`Expected a list from ${collection}`)
  body.loop = { items, output: items.map(() => null), started: 0, completed: 0 }
  if (items.length === 0) return play.complete(body, collected(body, body.loop))
  const first = sequential ? 1 : items.length
  for (let count = 0; count < first; count++) another(play, body, body.loop, [])
}

function another(play: Play, body: Instance, loop: Loop, after: readonly string[]): void {
  const { node } = body
  if (!node?.each || loop.completed === loop.items.length) return
  const index = loop.started++
  const { item, output } = node.each
  const variables: Variables = {
    ...(output && /^\w+$/.test(output.element) && { [output.element]: null }),
    ...(item !== undefined && { [item]: loop.items[index] }),
    loopCounter: index + 1,
  }
  play.act(play.begin(node, body, after, { counter: index + 1, variables }))
}

/** An inner instance has completed. */
export function instanceDone(play: Play, body: Instance, instance: Instance): void {
  const { loop, node } = body
  if (!loop || !node?.each) throw new Error('Expected the outer instance of a multi-instance activity')
  const { output, completion, sequential } = node.each
  loop.completed++
  if (output) loop.output[(instance.counter ?? 1) - 1] = evaluate(play, instance, output.element)
  const isOver = completion !== undefined && evaluate(play, instance, completion, counted(body, loop)) === true
  if (isOver || loop.completed === loop.items.length) {
    emptied(play, body)
    play.complete(body, collected(body, loop))
  } else if (sequential) another(play, body, loop, [ended(instance)])
}

const counted = (body: Instance, loop: Loop): Variables => ({
  numberOfInstances: loop.items.length,
  numberOfActiveInstances: loop.started - loop.completed,
  numberOfCompletedInstances: loop.completed,
  numberOfTerminatedInstances: 0,
  ...collected(body, loop),
})

function collected({ node }: Instance, { output }: Loop): Variables {
  const name = node?.each?.output?.collection
  return name === undefined ? {} : { [name]: output }
}
