/**
 * Random procedures and random cases of them.
 *
 * Block-structured ones, as careful analysts draw them: whatever is done in whatever order, they come to an end. Wild
 * ones, flows drawn at random: nothing is promised for them but that no token gets lost and nothing breaks.
 */
import { type Arbitrary, array, boolean, constantFrom, letrec, nat, oneof, option, record, tuple } from 'fast-check'
import type { Program } from '../../engine/core/program.ts'
import {
  type Extra,
  type Node,
  after,
  and,
  boundary,
  call,
  draw,
  end,
  eventSub,
  every,
  first,
  keyOf,
  manual,
  messageCatch,
  onError,
  onMessage,
  onTimer,
  complex,
  or,
  script,
  service,
  start,
  sub,
  timerCatch,
  user,
  xor,
} from './build.ts'

export type Block =
  | { readonly kind: 'step'; readonly step: Step; readonly each?: Repeated | null }
  | { readonly kind: 'row'; readonly blocks: readonly Block[] }
  | { readonly kind: 'split'; readonly by: 'xor' | 'and' | 'or'; readonly ways: readonly Block[] }
  | {
      readonly kind: 'part'
      readonly inner: Block
      readonly edge: Edge
      readonly each?: Repeated | null
    }
  | { readonly kind: 'again'; readonly inner: Block }
  | { readonly kind: 'call'; readonly inner: Block }
  | { readonly kind: 'race'; readonly one: Block; readonly other: Block }

type Repeated = 'parallel' | 'sequential' | 'again'
type Step = 'user' | 'service' | 'script' | 'timer' | 'message' | 'manual'
type Edge = 'none' | 'timer' | 'reminder' | 'message' | 'error' | 'handler' | 'listener'

const loops = option(constantFrom<Repeated>('parallel', 'sequential', 'again'), { freq: 4 })

export const blocks: Arbitrary<Block> = letrec<{ block: Block; step: Block }>((tie) => ({
  step: record({
    kind: constantFrom('step' as const),
    step: constantFrom<Step>('user', 'service', 'script', 'timer', 'message', 'manual'),
    each: loops,
  }),
  block: oneOfDeep(tie('step'), [
    record({ kind: constantFrom('row' as const), blocks: array(tie('block'), { minLength: 1, maxLength: 3 }) }),
    record({
      kind: constantFrom('split' as const),
      by: constantFrom('xor' as const, 'and' as const, 'or' as const),
      ways: array(tie('block'), { minLength: 2, maxLength: 3 }),
    }),
    record({
      kind: constantFrom('part' as const),
      inner: tie('block'),
      edge: constantFrom<Edge>('none', 'timer', 'reminder', 'message', 'error', 'handler', 'listener'),
      each: loops,
    }),
    record({ kind: constantFrom('again' as const), inner: tie('block') }),
    record({ kind: constantFrom('call' as const), inner: tie('block') }),
    record({ kind: constantFrom('race' as const), one: tie('block'), other: tie('block') }),
  ]),
})).block

function oneOfDeep(leaf: Arbitrary<Block>, deeper: readonly Arbitrary<Block>[]): Arbitrary<Block> {
  return oneof({ maxDepth: 4, depthSize: 'xlarge', withCrossShrink: true }, leaf, ...deeper)
}

/** Programs for a block: the main one first, then those it calls. */
export function programsOf(block: Block): readonly Program[] {
  const drawing = new Drawing()
  const laid = drawing.lay(block)
  const main = draw(
    'main',
    [start('s'), ...laid.nodes, end('e')],
    [...laid.flows, `s -> ${laid.in}`, `${laid.out} -> e`],
  )
  return [main, ...drawing.called]
}

interface Laid {
  readonly nodes: readonly Node[]
  readonly flows: readonly string[]
  readonly in: string
  readonly out: string
}

class Drawing {
  readonly called: Program[] = []
  #count = 0

