/** From blocks to a drawing: every block becomes nodes and flows with one way in and one way out. */
import type { Block, Each, Edge, Handler, Procedure, Step, Undoable } from './block.ts'
import type { Flow, Inside, Loop, Node, ProcessDrawing, Result, Trigger, Work } from './drawing.ts'
import { tangleOf } from './tangle.ts'

export interface Laid extends Inside {
  readonly in: string
  readonly out: string
}

const AFTER_2_HOURS: Trigger = { kind: 'timer', timer: { kind: 'duration', hours: 2 } }
const EVERY_HOUR: Trigger = { kind: 'timer', timer: { kind: 'cycle', times: 2, hours: 1 } }

/** Main process first, then those it calls. */
export function drawingOf({ block, handlers }: Procedure): readonly ProcessDrawing[] {
  const layout = new Layout()
  const main = layout.whole('main', layout.lay(block), handlers)
  return [main, ...layout.called]
}

class Layout {
  readonly called: ProcessDrawing[] = []
  #count = 0

  #name(prefix: string): string {
    return `${prefix}${String(++this.#count)}`
  }

  whole(id: string, laid: Laid, handlers: readonly Handler[] = []): ProcessDrawing {
    return { id, ...this.#inside(laid, handlers) }
  }

  #inside(laid: Laid, handlers: readonly (Handler | 'undo')[]): Inside {
    const [begin, stop] = [this.#name('start'), this.#name('end')]
    return {
      nodes: [
        { kind: 'start', id: begin },
        ...laid.nodes,
        { kind: 'end', id: stop, result: { kind: 'none' } },
        ...handlers.map((it) => this.#handler(it)),
      ],
      flows: [flow(begin, laid.in), ...laid.flows, flow(laid.out, stop)],
    }
  }

  lay(block: Block): Laid {
    switch (block.kind) {
      case 'step':
        return this.#step(block.step, block.each, block.edge)
      case 'row':
        return row(block.blocks.map((it) => this.lay(it)))
      case 'split':
        return this.#split(block.by, block.ways)
      case 'quorum':
        return this.#quorum(block)
      case 'fan':
        return this.#fan(block.conditional, block.ways)
      case 'part':
        return this.#part(block)
      case 'open':
        return this.#open(block)
      case 'crowd':
        return this.#crowd(block)
      case 'tangle':
        return only({
          kind: 'subProcess',
          id: this.#name('tangle'),
          inside: tangleOf(block, (prefix) => this.#name(prefix)),
        })
      case 'saga':
        return this.#saga(block)
      case 'again':
        return this.#again(this.lay(block.inner))
      case 'call':
        return this.#call(block)
      case 'race':
        return this.#race(block)
      case 'stop':
        return this.#stop(block.by)
    }
  }

  #step(step: Step, each: Each, edge: Edge): Laid {
    const id = this.#name(step)
    const event = eventOf(step, id)
    if (event) return only(event)
    const node: Node = {
      kind: 'task',
      id,
      work: workOf(step, id),
      ...(step === 'user' && {
        inputs: [{ source: 'n', target: 'seen' }],
        outputs: [{ source: 'answer', target: 'n' }],
      }),
      ...loop(id, each, WAITS.has(step)),
    }
    return this.#edged(node, edge)
  }

  /** An activity with events on its border; whatever way it is left, it goes on at one place. */
  #edged(host: Node, edge: Edge): Laid {
    const triggers = EDGES[edge]
    if (triggers.length === 0) return only(host)
    const out = this.#name('on')
    const events = triggers.map(([trigger, interrupting]): Laid => {
      const [event, aside] = [this.#name('edge'), this.#name('aside')]
      return {
        nodes: [
          { kind: 'boundary', id: event, on: host.id, interrupting, trigger },
          { kind: 'task', id: aside, work: { kind: 'user' } },
        ],
        flows: [flow(event, aside), ...(interrupting ? [flow(aside, out)] : [])],
        in: event,
        out: aside,
      }
    })
    const { nodes, flows } = joined(events)
    return {
      nodes: [host, ...nodes, { kind: 'exclusive', id: out }],
      flows: [flow(host.id, out), ...flows],
      in: host.id,
      out,
    }
  }

  #split(by: 'exclusive' | 'parallel' | 'inclusive', ways: readonly Block[]): Laid {
    return this.#forked(
      by,
      ways.map((it) => this.lay(it)),
    )
  }

  #forked(by: 'exclusive' | 'parallel' | 'inclusive', laid: readonly Laid[]): Laid {
    const [fork, join] = [this.#name(`${by}_fork`), this.#name(`${by}_join`)]
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
  #quorum({ need, late, ways }: Extract<Block, { kind: 'quorum' }>): Laid {
    const [fork, join, out] = [this.#name('parallel_fork'), this.#name('quorum'), this.#name('on')]
    const laid = ways.map((it) => row([this.#step('plainUser', null, 'none'), this.lay(it)]))
    const [aside, end] = [this.#name('late'), this.#name('end')]
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

  #fan(conditional: boolean, ways: readonly Block[]): Laid {
    const [task, join] = [this.#name('fan'), this.#name('fan_join')]
    const laid = ways.map((it) => this.lay(it))
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

  #part({ inner, edge, handlers, each }: Extract<Block, { kind: 'part' }>): Laid {
    const id = this.#name('part')
    const inside = this.#inside(this.lay(inner), handlers)
    return this.#edged({ kind: 'subProcess', id, inside, ...this.#own(id, each, inside.nodes) }, edge)
  }

  #open({ starts, ways }: Extract<Block, { kind: 'open' }>): Laid {
    const id = this.#name('open')
    const begun = ways.map((way) => {
      const first: Laid = starts
        ? only({ kind: 'start', id: this.#name('start') })
        : only({ kind: 'task', id: this.#name('first'), work: { kind: 'abstract' } })
      return row([first, this.lay(way)])
    })
    return only({ kind: 'subProcess', id, inside: joined(begun) })
  }

  #crowd({ inner, tokens }: Extract<Block, { kind: 'crowd' }>): Laid {
    const [id, fork, merge] = [this.#name('crowd'), this.#name('parallel_fork'), this.#name('merge')]
    const laid = this.lay(inner)
    const ways = Array.from({ length: tokens }, (): Laid => {
      const step = this.#name('by')
      return only({ kind: 'task', id: step, work: { kind: 'manual' } })
    })
    const inside = this.#inside(
      {
        nodes: [{ kind: 'parallel', id: fork }, ...joined(ways).nodes, { kind: 'exclusive', id: merge }, ...laid.nodes],
        flows: [
          ...ways.flatMap((way) => [flow(fork, way.in), flow(way.out, merge)]),
          flow(merge, laid.in),
          ...laid.flows,
        ],
        in: fork,
        out: laid.out,
      },
      [],
    )
    return only({ kind: 'subProcess', id, inside })
  }

  /** Twice, and only once more when it is come to again. */
  #saga({ steps, parallel, meant, waits, ends }: Extract<Block, { kind: 'saga' }>): Laid {
    const laid = steps.map((it) => this.#undoable(it))
    const done = parallel && laid.length > 1 ? this.#forked('parallel', laid) : row(laid)
    const activity = meant === null ? undefined : laid[meant % laid.length]?.in
    const result: Result = { kind: 'compensation', waits, ...(activity !== undefined && { activity }) }
    if (!ends) return row([done, only({ kind: 'throw', id: this.#name('undo'), result })])
    const part = row([done, only({ kind: 'end', id: this.#name('undo'), result })])
    const [id, begin] = [this.#name('saga'), this.#name('start')]
    const inside = {
      nodes: [{ kind: 'start' as const, id: begin }, ...part.nodes],
      flows: [flow(begin, part.in), ...part.flows],
    }
    return only({ kind: 'subProcess', id, inside })
  }

  #undoable(undoable: Undoable): Laid {
    if (undoable.kind === 'step') {
      const { step, each, asks } = undoable
      return this.#withHandler(this.#step(step, each, 'none'), asks)
    }
    const { steps, by, each } = undoable
    const id = this.#name('part')
    const laid = row(steps.map((it) => this.#undoable(it)))
    const { nodes, flows } = this.#inside(laid, by === 'itself' ? ['undo'] : [])
    const part = only({ kind: 'subProcess', id, inside: { nodes, flows }, ...this.#own(id, each, nodes) })
    return by === 'edge' ? this.#withHandler(part, true) : part
  }

  #withHandler(laid: Laid, asks: boolean): Laid {
    const [event, handler] = [this.#name('undone'), this.#name('undoing')]
    return {
      ...laid,
      nodes: [
        ...laid.nodes,
        { kind: 'boundary', id: event, on: laid.in, interrupting: true, trigger: { kind: 'compensation', handler } },
        { kind: 'task', id: handler, work: { kind: asks ? 'user' : 'manual' }, isForCompensation: true },
      ],
    }
  }

  #again(inner: Laid): Laid {
    const [merge, count, ask] = [this.#name('merge'), this.#name('count'), this.#name('ask')]
    const rounds = `rounds_${count}`
    const back = flow(ask, merge, `${rounds} < 2`)
    const done = this.#name('done')
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

  /** Where everything goes in, somebody is asked just before: what other branches do at the same moment must not matter. */
  #call({ inner, edge, each, mapped }: Extract<Block, { kind: 'call' }>): Laid {
    const [id, process] = [this.#name('call'), this.#name('called')]
    const drawing = this.whole(process, this.lay(inner))
    this.called.push(drawing)
    const own = this.#own(id, each, drawing.nodes)
    const mappings = {
      inputs: [...(own.inputs ?? []), { source: 'n', target: 'n' }],
      outputs: [{ source: 'n', target: 'n' }],
    }
    const called = this.#edged(
      { kind: 'call', id, process, everything: !mapped, ...own, ...(mapped && mappings) },
      edge,
    )
    return mapped ? called : row([this.#step('plainUser', null, 'none'), called])
  }

  #race({ one, other, receives }: Extract<Block, { kind: 'race' }>): Laid {
    const [gateway, time, news, join] = [this.#name('race'), this.#name('time'), this.#name('news'), this.#name('met')]
    const ways = [this.lay(one), this.lay(other)] as const
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

  #stop(by: 'terminate' | 'error' | 'end' | 'message'): Laid {
    const [ask, gate, end, on] = [this.#name('ask'), this.#name('gate'), this.#name('stop'), this.#name('go')]
    const otherwise = flow(gate, on)
    const result = {
      terminate: { kind: 'terminate' as const },
      error: { kind: 'error' as const, code: 'E' },
      end: { kind: 'none' as const },
      message: { kind: 'message' as const, name: end },
    }[by]
    return {
      nodes: [
        { kind: 'task', id: ask, work: { kind: 'user' }, outputs: [{ source: 'answer', target: 'n' }] },
        { kind: 'exclusive', id: gate, otherwise: otherwise.id },
        { kind: 'end', id: end, result },
        { kind: 'task', id: on, work: { kind: 'manual' } },
      ],
      flows: [flow(ask, gate), flow(gate, end, 'n = 3'), otherwise],
      in: ask,
      out: on,
    }
  }

  /** What is written inside one of several instances stays its own. */
  #own(id: string, each: Each, nodes: readonly Node[]): Pick<Node, 'loop' | 'inputs'> {
    if (each === null) return {}
    return { ...loop(id, each, false), inputs: this.#written(nodes).map((target) => ({ source: '0', target })) }
  }

  #written(nodes: readonly Node[]): readonly string[] {
    return nodes.flatMap((node) => {
      const output = node.loop?.kind === 'multiInstance' && node.loop.output ? [node.loop.output.collection] : []
      if (node.kind === 'task' && node.work.kind === 'script') return [...output, node.work.result]
      if ('inside' in node) return [...output, ...this.#written(node.inside.nodes)]
      if (node.kind !== 'call') return output
      return [...output, ...this.#written(this.called.find(({ id }) => id === node.process)?.nodes ?? [])]
    })
  }

  #handler(handler: Handler | 'undo'): Node {
    const [id, begin, task, stop] = [this.#name('handler'), this.#name('on'), this.#name('handle'), this.#name('end')]
    const [trigger, interrupting] = HANDLERS[handler]
    return {
      kind: 'eventSubProcess',
      id,
      inside: {
        nodes: [
          { kind: 'eventStart', id: begin, trigger, interrupting },
          { kind: 'task', id: task, work: { kind: 'service' } },
          { kind: 'end', id: stop, result: { kind: 'none' } },
        ],
        flows: [flow(begin, task), flow(task, stop)],
      },
    }
  }
}

const EDGES: Readonly<Record<Edge, readonly (readonly [Trigger, boolean])[]>> = {
  none: [],
  timer: [[AFTER_2_HOURS, true]],
  reminder: [[EVERY_HOUR, false]],
  message: [[{ kind: 'message', name: 'stop', key: '"k"' }, true]],
  news: [[{ kind: 'message', name: 'also', key: '"k"' }, false]],
  error: [[{ kind: 'error', code: 'E' }, true]],
  anyError: [[{ kind: 'error' }, true]],
  bothErrors: [
    [{ kind: 'error' }, true],
    [{ kind: 'error', code: 'E' }, true],
  ],
}

const HANDLERS: Readonly<Record<Handler | 'undo', readonly [Trigger, boolean]>> = {
  undo: [{ kind: 'compensation' }, true],
  timer: [AFTER_2_HOURS, true],
  reminder: [EVERY_HOUR, false],
  message: [{ kind: 'message', name: 'halt', key: '"k"' }, true],
  news: [{ kind: 'message', name: 'more', key: '"k"' }, false],
  error: [{ kind: 'error', code: 'E' }, true],
  anyError: [{ kind: 'error' }, true],
}

const WAITS: ReadonlySet<Step> = new Set<Step>(['user', 'plainUser', 'service', 'send', 'receive'])

const flow = (from: string, to: string, condition?: string): Flow => ({
  id: `${from}_${to}`,
  from,
  to,
  ...(condition !== undefined && { condition }),
})

const only = (node: Node): Laid => ({ nodes: [node], flows: [], in: node.id, out: node.id })

const joined = (laid: readonly Inside[]): Inside => ({
  nodes: laid.flatMap(({ nodes }) => nodes),
  flows: laid.flatMap(({ flows }) => flows),
})

function row(laid: readonly Laid[]): Laid {
  const links = laid.slice(1).map((next, index) => flow(laid[index]?.out ?? '', next.in))
  const { nodes, flows } = joined(laid)
  return { nodes, flows: [...flows, ...links], in: laid[0]?.in ?? '', out: laid.at(-1)?.out ?? '' }
}

function eventOf(step: Step, id: string): Node | undefined {
  switch (step) {
    case 'timer':
      return { kind: 'catch', id, trigger: { kind: 'timer', timer: { kind: 'duration', hours: 1 } } }
    case 'message':
      return { kind: 'catch', id, trigger: { kind: 'message', name: 'news', key: 'n' } }
    case 'milestone':
      return { kind: 'throw', id, result: { kind: 'none' } }
    case 'notice':
      return { kind: 'throw', id, result: { kind: 'message', name: id } }
    default:
      return undefined
  }
}

function workOf(step: Step, id: string): Work {
  switch (step) {
    case 'service':
    case 'send':
    case 'manual':
    case 'abstract':
      return { kind: step }
    case 'receive':
      return { kind: 'receive', name: 'news', key: 'n' }
    case 'script':
      return { kind: 'script', expression: 'if n >= 0 then 7 else n', result: `r_${id}` }
    default:
      return { kind: 'user' }
  }
}

/** 'first' ends with the first instance that completes, which must not be one that completes by itself. */
function loop(id: string, each: Each, waits: boolean): { readonly loop?: Loop } {
  const output = { collection: `all_${id}`, element: each === 'sequential' ? 'one + n' : 'answer' }
  const items = { collection: '[1, 2]', item: 'one' }
  const several = { kind: 'multiInstance' as const, sequential: each === 'sequential' }
  switch (each) {
    case null:
      return {}
    case 'sequential':
      return { loop: { ...several, over: { ...items, collection: 'if n = 0 then [] else [1, 2]' }, output } }
    case 'parallel':
      return { loop: { ...several, over: items, ...(waits && { output }) } }
    case 'first':
      return {
        loop: { ...several, over: items, ...(waits && { output, completion: 'numberOfCompletedInstances >= 1' }) },
      }
    case 'counted':
      return { loop: { ...several, over: { cardinality: 'n + 1' } } }
    case 'while':
      return { loop: { kind: 'standard', testBefore: true, condition: 'n < 2', maximum: 3 } }
    case 'until':
      return { loop: { kind: 'standard', testBefore: false, ...(waits ? { condition: 'n > 1' } : { maximum: 2 }) } }
  }
}
