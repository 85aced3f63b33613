/**
 * 13.3.7: "a number of instances is created ... executed in parallel or sequentially", each with the runtime attribute
 * loopCounter. "The completionCondition ... is evaluated every time an instance completes. When ... true, the remaining
 * instances are cancelled and a token is produced for the outgoing Sequence Flows." The outer instance counts them
 * (Table 10.30: numberOfInstances, numberOfActiveInstances, numberOfCompletedInstances, numberOfTerminatedInstances).
 */
import type { MultiInstance } from '../../drawing/drawing.ts'
import { evaluate } from '../data.ts'
import type { Instance, Rounds, Value, Variables } from '../marking.ts'
import { ended, type Play } from '../play.ts'
import { emptied } from './interruption.ts'

export function multiInstance(play: Play, body: Instance, loop: MultiInstance): void {
  const items = itemsOf(play, body, loop)
  body.loop = { items, output: items.map(() => null), started: 0, completed: 0 }
  if (items.length === 0) return play.complete(body, collected(loop, body.loop))
  another(play, body, loop, [])
}

function itemsOf(play: Play, body: Instance, { over }: MultiInstance): readonly Value[] {
  const value = evaluate(play, body, 'collection' in over ? over.collection : over.cardinality)
  if (Array.isArray(value)) return value
  if (typeof value === 'number') return Array.from({ length: value }, () => null)
  throw new Error('Expected a list or a number of instances')
}

function another(play: Play, body: Instance, drawn: MultiInstance, after: readonly string[]): void {
  play.begins(body, () => {
    const { loop, node } = body
    if (!node || !loop || loop.started === loop.items.length) return
    const index = loop.started++
    if (!drawn.sequential) another(play, body, drawn, [])
    const variables = itemVariables(drawn, loop, index)
    play.act(play.begin(node, body, after, { counter: index + 1, variables }))
  })
}

function itemVariables({ over, output }: MultiInstance, { items }: Rounds, index: number): Variables {
  const item = 'collection' in over ? over.item : undefined
  return {
    ...(output && /^\w+$/.test(output.element) && { [output.element]: null }),
    ...(item !== undefined && { [item]: items[index] }),
    loopCounter: index + 1,
  }
}

/** An inner instance has completed. */
export function instanceDone(play: Play, body: Instance, instance: Instance, drawn: MultiInstance): void {
  const { loop } = body
  if (!loop) throw new Error('Expected the outer instance of a multi-instance activity')
  const { output, completion, sequential } = drawn
  loop.completed++
  if (output) loop.output[(instance.counter ?? 1) - 1] = evaluate(play, instance, output.element)
  const isOver = completion !== undefined && evaluate(play, instance, completion, counted(drawn, loop)) === true
  if (isOver || loop.completed === loop.items.length) {
    emptied(play, body)
    play.complete(body, collected(drawn, loop))
  } else if (sequential) another(play, body, drawn, [ended(instance)])
}

const counted = (drawn: MultiInstance, loop: Rounds): Variables => ({
  numberOfInstances: loop.items.length,
  numberOfActiveInstances: loop.started - loop.completed,
  numberOfCompletedInstances: loop.completed,
  numberOfTerminatedInstances: 0,
  ...collected(drawn, loop),
})

const collected = ({ output: drawn }: MultiInstance, { output }: Rounds): Variables =>
  drawn === undefined ? {} : { [drawn.collection]: output }