  #name(prefix: string): string {
    return `${prefix}${++this.#count}`
  }

  lay(block: Block): Laid {
    switch (block.kind) {
      case 'step':
        return this.#step(block.step, block.each)
      case 'row':
        return this.#row(block.blocks.map((inner) => this.lay(inner)))
      case 'split':
        return this.#split(
          block.by,
          block.ways.map((inner) => this.lay(inner)),
        )
      case 'part':
        return this.#part(this.lay(block.inner), block.edge, block.each)
      case 'again':
        return this.#again(this.lay(block.inner))
      case 'call':
        return this.#call(this.lay(block.inner))
      case 'race':
        return this.#race(this.lay(block.one), this.lay(block.other))
    }
  }

  #step(step: Step, each: Repeated | null | undefined): Laid {
    const id = this.#name(step)
    const extra = eachOf(each)
    const nodes: Record<Step, () => Node> = {
      user: () => user(id, {}, { ...extra, in: { seen: '=n' }, out: { n: '=answer' } }),
      service: () => service(id, extra),
      script: () => script(id, '=n + 0', `r_${id}`, extra),
      timer: () => timerCatch(id, after('PT1H')),
      message: () => messageCatch(id, 'news', '=n'),
      manual: () => manual(id, extra),
    }
    return { nodes: [nodes[step]()], flows: [], in: id, out: id }
  }

  #row(laid: readonly Laid[]): Laid {
    const links = laid.slice(1).map((next, index) => `${laid[index]?.out ?? ''} -> ${next.in}`)
    return { ...joined(laid, [], links), in: laid[0]?.in ?? '', out: laid.at(-1)?.out ?? '' }
  }

  #split(by: 'xor' | 'and' | 'or', ways: readonly Laid[]): Laid {
    const gateway = { xor, and, or }[by]
    const [fork, join] = [this.#name(`${by}_fork`), this.#name(`${by}_join`)]
    const flows = ways.flatMap((way, index) => {
      const last = index === ways.length - 1
      const condition = by === 'and' ? '' : last ? ' default' : ` if n ${by === 'or' ? '<=' : '='} ${index}`
      return [`${fork} -> ${way.in}${condition}`, `${way.out} -> ${join}`]
    })
    return { ...joined(ways, [gateway(fork), gateway(join)], flows), in: fork, out: join }
  }

  #part(inner: Laid, edge: Edge, each: Repeated | null | undefined): Laid {
    const id = this.#name('part')
    const [begin, stop, out, aside] = [this.#name('in'), this.#name('out'), this.#name('on'), this.#name('aside')]
    const handler = edge === 'handler' || edge === 'listener'
    const inside = [start(begin), ...inner.nodes, end(stop), ...(handler ? [this.#handler(edge === 'handler')] : [])]
    const part = sub(id, inside, [...inner.flows, `${begin} -> ${inner.in}`, `${inner.out} -> ${stop}`], eachOf(each))
    if (edge === 'none' || handler) return { nodes: [part], flows: [], in: id, out: id }
    const edges = {
      timer: () => boundary(`b_${id}`, id, onTimer(after('PT2H'))),
      reminder: () => boundary(`b_${id}`, id, onTimer(every('R2/PT1H')), false),
      message: () => boundary(`b_${id}`, id, onMessage('stop', '="k"')),
      error: () => boundary(`b_${id}`, id, onError(undefined, 'code')),
    }
    const nodes = [part, edges[edge](), user(aside), xor(out)]
    const back = edge === 'reminder' ? [] : [`${aside} -> ${out}`]
    return { nodes, flows: [`${id} -> ${out}`, `b_${id} -> ${aside}`, ...back], in: id, out }
  }

  #handler(interrupting: boolean): Node {
    const id = this.#name('handler')
    return eventSub(
      id,
      interrupting ? onError() : onMessage('also', '="k"'),
      interrupting,
      [user(`${id}_task`)],
      [`${id}_start -> ${id}_task`],
    )
  }

  /** Twice, and only once more when it is come to again. */
  #again(inner: Laid): Laid {
    const [merge, count, ask] = [this.#name('merge'), this.#name('count'), this.#name('ask')]
    const rounds = `rounds_${count}`
    const nodes = [xor(merge), script(count, `=get or else(${rounds}, 0) + 1`, rounds), xor(ask)]
    const flows = [
      `${merge} -> ${inner.in}`,
      `${inner.out} -> ${count} -> ${ask}`,
      `${ask} -> ${merge} if ${rounds} < 2`,
    ]
    const out = this.#name('done')
    return { ...joined([inner], [...nodes, manual(out)], [...flows, `${ask} -> ${out} default`]), in: merge, out }
  }

  #call(inner: Laid): Laid {
    const [id, process] = [this.#name('call'), this.#name('called')]
    const [begin, stop] = [this.#name('in'), this.#name('out')]
    const flows = [...inner.flows, `${begin} -> ${inner.in}`, `${inner.out} -> ${stop}`]
    this.called.push(draw(process, [start(begin), ...inner.nodes, end(stop)], flows))
    return { nodes: [call(id, keyOf(process))], flows: [], in: id, out: id }
  }

  #race(one: Laid, other: Laid): Laid {
    const [gateway, time, news, join] = [this.#name('race'), this.#name('time'), this.#name('news'), this.#name('met')]
    const nodes = [first(gateway), timerCatch(time, after('P1D')), messageCatch(news, 'news', '="k"'), xor(join)]
    const flows = [
      `${gateway} -> ${time} -> ${one.in}`,
      `${gateway} -> ${news} -> ${other.in}`,
      `${one.out} -> ${join}`,
      `${other.out} -> ${join}`,
    ]
    return { ...joined([one, other], nodes, flows), in: gateway, out: join }
  }
}

const joined = (laid: readonly Laid[], nodes: readonly Node[], flows: readonly string[]) => ({
  nodes: [...laid.flatMap((one) => one.nodes), ...nodes],
  flows: [...laid.flatMap((one) => one.flows), ...flows],
})

function eachOf(each: Repeated | null | undefined): Pick<Extra, 'each' | 'again'> {
  if (!each) return {}
  if (each === 'again') return { again: { loopCondition: '=loopCounter < 2', loopMaximum: 3 } }
  const collection = { inputCollection: '=[1, 2]', inputElement: 'one', outputCollection: 'all', outputElement: '=one' }
  return { each: { sequential: each === 'sequential', ...collection } }
}

type Wild = (id: string) => Node
const WILD: readonly Wild[] = [
  xor,
  and,
  or,
  (id) => complex(id, '=activationCount >= 2'),
  manual,
  (id) => user(id),
  (id) => service(id),
  (id) => script(id, '=n + 1', 'n'),
  (id) => script(id, '=nobody', 'x'),
  end,
]

/** Elements of any kind with flows from anywhere to anywhere. */
export const wild: Arbitrary<readonly Program[]> = tuple(
  array(nat(WILD.length - 1), { minLength: 2, maxLength: 8 }),
  array(tuple(nat(7), nat(7), boolean()), { minLength: 2, maxLength: 16 }),
).map(([kinds, links]) => {
  const nodes = kinds.map((kind, index) => (WILD[kind] ?? manual)(`w${index}`))
  const flows = links.map(
    ([from, to, conditional]) => `w${from % nodes.length} -> w${to % nodes.length}${conditional ? ' if n > 2' : ''}`,
  )
  return [draw('main', [start('s'), ...nodes], ['s -> w0', ...new Set(flows)])]
})
