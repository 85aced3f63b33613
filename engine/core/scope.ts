/** What is known at a place in the procedure: the variables a task shows and a job is given. */
import type { LocalId, ProgramKey } from './ids.ts'
import type { InstanceState } from './instance.ts'
import type { JsonObject } from './json.ts'

/** Every variable seen from an element, the nearest scope's winning, up to the root of its procedure. */
export function visibleVariables(state: InstanceState, id: LocalId): JsonObject {
  const scopes: JsonObject[] = []
  let current: LocalId | undefined = id
  while (current !== undefined) {
    const element: InstanceState['elements'][LocalId] | undefined = state.elements[current]
    if (element === undefined) break
    if (element.variables) scopes.push(element.variables)
    if (element.program !== undefined) break
    current = element.scope
  }
  return Object.assign({}, ...scopes.toReversed()) as JsonObject
}

/** The program of the process or called process around a live element instance. */
export function programAround(state: InstanceState, id: LocalId): ProgramKey {
  let current: LocalId | undefined = id
  while (current !== undefined) {
    const element: InstanceState['elements'][LocalId] | undefined = state.elements[current]
    if (element?.program !== undefined) return element.program
    current = element?.scope
  }
  return state.program
}
