/** A part in which gateways and tasks are joined at random: splits that nobody joins, joins that wait in vain, ways round. */
import type { Block, Knot } from '../block.ts'
import type { Flow, Inside, Node } from '../drawing.ts'
import type { Draft } from './draft.ts'

export function tangleOf(draft: Draft, { knots, links }: Extract<Block, { kind: 'tangle' }>): Node {
  const ids = knots.map((knot) => draft.name(knot))
  const [begin, end] = [draft.name('start'), draft.name('end')]
  const arrows = linked(knots, links).map(([from, to]) => [ids[from] ?? '', ids[to] ?? end] as const)
  const flows = [...arrows, [begin, ids[0] ?? end] as const].map(([from, to]) => ({ id: `${from}_${to}`, from, to }))
  const drawn = knots.map((knot, index) => nodeOf(knot, ids[index] ?? '', flows))
  const inside: Inside = {
    nodes: [
      { kind: 'start', id: begin },
      ...drawn,
      ...(flows.some(({ to }) => to === end)
        ? [{ kind: 'end' as const, id: end, result: { kind: 'none' as const } }]
        : []),
    ],
    flows: flows.map((flow) => conditional(flow, drawn, flows)),
  }
  return { kind: 'subProcess', id: draft.name('tangle'), inside }
}

/** Pairs of places; every knot can be reached, and every gateway leads somewhere. The place behind the last is the end. */
function linked(
  knots: readonly Knot[],
  links: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const last = knots.length
  const drawn = links
    .map(([from, to]) => [from % last, to % (last + 1)] as const)
    .filter(([from, to]) => to > from || knots[to] === 'user')
  const reached = knots.flatMap((_, to) =>
    to === 0 || drawn.some(([from, at]) => at === to && from < to) ? [] : [[to - 1, to] as const],
  )
  const all = [...drawn, ...reached]
  const leading = knots.flatMap((knot, from) =>
    knot === 'user' || all.some(([at]) => at === from) ? [] : [[from, last] as const],
  )
  const seen = new Set<string>()
  return [...all, ...leading].filter((link) => !seen.has(String(link)) && seen.add(String(link)))
}

function nodeOf(knot: Knot, id: string, flows: readonly Flow[]): Node {
  if (knot === 'user') return { kind: 'task', id, work: { kind: 'user' }, outputs: [{ source: 'answer', target: 'n' }] }
  if (knot === 'parallel') return { kind: knot, id }
  if (knot === 'complex') return { kind: knot, id, ...(isJoin(id, flows) && { activation: 'activationCount >= 2' }) }
  const otherwise = flows.findLast(({ from }) => from === id)?.id
  return { kind: knot, id, ...(otherwise !== undefined && { otherwise }) }
}

const isJoin = (id: string, flows: readonly Flow[]): boolean => flows.filter(({ to }) => to === id).length > 1

/** Out of a gateway that chooses, every flow but the last has a condition. */
function conditional(flow: Flow, nodes: readonly Node[], flows: readonly Flow[]): Flow {
  const source = nodes.find(({ id }) => id === flow.from)
  if (source?.kind === 'complex') return complex(flow, flows)
  if ((source?.kind !== 'exclusive' && source?.kind !== 'inclusive') || source.otherwise === flow.id) return flow
  const place = flows.filter(({ from }) => from === flow.from).indexOf(flow)
  return { ...flow, condition: source.kind === 'inclusive' ? `n > ${String(place)}` : `n = ${String(place)}` }
}

/** Its first way is for the start, the others for both or for the reset alone. */
function complex(flow: Flow, flows: readonly Flow[]): Flow {
  const place = flows.filter(({ from }) => from === flow.from).indexOf(flow)
  return { ...flow, condition: ['waitingForStart', 'n > 1', 'not(waitingForStart)'][place % 3] ?? 'true' }
}
