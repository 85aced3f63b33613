/** Where ways part and meet: splits and joins of every kind, rounds, and what happens first. */
import type { Block } from '../block.ts'
import type { Node, Work } from '../drawing.ts'
import { type Draft, type Laid, flow, joined, row } from './draft.ts'
import { AFTER_2_HOURS } from './edge.ts'
import { step } from './step.ts'

type Gateway = 'exclusive' | 'parallel' | 'inclusive'

export function forked(draft: Draft, by: Gateway, laid: readonly Laid[]): Laid {
  const [fork, join] = [draft.name(`${by}_fork`), draft.name(`${by}_join`)]
  const into = laid.map((way, index) => {
    const isLast = index === laid.length - 1
    if (by === 'parallel' || isLast) return flow(fork, way.in)
    return flow(fork, way.in, by === 'inclusive' ? `n <= ${String(index + 1)}` : `n = ${String(index)}`)
  })
  const last = into.at(-1)
  return {
    nodes: [
      { kind: by, id: fork, ...(by !== 'parallel' && last && { otherwise: last.id }) },
      ...joined(laid).nodes,
      { kind: by, id: join },
    ],
    flows: [...into, ...joined(laid).flows, ...laid.map((way) => flow(way.out, join))],
    in: fork,
    out: join,
  }
}

/** Every way comes at a moment of its own: how many have come is looked at whenever one does. */
export function quorum(draft: Draft, { need, late, ways }: Extract<Block, { kind: 'quorum' }>): Laid {
  const [fork, join, out] = [draft.name('parallel_fork'), draft.name('quorum'), draft.name('on')]
  const laid = ways.map((it) => row([step(draft, 'plainUser', null, 'none'), draft.lay(it)]))
  const [aside, end] = [draft.name('late'), draft.name('end')]
  const gateway: Node = { kind: 'complex', id: join, activation: `activationCount >= ${String(need)}` }
  const lateNodes: readonly Node[] = [
    { kind: 'task', id: aside, work: { kind: 'user' } },
    { kind: 'end', id: end, result: { kind: 'none' } },
  ]
  return {
    nodes: [
      { kind: 'parallel', id: fork },
      ...joined(laid).nodes,
      gateway,
      { kind: 'task', id: out, work: { kind: 'manual' } },
      ...(late ? lateNodes : []),
    ],
    flows: [
      ...laid.flatMap((way) => [flow(fork, way.in), flow(way.out, join)]),
      ...joined(laid).flows,
      flow(join, out, late ? 'waitingForStart' : undefined),
      ...(late ? [flow(join, aside, 'not(waitingForStart)'), flow(aside, end)] : []),
    ],
    in: fork,
    out,
  }
}

export function fan(draft: Draft, { conditional, ways }: Extract<Block, { kind: 'fan' }>): Laid {
  const [task, join] = [draft.name('fan'), draft.name('fan_join')]
  const laid = ways.map((it) => draft.lay(it))
  const into = laid.map((way, index) => flow(task, way.in, conditional && index > 0 ? 'n > 1' : undefined))
  return {
    nodes: [
      { kind: 'task', id: task, work: { kind: 'user' } },
      ...joined(laid).nodes,
      { kind: conditional ? 'inclusive' : 'parallel', id: join },
    ],
    flows: [...into, ...joined(laid).flows, ...laid.map((way) => flow(way.out, join))],
    in: task,
    out: join,
  }
}

/** Twice, and only once more when it is come to again. */
export function again(draft: Draft, { inner: block }: Extract<Block, { kind: 'again' }>): Laid {
  const inner = draft.lay(block)
  const [merge, count, ask] = [draft.name('merge'), draft.name('count'), draft.name('ask')]
  const rounds = `rounds_${count}`
  const back = flow(ask, merge, `${rounds} < 2`)
  const done = draft.name('done')
  const on = flow(ask, done)
  const counting: Work = { kind: 'script', expression: `get or else(${rounds}, 0) + 1`, result: rounds }
  return {
    nodes: [
      { kind: 'exclusive', id: merge },
      ...inner.nodes,
      { kind: 'task', id: count, work: counting },
      { kind: 'exclusive', id: ask, otherwise: on.id },
      { kind: 'task', id: done, work: { kind: 'manual' } },
    ],
    flows: [flow(merge, inner.in), ...inner.flows, flow(inner.out, count), flow(count, ask), back, on],
    in: merge,
    out: done,
  }
}

export function jump(draft: Draft, { one, other }: Extract<Block, { kind: 'jump' }>): Laid {
  const [away, here] = [draft.name('away'), draft.name('here')]
  const [before, after] = [draft.lay(one), draft.lay(other)]
  return {
    nodes: [
      ...before.nodes,
      { kind: 'throw', id: away, result: { kind: 'link', name: away } },
      { kind: 'catch', id: here, trigger: { kind: 'link', name: away } },
      ...after.nodes,
    ],
    flows: [...before.flows, flow(before.out, away), flow(here, after.in), ...after.flows],
    in: before.in,
    out: after.out,
  }
}

export function race(draft: Draft, { one, other, receives }: Extract<Block, { kind: 'race' }>): Laid {
  const [gateway, time, news, join] = [draft.name('race'), draft.name('time'), draft.name('news'), draft.name('met')]
  const ways = [draft.lay(one), draft.lay(other)] as const
  const heard: Node = receives
    ? { kind: 'task', id: news, work: { kind: 'receive', name: 'news', key: '"k"' } }
    : { kind: 'catch', id: news, trigger: { kind: 'message', name: 'news', key: '"k"' } }
  return {
    nodes: [
      { kind: 'eventBased', id: gateway },
      { kind: 'catch', id: time, trigger: AFTER_2_HOURS },
      heard,
      ...joined(ways).nodes,
      { kind: 'exclusive', id: join },
    ],
    flows: [
      flow(gateway, time),
      flow(gateway, news),
      flow(time, ways[0].in),
      flow(news, ways[1].in),
      ...joined(ways).flows,
      ...ways.map((way) => flow(way.out, join)),
    ],
    in: gateway,
    out: join,
  }
}
