/** The steps at work that let statutory clocks stand still: the citizen is asked, the bank is waited for. */
import { type LocalId, programParts } from '../../../core/ids.ts'
import type { ElementState } from '../../../core/instance.ts'
import type { StatutoryClock } from '../../../core/statutory-clock.ts'
import type { Run } from '../run.ts'
import { programOf } from '../state/program-of.ts'

export interface Holder {
  readonly id: LocalId
  readonly element: string
  /** Of which deadlines, of its own package. */
  readonly which: 'all' | readonly string[]
}

/** One that an incident keeps from beginning asks nobody for anything. */
export function holdersIn(run: Run): readonly Holder[] {
  const { draft } = run
  const records = Object.entries(draft.elements) as [LocalId, ElementState][]
  const names = new Set(
    records.flatMap(([, { program }]) =>
      program === undefined ? [] : [...(run.program(program).stops?.keys() ?? [])],
    ),
  )
  if (names.size === 0) return []
  return records.flatMap(([id, { element, stuck, compensation }]) => {
    if (!names.has(element) || stuck === 'activate' || compensation) return []
    const which = run.programAt(id).stops?.get(element)
    return which === undefined ? [] : [{ id, element, which }]
  })
}

/** The steps that hold this clock: those inside what it began with. */
export function heldBy(run: Run, clock: StatutoryClock, holders: readonly Holder[]): readonly string[] {
  const inside = holders.filter((holder) => holds(run, clock, holder) && isInside(run, holder.id, clock.owner))
  return [...new Set(inside.map(({ element }) => element))]
}

function holds({ draft }: Run, { owner, deadline }: StatutoryClock, { id, which }: Holder): boolean {
  if (which === 'all') return true
  const [mine, its] = [owner, id].map((one) => programParts(programOf(draft, one)).packageId)
  return which.includes(deadline) && mine === its
}

function isInside({ draft }: Run, id: LocalId, owner: LocalId): boolean {
  let scope = draft.element(id).scope
  while (scope !== undefined && scope !== owner) scope = draft.element(scope).scope
  return scope === owner
}
