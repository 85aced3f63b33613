/** What a scope remembers of the activities completed inside it, for as long as they can be undone. */
import type { LocalId } from '../../../core/ids.ts'
import type { CompletedActivity, ElementState } from '../../../core/instance.ts'
import type { JsonValue } from '../../../core/json.ts'
import { bytesOf } from './bytes.ts'

const measured = new WeakMap<readonly CompletedActivity[], number>()

/** One more, with its bytes counted on rather than all of them again. */
export function withCompleted(
  before: readonly CompletedActivity[] | undefined,
  more: CompletedActivity,
): readonly CompletedActivity[] {
  const after = [...(before ?? []), more]
  measured.set(after, (before ? completedBytes(before) + 1 : 2) + bytesOf(more as unknown as JsonValue))
  return after
}

/** The element instance as it ends, by the id given. One whose undoing is broken off is undone anew. */
export function remembered(
  id: LocalId,
  instance: LocalId,
  { element, program, variables, loopCounter, completed, compensation }: ElementState,
  how: 'elementCompleted' | 'elementTerminated',
): CompletedActivity {
  const isPartial = compensation ? compensation.isPartial : how === 'elementTerminated'
  return {
    id,
    instance,
    element,
    ...(program !== undefined && { program }),
    ...(variables !== undefined && { variables }),
    ...(loopCounter !== undefined && { loopCounter }),
    ...(completed !== undefined && { completed }),
    ...(isPartial && { isPartial }),
  }
}

/** The scope without one of its completed activities, and that activity. */
export function withoutCompleted(
  { completed = [], ...scope }: ElementState,
  id: LocalId,
): { readonly found: CompletedActivity; readonly left: ElementState } {
  const found = completed.find((one) => one.id === id)
  if (!found) throw new Error(`Expected the completed activity ${id} in its scope ${scope.element}`)
  const left = completed.filter((one) => one !== found)
  measured.set(left, completedBytes(completed) - bytesOf(found as unknown as JsonValue) - 1)
  return { found, left: left.length === 0 ? scope : { ...scope, completed: left } }
}

/** The scope with its completed activities under other names, at any depth; those without a name are forgotten. */
export function renamed<S extends { readonly completed?: readonly CompletedActivity[] }>(
  { completed = [], ...scope }: S,
  names: Readonly<Record<LocalId, string | null>>,
): Omit<S, 'completed'> & { readonly completed?: readonly CompletedActivity[] } {
  const left = completed.flatMap((one): readonly CompletedActivity[] => {
    const name = Object.hasOwn(names, one.id) ? names[one.id] : one.element
    return typeof name === 'string' ? [{ ...renamed(one, names), element: name }] : []
  })
  return left.length === 0 ? scope : { ...scope, completed: left }
}

/** What they take as JSON: they count like variables. */
export function completedBytes(completed: readonly CompletedActivity[] | undefined): number {
  if (completed === undefined) return 0
  const bytes = measured.get(completed) ?? bytesOf(completed as unknown as JsonValue)
  measured.set(completed, bytes)
  return bytes
}
