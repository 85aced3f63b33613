/**
 * Where each live element instance of an application will stand in the other version, found before anything changes.
 *
 * Outer instances come first: an inner one always has the higher id, and finds what became of its scope.
 */
import type { Context } from '../../../core/executor.ts'
import { isSameProcess, localEntries, type LocalId } from '../../../core/ids.ts'
import type { ElementState, InstanceState, Wait } from '../../../core/instance.ts'
import type { Migration } from '../../../core/migration.ts'
import type { Element, Program } from '../../../core/program.ts'
import { calledIn } from '../elements/callActivity.ts'
import { elementNamed } from '../run.ts'
import { type Counterpart, type Pairing, pairingOf } from './pairing.ts'

export interface Place {
  readonly id: LocalId
  readonly record: ElementState
  readonly pairing: Pairing
  /** The element it stands for now, and will stand for. */
  readonly from: Element
  readonly to: Counterpart<Element>
  /** Of its scope; absent for the process. */
  readonly outer?: Place
  /** Stands in a called process that stays on its version. */
  readonly stays: boolean
  /** What it waits for, by local id. */
  readonly waits: readonly (readonly [LocalId, Wait])[]
}

/** Everything a rule may look at. */
export interface Plan {
  /** As it is before. */
  readonly state: Pick<InstanceState, 'program' | 'completers'>
  readonly migration: Migration
  readonly busy: ReadonlySet<LocalId>
  readonly places: readonly Place[]
  /** Element instances directly inside a scope. */
  readonly inside: ReadonlyMap<LocalId, readonly Place[]>
}

type State = Pick<InstanceState, 'program' | 'completers' | 'elements' | 'waits'>

export function planOf(
  state: State,
  target: Program,
  migration: Migration,
  busy: readonly LocalId[],
  { library }: Pick<Context, 'library'>,
): Plan {
  const waits = waitsByOwner(state)
  const places = new Map<LocalId, Place>()
  const inside = new Map<LocalId, Place[]>()

  function pairingOfProgram({ program }: ElementState, outer: Place | undefined): Pairing {
    const source = program && library.program(program)
    if (!source) throw new Error(`Expected the program ${program} of a running instance in the library`)
    const other = outer ? (calledNow(outer, source, migration, library) ?? source) : target
    return pairingOf(source, other, migration, source.key === state.program)
  }

  for (const [id, record] of localEntries(state.elements)) {
    const outer = record.scope === undefined ? undefined : places.get(record.scope)
    const pairing = outer && record.program === undefined ? outer.pairing : pairingOfProgram(record, outer)
    const from = elementNamed(pairing.source, record.element)
    const stays = pairing.source === pairing.target
    const to = stays ? from : pairing.element(from)
    const place = { id, record, pairing, from, to, stays, waits: waits.get(id) ?? [], ...(outer && { outer }) }
    places.set(id, place)
    if (outer) inside.set(outer.id, [...(inside.get(outer.id) ?? []), place])
  }
  const { program, completers } = state
  return { state: { program, completers }, migration, busy: new Set(busy), places: [...places.values()], inside }
}

/** The version of the same process that the call activity calls now; undefined: it stays on its own. */
function calledNow(
  { to, stays }: Place,
  running: Program,
  { called }: Migration,
  library: Context['library'],
): Program | undefined {
  if (stays || called === 'keep' || typeof to !== 'object' || to.kind !== 'callActivity') return undefined
  return isSameProcess(to.called, running.key) ? calledIn(library, to) : undefined
}

function waitsByOwner({ waits }: State): Map<LocalId, (readonly [LocalId, Wait])[]> {
  const owned = new Map<LocalId, (readonly [LocalId, Wait])[]>()
  for (const entry of localEntries(waits)) {
    const { owner } = entry[1]
    owned.set(owner, [...(owned.get(owner) ?? []), entry])
  }
  return owned
}
