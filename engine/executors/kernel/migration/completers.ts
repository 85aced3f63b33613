/**
 * Who completed which task, under the names of the other version: for four-eyes, which must hold across it.
 *
 * Called processes that have ended are looked for by the call activities of both versions: when they are called again, it
 * is in the version that the other one calls.
 */
import { type Library, type Program } from '../../../core/program.ts'
import { isSameProcess, type ProgramKey, type UserId } from '../../../core/ids.ts'
import { completerKey } from '../../../core/instance.ts'
import type { Migration } from '../../../core/migration.ts'
import type { Text } from '../../../core/text.ts'
import { calledIn } from '../elements/callActivity.ts'
import { elementNamed } from '../run.ts'
import { type Pairing, pairingOf } from './pairing.ts'
import { type Plan } from './plan.ts'

export interface Completers {
  readonly kept: Readonly<Record<string, UserId>>
  readonly lost: readonly { readonly task: string; readonly reason: Text }[]
}

export function completersOf(plan: Plan, library: Library): Completers {
  const root = plan.places[0]?.pairing
  const entries = Object.entries(plan.state.completers)
  if (!root || entries.length === 0) return { kept: plan.state.completers, lost: [] }
  const pairings = allPairings(plan, root, library)
  const kept: Record<string, UserId> = {}
  const lost: { task: string; reason: Text }[] = []
  for (const [key, user] of entries) {
    const [program, element] = partsOf(key, root.source.key)
    const own = pairings.filter(({ source }) => source.key === program)
    if (own.length === 0) kept[key] = user
    for (const pairing of own) {
      const name = nameIn(pairing, element, root)
      if (name === undefined) lost.push({ task: key, reason: goneReason(key, root.target.key) })
      else if (name !== '' && kept[name] !== undefined && kept[name] !== user && isCompared(pairing.target, name))
        lost.push({ task: key, reason: mergedReason(key, name) })
      else if (name !== '') kept[name] = user
    }
  }
  return { kept, lost }
}

/** Name under which the other version knows it; "" where nobody asks any more; undefined where somebody may. */
function nameIn(pairing: Pairing, element: string, root: Pairing): string | undefined {
  const { source, target } = pairing
  if (source === target) return completerKey(root.target.key, target.key, element)
  const to = pairing.element(elementNamed(source, element))
  if (typeof to === 'object') return completerKey(root.target.key, target.key, to.id)
  return to === 'nothing' || !isCompared(source, element) ? '' : undefined
}

/** Whether a task of the program may not be completed by who completed this one. */
const isCompared = (program: Program, key: string): boolean => {
  const name = key.slice(key.indexOf('#') + 1)
  return program.elements.some((one) => one.kind === 'userTask' && one.task.fourEyes.includes(name))
}

function partsOf(key: string, root: ProgramKey): readonly [program: string, element: string] {
  const mark = key.indexOf('#')
  return mark < 0 ? [root, key] : [key.slice(0, mark), key.slice(mark + 1)]
}

/** Of the process, of every called one that runs, and of those it calls that have ended. */
function allPairings({ places, migration }: Plan, root: Pairing, library: Library): readonly Pairing[] {
  const found = new Set<Pairing>([root, ...places.map(({ pairing }) => pairing)])
  for (const pairing of found) for (const one of calls(pairing, migration, root, library)) found.add(one)
  return [...found]
}

function calls({ source, target, element }: Pairing, migration: Migration, root: Pairing, library: Library): Pairing[] {
  if (source === target) return []
  return source.elements.flatMap((one) => {
    const other = one.kind === 'callActivity' ? element(one) : undefined
    if (one.kind !== 'callActivity' || typeof other !== 'object' || other.kind !== 'callActivity') return []
    const [before, after] = [calledIn(library, one), calledIn(library, other)]
    if (!before || !after || before === after || !isSameProcess(before.key, after.key)) return []
    return [pairingOf(before, after, migration, before.key === root.source.key)]
  })
}

const goneReason = (task: string, target: string): Text => ({
  en: `Expected a task of ${target} for ${task}, whose completer others are compared with, but there is none of this id`,
  ar: `المتوقع مهمة في ${target} تحل محل ${task} التي يُقارَن غيرُ منجزها به، لكن لا مهمة بهذا المعرّف`,
})

const mergedReason = (task: string, name: string): Text => ({
  en: `Expected one person to have completed what becomes ${name}, but ${task} was completed by another one`,
  ar: `المتوقع أن يكون شخص واحد قد أنجز ما يصبح ${name}، لكن ${task} أنجزها شخص آخر`,
})
