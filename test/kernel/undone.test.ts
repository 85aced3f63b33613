import assert from 'node:assert/strict'
import {
  array,
  assert as check,
  boolean,
  constantFrom,
  letrec,
  nat,
  oneof,
  property,
  record,
  type Arbitrary,
} from 'fast-check'
import { test } from 'vitest'
import type { LocalId } from '../../engine/core/ids.ts'
import { and, draw, eventSub, onCompensation, service, start, sub, undo, undone, user, type Node } from './build.ts'
import { Case } from './case.ts'
import { dice } from './walk.ts'

/** A procedure of steps that can be undone, in rows, side by side, in subprocesses and once per item. */
type Shape =
  | { readonly kind: 'step' }
  | { readonly kind: 'row' | 'both'; readonly shapes: readonly Shape[] }
  | { readonly kind: 'part'; readonly inner: Shape; readonly undoing: Undoing; readonly each: boolean }
/** How a subprocess is undone: by what is inside, by a handler on its edge, by its own event subprocess. */
type Undoing = 'default' | 'edge' | 'inside'

const shapes: Arbitrary<Shape> = letrec<{ shape: Shape }>((tie) => ({
  shape: oneof(
    { maxDepth: 3, depthSize: 'medium', withCrossShrink: true },
    record({ kind: constantFrom('step' as const) }),
    record({
      kind: constantFrom('row' as const, 'both' as const),
      shapes: array(tie('shape'), { minLength: 1, maxLength: 3 }),
    }),
    record({
      kind: constantFrom('part' as const),
      inner: tie('shape'),
      undoing: constantFrom<Undoing>('default', 'edge', 'inside'),
      each: boolean(),
    }),
  ),
})).shape

interface Laid {
  readonly nodes: readonly Node[]
  readonly flows: readonly string[]
  readonly in: string
  readonly out: string
}

class Drawing {
  /** Activities and what undoes them, where nothing around takes that upon itself. */
  readonly pairs: (readonly [activity: string, handler: string])[] = []
  #count = 0

  lay(shape: Shape, isCovered = false): Laid {
    const id = `${shape.kind}${++this.#count}`
    if (shape.kind === 'step') return this.#step(id, isCovered)
    if (shape.kind === 'part') return this.#part(id, shape, isCovered)
    const laid = shape.shapes.map((inner) => this.lay(inner, isCovered))
    return shape.kind === 'row' ? row(laid) : sideBySide(id, laid)
  }

  #step(id: string, isCovered: boolean): Laid {
    if (!isCovered) this.pairs.push([id, `un_${id}`])
    return { nodes: [service(id), undone(`c_${id}`, id, `un_${id}`), service(`un_${id}`)], flows: [], in: id, out: id }
  }

  #part(id: string, { inner, undoing, each }: Extract<Shape, { kind: 'part' }>, isCovered: boolean): Laid {
    const laid = this.lay(inner, isCovered || undoing === 'edge')
    const how = eventSub(
      `how_${id}`,
      onCompensation,
      false,
      [undo(`all_${id}`), service(`un_${id}`)],
      [`how_${id}_start -> all_${id} -> un_${id}`],
    )
    const inside = [start(`in_${id}`), ...laid.nodes, ...(undoing === 'inside' ? [how] : [])]
    const items = each ? { each: { inputCollection: '=[1, 2]' } } : {}
    const part = sub(id, inside, [`in_${id} -> ${laid.in}`, ...laid.flows], items)
    if (undoing !== 'default' && !isCovered) this.pairs.push([id, `un_${id}`])
    const edge = undoing === 'edge' ? [undone(`c_${id}`, id, `un_${id}`), service(`un_${id}`)] : []
    return { nodes: [part, ...edge], flows: [], in: id, out: id }
  }
}

function row(laid: readonly Laid[]): Laid {
  const links = laid.slice(1).map((next, at) => `${laid[at]?.out ?? ''} -> ${next.in}`)
  return {
    nodes: laid.flatMap(({ nodes }) => nodes),
    flows: [...laid.flatMap(({ flows }) => flows), ...links],
    in: laid[0]?.in ?? '',
    out: laid.at(-1)?.out ?? '',
  }
}

function sideBySide(id: string, laid: readonly Laid[]): Laid {
  const [fork, join] = [`fork_${id}`, `join_${id}`]
  return {
    nodes: [and(fork), ...laid.flatMap(({ nodes }) => nodes), and(join)],
    flows: laid.flatMap((way) => [...way.flows, `${fork} -> ${way.in}`, `${way.out} -> ${join}`]),
    in: fork,
    out: join,
  }
}

/** The shape, with somebody who may have everything undone meanwhile, and then everything that is left is undone. */
function programOf(shape: Shape) {
  const drawing = new Drawing()
  const laid = drawing.lay(shape)
  const nodes = [
    start('s'),
    and('f'),
    ...laid.nodes,
    user('early'),
    undo('meanwhile'),
    and('j'),
    undo('back'),
    user('last'),
  ]
  const flows = [`s -> f`, `f -> ${laid.in}`, `${laid.out} -> j`, 'f -> early -> meanwhile -> j', 'j -> back -> last']
  return { program: draw('main', nodes, [...laid.flows, ...flows]), pairs: drawing.pairs }
}

/** How often each element was completed; one item of a multi-instance activity counts, its body does not. */
function completions(it: Case): ReadonlyMap<string, number> {
  const names = new Map<LocalId, string>()
  const bodies = new Set<LocalId>()
  const counts = new Map<string, number>()
  for (const event of it.events) {
    if (event.kind === 'elementActivated') names.set(event.id, event.element)
    if (event.kind === 'loopStarted') bodies.add(event.id)
    if (event.kind !== 'elementCompleted' || bodies.has(event.id)) continue
    const name = names.get(event.id) ?? ''
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

function next(it: Case, die: number): void {
  const waits = Object.entries(it.live.waits)
  const [id, wait] = waits[die % waits.length] ?? []
  if (id === undefined || !wait) throw new Error('A token got lost')
  const kind = wait.kind === 'task' ? 'completeTask' : 'completeJob'
  it.take({ kind, id: id as LocalId, variables: {} })
}

test('everything completed that can be undone is undone exactly once, whatever is done in whatever order', () => {
  check(
    property(shapes, dice, nat(20), (shape, steps, more) => {
      const { program, pairs } = programOf(shape)
      const it = new Case([program]).start()
      for (let turn = 0; it.status === 'active'; turn++) {
        next(it, steps[turn % steps.length] ?? more)
        const counts = completions(it)
        for (const [activity, handler] of pairs)
          assert.ok((counts.get(handler) ?? 0) <= (counts.get(activity) ?? 0), `${activity} was undone twice`)
      }
      const counts = completions(it)
      for (const [activity, handler] of pairs)
        assert.equal(counts.get(handler) ?? 0, counts.get(activity) ?? 0, activity)
    }),
    { numRuns: 300 },
  )
})
