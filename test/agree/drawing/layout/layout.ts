/** From blocks to a drawing: every block becomes nodes and flows with one way in and one way out. */
import type { Block, Procedure } from '../block.ts'
import type { ProcessDrawing } from '../drawing.ts'
import { type Draft, type Laid, only, row } from './draft.ts'
import { again, fan, forked, jump, quorum, race } from './gateway.ts'
import { adHoc, call, crowd, open, part, whole } from './part.ts'
import { saga, transaction } from './saga.ts'
import { step } from './step.ts'
import { stop } from './stop.ts'
import { tangleOf } from './tangle.ts'

/** Main process first, then those it calls. */
export function drawingOf({ block, handlers }: Procedure): readonly ProcessDrawing[] {
  const draft = new Drafting()
  const main = whole(draft, 'main', draft.lay(block), handlers)
  return [main, ...draft.called]
}

class Drafting implements Draft {
  readonly called: ProcessDrawing[] = []
  #count = 0

  name(prefix: string): string {
    return `${prefix}${String(++this.#count)}`
  }

  lay(block: Block): Laid {
    return layer(block.kind)(this, block)
  }
}

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>

const LAYERS: { readonly [K in Block['kind']]: (draft: Draft, block: BlockOf<K>) => Laid } = {
  step: (draft, it) => step(draft, it.step, it.each, it.edge),
  row: (draft, { blocks }) => row(blocks.map((it) => draft.lay(it))),
  split: (draft, { by, ways }) =>
    forked(
      draft,
      by,
      ways.map((it) => draft.lay(it)),
    ),
  quorum,
  fan,
  part,
  open,
  crowd,
  adHoc,
  tangle: (draft, block) => only(tangleOf(draft, block)),
  saga,
  transaction,
  jump,
  again,
  call,
  race,
  stop,
}

const layer = (kind: Block['kind']) => LAYERS[kind] as (draft: Draft, block: Block) => Laid
